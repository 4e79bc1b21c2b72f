import { expect, it } from 'vitest';
import { PageLimiter } from './pageLimiter.ts';

function watched() {
  const paints: (() => void)[] = [];
  const limiter = new PageLimiter(
    async (_request: string) => null,
    (callback) => paints.push(callback),
  );
  let count = 0;
  const wait = () => {
    void limiter.nextTurn().then(() => {
      count += 1;
    });
  };
  const paint = async () => {
    for (const callback of paints.splice(0)) callback();
    await Promise.resolve();
  };
  const request = async () => {
    await limiter.send('edits');
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { wait, paint, request, count: () => count };
}

it('asks for a frame after each paint', async () => {
  const { wait, paint, count } = watched();
  wait();
  await Promise.resolve();
  expect(count()).toBe(0);
  await paint();
  expect(count()).toBe(1);
});

it('asks once between two paints when a request has been sent', async () => {
  const { wait, paint, request, count } = watched();
  wait();
  await request();
  expect(count()).toBe(1);
  wait();
  await request();
  expect(count()).toBe(1);
  await paint();
  expect(count()).toBe(2);
  wait();
  await request();
  expect(count()).toBe(3);
});
