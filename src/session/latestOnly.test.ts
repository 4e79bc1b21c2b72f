import { expect, it } from 'vitest';
import { createLatestOnly } from './latestOnly.ts';

function gate() {
  const sent: number[] = [];
  const open: (() => void)[] = [];
  const sender = createLatestOnly((item: number) => {
    sent.push(item);
    return new Promise<void>((resolve, reject) =>
      open.push(item < 0 ? () => reject(new Error('no')) : resolve),
    );
  });
  return { sent, open, sender };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

it('sends one at a time, and of those that pile up the last', async () => {
  const { sent, open, sender } = gate();
  for (const item of [1, 2, 3]) sender.push(item);
  expect(sent).toEqual([1]);
  open[0]();
  await turn();
  expect(sent).toEqual([1, 3]);
});

it('settles when nothing is under way, without sending what waited', async () => {
  const { sent, open, sender } = gate();
  sender.push(1);
  sender.push(2);
  let settled = false;
  const settling = sender.settle().then(() => {
    settled = true;
  });
  await turn();
  expect(settled).toBe(false);
  open[0]();
  await settling;
  expect(sent).toEqual([1]);
  sender.push(3);
  expect(sent).toEqual([1, 3]);
});

it('goes on after a refusal', async () => {
  const { sent, open, sender } = gate();
  sender.push(-1);
  sender.push(2);
  open[0]();
  await turn();
  expect(sent).toEqual([-1, 2]);
});
