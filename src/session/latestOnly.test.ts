import { expect, it } from 'vitest';
import { createLatestOnly } from './latestOnly.ts';

function gate() {
  const sent: number[] = [];
  const open: (() => void)[] = [];
  const send = createLatestOnly((item: number) => {
    sent.push(item);
    return new Promise<string>((resolve, reject) =>
      open.push(item < 0 ? () => reject(new Error('no')) : () => resolve(`sent ${item}`)),
    );
  });
  return { sent, open, send };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

it('sends one at a time, and of those that pile up the last', async () => {
  const { sent, open, send } = gate();
  for (const item of [1, 2, 3]) void send(item);
  expect(sent).toEqual([1]);
  open[0]();
  await turn();
  expect(sent).toEqual([1, 3]);
});

it('answers those that have been overtaken with the answer to the one that was sent', async () => {
  const { open, send } = gate();
  const answers = [1, 2, 3].map(send);
  open[0]();
  await turn();
  open[1]();
  expect(await Promise.all(answers)).toEqual(['sent 1', 'sent 3', 'sent 3']);
});

it('goes on after a refusal, which rejects', async () => {
  const { sent, open, send } = gate();
  const refused = send(-1);
  void send(2);
  open[0]();
  await expect(refused).rejects.toThrow('no');
  await turn();
  expect(sent).toEqual([-1, 2]);
});
