import { Toast } from '@base-ui/react/toast';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface NoticeOptions {
  readonly text: string;
  /** A few words above the text. */
  readonly title?: string;
  readonly action?: NoticeAction;
  /** A notice with the id of one on show takes its place, so that a repeated event is one notice. */
  readonly id?: string;
}

const INFO_MILLISECONDS = 5000;

/** The queue of notices, for the viewport in Notices.tsx. */
export const noticeQueue = Toast.createToastManager();

/**
 * Tells the user something without taking the page away: `info` goes by itself, unless it has an
 * action; `problem` stays until it is closed and is announced at once. Can be called from anywhere.
 * Returns the id for `dismiss`.
 */
export const notices = {
  info(options: NoticeOptions): string {
    return add(options, 'info', options.action ? 2 * INFO_MILLISECONDS : INFO_MILLISECONDS);
  },
  problem(options: NoticeOptions): string {
    return add(options, 'problem', 0);
  },
  dismiss(id: string): void {
    noticeQueue.close(id);
  },
};

function add(options: NoticeOptions, type: 'info' | 'problem', timeout: number): string {
  const { text, title, action, id } = options;
  const shown: string = noticeQueue.add({
    id,
    title,
    description: text,
    type,
    timeout,
    priority: type === 'problem' ? 'high' : 'low',
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.run();
        noticeQueue.close(shown);
      },
    },
  });
  return shown;
}
