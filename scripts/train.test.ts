import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from './processes.mjs';

/** The command as people type it: hooks of npm around it would show too. */
async function train(...options: string[]): Promise<{ lines: string[]; code: number }> {
  const command = ['run', '--silent', 'train', '--', ...options];
  const done = promisify(execFile)('npm', command, { cwd: root });
  const { stdout, code = 0 } = (await done.catch(
    (error: { stdout: string; code: number }) => error,
  )) as { stdout: string; code?: number };
  return { lines: stdout.trimEnd().split('\n'), code };
}

it('prints one JSON object for one run', async () => {
  const { lines, code } = await train(
    '--seed',
    '3',
    '--steps',
    '2',
    '--set',
    'clusters=4',
    '--json',
  );
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0])).toMatchObject({
    adjustedRandIndex: expect.any(Number),
    clustersUsed: 4,
    elbo: {
      total: expect.any(Number),
      reconstruction: expect.any(Number),
      localKl: expect.any(Number),
      globalKl: expect.any(Number),
    },
    reconstructionMse: expect.any(Number),
    seconds: expect.any(Number),
    steps: 2,
    backend: 'wasm',
    seed: 3,
  });
}, 60_000);

it('prints a line for each of several seeds and a summary', async () => {
  const { lines } = await train('--seeds', '4-5', '--steps', '1', '--backend', 'cpu', '--json');
  expect(lines).toHaveLength(3);
  expect(lines.slice(0, 2).map((line) => JSON.parse(line).seed)).toEqual([4, 5]);
  const { summary } = JSON.parse(lines[2]);
  expect(summary).toMatchObject({ runs: 2, elbo: { total: { mean: expect.any(Number) } } });
}, 60_000);

it('says what is wrong with an option, and fails', async () => {
  const { code } = await train('--steps', 'many');
  expect(code).not.toBe(0);
}, 60_000);
