import { type ReactNode, useId } from 'react';
import { classNames } from './classNames.ts';
import styles from './Panel.module.css';

export interface PanelProps {
  /** Drawn above the contents; also the name of the region. */
  readonly title: string;
  /** Small controls at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A titled region of the page. */
export function Panel({ title, actions, children, className }: PanelProps) {
  const titleId = useId();
  return (
    <section className={classNames(styles.panel, className)} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
