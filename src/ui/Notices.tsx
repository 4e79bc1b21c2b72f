import { Toast } from '@base-ui/react/toast';
import { useEffect, useMemo } from 'react';
import { buttonClass } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './Notices.module.css';
import { connectNoticeBoard, type Notice } from './notices.ts';

const MILLISECONDS = { info: 5000, infoWithAction: 10_000, problem: 0 };

/** Shows the notices of notices.ts in a corner. Once on the page, loaded after it. */
export default function Notices() {
  const queue = useMemo(() => Toast.createToastManager(), []);
  // Runs after the provider's own effects, by which it listens to the queue.
  useEffect(
    () =>
      connectNoticeBoard({
        add: (notice) => queue.add(toastOf(notice, () => queue.close(notice.id))),
        remove: (id) => queue.close(id),
      }),
    [queue],
  );
  return (
    <Toast.Provider toastManager={queue} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <NoticeList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function toastOf({ id, kind, title, text, action }: Notice, close: () => void) {
  return {
    id,
    title,
    description: text,
    type: kind,
    // 0 stays.
    timeout: MILLISECONDS[kind === 'info' && action ? 'infoWithAction' : kind],
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.run();
        close();
      },
    },
  };
}

function NoticeList() {
  const { toasts, close } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      // A title is a name; without one a screen reader would announce a nameless dialog.
      aria-label={toast.title ? undefined : 'Notice'}
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
          className={`${buttonClass({ variant: 'quiet', size: 'small' })} ${styles.close}`}
          aria-label="Dismiss"
          onClick={() => close(toast.id)}
        >
          <Icon name="close" />
        </button>
      </Toast.Content>
    </Toast.Root>
  ));
}
