import type { ReactNode, Ref } from 'react';
import { useRun } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { LIT_BY } from './litBy.ts';
import styles from './StagePanel.module.css';

export interface StagePanelProps {
  /** The name of the region; it stays, whatever the heading says. */
  readonly name: string;
  /** Drawn in place of the name; null for none. */
  readonly heading?: ReactNode;
  /** Small controls at the right of the heading. */
  readonly actions?: ReactNode;
  /** By what exported pictures find it. */
  readonly part: string;
  /** The highlights of formulas that mean what this panel shows. */
  readonly litBy?: readonly string[] | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** A plot with its heading and toolbar. */
export function StagePanel(props: StagePanelProps) {
  const { name, heading = name, actions, part, litBy, className, ref, children } = props;
  const isPointedAt = useRun(
    ({ view }) => view.highlight !== null && litBy?.includes(view.highlight),
  );
  return (
    <section
      ref={ref}
      aria-label={name}
      data-stage-part={part}
      {...{ [LIT_BY]: litBy?.join(' ') }}
      className={classNames(styles.panel, className)}
      data-highlighted={isPointedAt || undefined}
    >
      <header className={styles.header}>
        <h2 className={styles.heading} data-export="text">
          {heading ?? <VisuallyHidden>{name}</VisuallyHidden>}
        </h2>
        {actions}
      </header>
      <div className={styles.plot}>{children}</div>
    </section>
  );
}
