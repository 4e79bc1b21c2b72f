import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../scripts/processes.mjs';

/** Runs go on side by side in so many processes. */
export const PROCESSES = 2;

/**
 * What `npm run train -- --json` prints for each seed, as on the command line.
 *
 * @param settings as `--set` takes them: "clusters=5"
 */
export async function trainSeeds<Run>(
  lab: string,
  seeds: readonly number[],
  steps: number,
  settings: readonly string[] = [],
): Promise<Run[]> {
  const share = Math.ceil(seeds.length / PROCESSES);
  const parts = Array.from({ length: PROCESSES }, (_, i) =>
    seeds.slice(i * share, (i + 1) * share),
  ).filter((part) => part.length > 0);
  const runs = (
    await Promise.all(parts.map((part) => train<Run>(lab, part, steps, settings)))
  ).flat();
  if (runs.length !== seeds.length)
    throw new Error(`${runs.length} of ${seeds.length} runs ended.`);
  return runs;
}

/** Consecutive seeds in one process. */
async function train<Run>(
  lab: string,
  seeds: readonly number[],
  steps: number,
  settings: readonly string[],
): Promise<Run[]> {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const range = `${seeds[0]}-${seeds[seeds.length - 1]}`;
  const options = ['--model', lab, '--seeds', range, '--steps', String(steps), '--json'];
  for (const setting of settings) options.push('--set', setting);
  const child = spawn(process.execPath, [tsx, 'scripts/train.ts', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const runs: Run[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const result = JSON.parse(line);
    if ('seed' in result) runs.push(result);
  }
  return runs;
}
