import { afterEach, expect, it, vi } from 'vitest';
import { PROCESSES, spread, stopTasks } from './tasks.ts';

const fixture = new URL('./tasks.fixture.ts', import.meta.url).href;
// A new process first compiles what it runs.
vi.setConfig({ testTimeout: 60_000 });

afterEach(stopTasks);

it('does tasks in processes side by side, and gives the results in the order of the items', async () => {
  const results = await spread<{ readonly twice: number; readonly pid: number }>(
    fixture,
    [3, 1, 2],
  );
  expect(results.map(({ twice }) => twice)).toEqual([6, 2, 4]);
  const pids = new Set(results.map(({ pid }) => pid));
  expect(pids.size).toBe(PROCESSES);
  expect(pids).not.toContain(process.pid);
});

it('says why a task failed, and goes on to the next', async () => {
  await expect(spread(fixture, [-1])).rejects.toThrow('no number below 0');
  await expect(spread(fixture, ['end'])).rejects.toThrow('in the middle of its task');
  expect(await spread(fixture, [5])).toMatchObject([{ twice: 10 }]);
});

it('stops what is under way and what waits', async () => {
  const endless = spread(fixture, ['endless', 'endless', 1]);
  setTimeout(stopTasks, 50);
  await expect(endless).rejects.toThrow();
});
