/** How good the clusters are: the default preset from many seeds, headless, in two processes. */
import { LAB, STEPS } from './config.ts';
import { firstSeeds, higher, type Measurement } from './figures.ts';
import { mean, median, quantile, spread } from './statistics.ts';
import { PROCESSES } from './tasks.ts';
import { trainSeeds } from './trainRuns.ts';

/** What `npm run train -- --json` prints for a run, as far as it is used here. */
interface Run {
  readonly seed: number;
  readonly adjustedRandIndex: number;
  readonly clustersUsed: number;
  readonly seconds: number;
  readonly breakdown?: string;
}

export async function measureQuality(
  asked: readonly number[] | null,
  full: boolean,
): Promise<Measurement> {
  const seeds = asked ?? firstSeeds(full ? 100 : 20);
  const runs = await trainSeeds<Run>(LAB, seeds, STEPS);

  const indices = runs.map(({ adjustedRandIndex }) => adjustedRandIndex);
  const atLeast = (bar: number) => indices.filter((index) => index >= bar).length;
  const percent = (count: number) => (100 * count) / runs.length;
  const used = runs.map(({ clustersUsed }) => clustersUsed);
  const worst = [...runs]
    .sort((a, b) => a.adjustedRandIndex - b.adjustedRandIndex)
    .slice(0, 5)
    .map(({ seed, adjustedRandIndex }) => `${seed} (${adjustedRandIndex.toFixed(2)})`);
  const broken = runs.filter(({ breakdown }) => breakdown !== undefined);
  const ofAll = `of ${runs.length} seeds`;
  return {
    figures: [
      {
        name: 'adjusted Rand index, mean over seeds',
        atLeast: higher(0.98, '0.98'),
        aim: null,
        value: mean(indices),
        measured: mean(indices).toFixed(3),
      },
      {
        name: 'seeds with an index ≥ 0.90',
        atLeast: higher(90, '90 %'),
        aim: null,
        value: percent(atLeast(0.9)),
        measured: `${atLeast(0.9)} ${ofAll}`,
      },
      {
        name: 'seeds with an index ≥ 0.95',
        atLeast: higher(95, '95 %'),
        aim: null,
        value: percent(atLeast(0.95)),
        measured: `${atLeast(0.95)} ${ofAll}`,
      },
      {
        name: 'clusters used for the five arms',
        atLeast: null,
        aim: null,
        value: median(used),
        measured: spread(used, '', 0),
      },
    ],
    run: `seeds ${runs[0].seed} to ${runs[runs.length - 1].seed}, ${STEPS} steps, Node`,
    notes: [
      `Quality: ${STEPS} steps, seeds ${runs[0].seed} to ${runs[runs.length - 1].seed}, wasm in Node, ${PROCESSES} processes, ${spread(
        runs.map(({ seconds }) => seconds),
        's',
        2,
      )} each. Index: median ${median(indices).toFixed(3)}, 5th percentile ${quantile(indices, 0.05).toFixed(3)}; lowest: seeds ${worst.join(', ')}. Runs that broke down: ${broken.length}.`,
    ],
  };
}
