/** Runs of `npm run train`, as on the command line. */
import { train } from '../scripts/train.ts';
import { spread } from './tasks.ts';

interface Asked {
  readonly lab: string;
  readonly seed: number;
  readonly steps: number;
  readonly options: readonly string[];
}

/**
 * What `npm run train -- --json` prints for each seed.
 *
 * @param settings as `--set` takes them: "clusters=5"
 * @param more options of the command line
 */
export function trainSeeds<Run>(
  lab: string,
  seeds: readonly number[],
  steps: number,
  settings: readonly string[] = [],
  more: readonly string[] = [],
): Promise<Run[]> {
  const options = [...settings.flatMap((setting) => ['--set', setting]), ...more];
  const asked = seeds.map((seed): Asked => ({ lab, seed, steps, options }));
  return spread<Run>(import.meta.url, asked);
}

/** One run, in a process of the bench. A breakdown is a result as well. */
export async function task({ lab, seed, steps, options }: Asked): Promise<unknown> {
  let [out, complaint] = ['', ''];
  const run = ['--model', lab, '--seed', String(seed), '--steps', String(steps), '--json'];
  await train([...run, ...options], {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (complaint += text) },
  });
  if (out === '') throw new Error(`${lab}, seed ${seed}: ${complaint}`);
  return JSON.parse(out);
}
