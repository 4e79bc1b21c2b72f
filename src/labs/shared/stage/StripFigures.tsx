import type { ReactNode } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './StripFigures.module.css';

interface StripFiguresProps {
  /** A `StripFigure` for each. */
  readonly children: ReactNode;
  /** What else is said beside them. */
  readonly beside?: ReactNode;
}

/** Figures in the strip between the plots. */
export const StripFigures = ({ children, beside }: StripFiguresProps) => (
  <div className={styles.row}>
    <dl className={styles.figures}>{children}</dl>
    {beside}
  </div>
);

interface StripFigureProps {
  readonly name: ReactNode;
  readonly help?: string | undefined;
  /** Left out where a second line would be higher than the strip. */
  readonly isSpare?: boolean;
  readonly children: ReactNode;
}

export const StripFigure = ({ name, help, isSpare, children }: StripFigureProps) => (
  <div data-spare={isSpare}>
    <dt data-tooltip={help}>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface StripAlarmProps {
  readonly text: ReactNode;
  readonly help?: string | undefined;
  /** Announced elsewhere, where it is known what is new. */
  readonly isSilent?: boolean;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What is wrong, in their place. */
export const StripAlarm = ({ text, help, isSilent, children }: StripAlarmProps) => (
  <div role={isSilent ? undefined : 'alert'} className={styles.alarm}>
    <Icon name="problem" />
    <p data-tooltip={help}>{text}</p>
    {children}
  </div>
);
