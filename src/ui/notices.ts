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

export interface Notice extends NoticeOptions {
  readonly id: string;
  readonly kind: 'info' | 'problem';
}

/** What shows the notices; see Notices.tsx. */
export interface NoticeBoard {
  readonly add: (notice: Notice) => void;
  readonly remove: (id: string) => void;
}

let board: NoticeBoard | null = null;
let waiting: Notice[] = [];
let count = 0;

/**
 * Tells the user something without taking the page away, and has screen readers say it: `info` goes
 * by itself, `problem` stays until it is closed. Can be called from anywhere, and before the page is
 * drawn. Returns the id for `dismiss`.
 */
export const notices = {
  info: (options: NoticeOptions): string => post(options, 'info'),
  problem: (options: NoticeOptions): string => post(options, 'problem'),
  dismiss(id: string): void {
    waiting = waiting.filter((notice) => notice.id !== id);
    board?.remove(id);
  },
};

function post(options: NoticeOptions, kind: Notice['kind']): string {
  const id = options.id ?? `notice-${count++}`;
  const notice: Notice = { ...options, id, kind };
  if (board) board.add(notice);
  else waiting.push(notice);
  return id;
}

/** Makes `next` show all notices, those already posted first. Returns what ends it. */
export function connectNoticeBoard(next: NoticeBoard): () => void {
  board = next;
  for (const notice of waiting.splice(0)) next.add(notice);
  return () => {
    if (board === next) board = null;
  };
}
