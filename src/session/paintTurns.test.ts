import { expect, it } from 'vitest';
import { PaintTurns } from './paintTurns.ts';

function watched() {
  const paints: (() => void)[] = [];
  const turns = new PaintTurns((callback) => paints.push(callback));
  let count = 0;
  const wait = () => {
    void turns.next().then(() => {
      count += 1;
    });
  };
  const paint = async () => {
    for (const callback of paints.splice(0)) callback();
    await Promise.resolve();
  };
  const hurry = async () => {
    turns.hurry();
    await Promise.resolve();
  };
  return { wait, paint, hurry, count: () => count };
}

it('waits for the paint', async () => {
  const { wait, paint, count } = watched();
  wait();
  await Promise.resolve();
  expect(count()).toBe(0);
  await paint();
  expect(count()).toBe(1);
});

it('can be hurried once between two paints', async () => {
  const { wait, paint, hurry, count } = watched();
  wait();
  await hurry();
  expect(count()).toBe(1);
  wait();
  await hurry();
  expect(count()).toBe(1);
  await paint();
  expect(count()).toBe(2);
  wait();
  await hurry();
  expect(count()).toBe(3);
});
