import { expect, it } from 'vitest';
import { type Finding, NO_MEMORY, NO_PROGRESS, observe } from './challengeSet.ts';

/** The view says what each challenge finds. */
type View = Readonly<Record<'learn' | 'turn', Finding>>;
const words = { title: '', task: '', hint: '', answer: '' };
const challenges = {
  list: [
    { ...words, id: 'learn', check: (view: View) => view.learn },
    { ...words, id: 'turn', check: (view: View) => view.turn },
  ],
  memory: NO_MEMORY,
};
const solved: View = {
  learn: { done: true, text: 'Period 26.7.' },
  turn: { done: true, text: '' },
};

it('what a link brings solved does not count, and says what there is to say all the same', () => {
  const { findings } = observe(challenges, NO_PROGRESS, solved, () => ['learn']);
  expect(findings).toEqual({ ...solved, learn: { done: false, text: 'Period 26.7.' } });
});

it('what has been done before stays done, and nothing new to see makes no new findings', () => {
  const done = observe(challenges, NO_PROGRESS, solved);
  expect(observe(challenges, done, solved, () => ['learn']).findings).toBe(done.findings);
  const undone = { ...solved, turn: { done: false, text: 'Not yet.' } };
  expect(observe(challenges, done, undone).findings).toBe(done.findings);
});

it('remembers as long as what it remembers belongs to stays the same', () => {
  const counting = {
    list: [
      {
        ...words,
        id: 'count',
        check: (_: number, count: number) => ({ done: false, text: String(count) }),
      },
    ],
    memory: {
      of: (run: number) => run,
      start: () => 0,
      with: (count: number) => count + 1,
    },
  };
  const views = [1, 1, 2, 2, 2];
  const texts: string[] = [];
  views.reduce(
    (before, view) => {
      const progress = observe(counting, before, view);
      texts.push(progress.findings.count.text);
      return progress;
    },
    NO_PROGRESS as Parameters<typeof observe<number, number>>[1],
  );
  expect(texts).toEqual(['1', '2', '1', '2', '3']);
});
