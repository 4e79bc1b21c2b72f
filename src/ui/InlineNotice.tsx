import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './Notices.module.css';
import type { NoticeAction } from './notices.ts';

export interface InlineNoticeProps {
  readonly kind: 'info' | 'problem';
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: NoticeAction;
}

/** A notice as part of the page: what is missing here, why, and what can be done. */
export function InlineNotice({ kind, title, children, action }: InlineNoticeProps) {
  const isProblem = kind === 'problem';
  return (
    <div
      role={isProblem ? 'alert' : 'note'}
      className={classNames(styles.inline, isProblem && styles.problem)}
    >
      <span className={styles.icon}>
        <Icon name={isProblem ? 'problem' : 'info'} />
      </span>
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
        {action && (
          <div className={styles.action}>
            <Button size="small" onClick={action.run}>
              {action.label}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
