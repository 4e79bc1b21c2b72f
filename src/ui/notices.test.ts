import { describe, expect, it } from 'vitest';
import { connectNoticeBoard, type Notice, notices } from './notices.ts';

function listingBoard() {
  const shown = new Map<string, Notice>();
  return {
    shown,
    add: (notice: Notice) => void shown.set(notice.id, notice),
    remove: (id: string) => void shown.delete(id),
  };
}

describe('notices', () => {
  it('wait for the board, unless they are dismissed before it is there', () => {
    const early = notices.problem({ text: 'Early' });
    notices.dismiss(notices.info({ text: 'Gone' }));
    const board = listingBoard();
    const disconnect = connectNoticeBoard(board);
    const late = notices.info({ text: 'Late' });
    disconnect();

    expect([...board.shown.values()]).toEqual([
      { id: early, kind: 'problem', text: 'Early' },
      { id: late, kind: 'info', text: 'Late' },
    ]);
  });

  it('take the place of one with the same id, and can be dismissed', () => {
    const board = listingBoard();
    const disconnect = connectNoticeBoard(board);
    notices.info({ id: 'link', text: 'Copied' });
    notices.info({ id: 'link', text: 'Copied again' });
    expect([...board.shown.values()].map(({ text }) => text)).toEqual(['Copied again']);
    notices.dismiss('link');
    expect(board.shown.size).toBe(0);
    disconnect();
  });
});
