import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { Button, buttonClass } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './Notices.module.css';
import { type NoticeAction, noticeQueue } from './notices.ts';

/** Shows the notices of notices.ts in a corner. Once on the page. */
export function Notices() {
  return (
    <Toast.Provider toastManager={noticeQueue} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <NoticeList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function NoticeList() {
  const { toasts, close } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={classNames(styles.notice, toast.type === 'problem' && styles.problem)}
    >
      <Toast.Content className={styles.content}>
        <span className={styles.icon}>
          <Icon name={toast.type === 'problem' ? 'problem' : 'info'} />
        </span>
        <div className={styles.text}>
          {toast.title && <Toast.Title className={styles.title} />}
          <Toast.Description />
          {toast.actionProps && (
            <Toast.Action className={`${buttonClass({ size: 'small' })} ${styles.action}`} />
          )}
        </div>
        <button
          type="button"
          className={`${buttonClass({ look: 'quiet', size: 'small' })} ${styles.close}`}
          aria-label="Dismiss"
          onClick={() => close(toast.id)}
        >
          <Icon name="close" />
        </button>
      </Toast.Content>
    </Toast.Root>
  ));
}

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
