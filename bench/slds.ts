/** How well the SVAE-SLDS finds states and foretells, headless; what its step costs; how soon it is there in the page. */
import { PLAY_SEEDS } from './config.ts';
import { type Figure, firstSeeds, lower, type Measurement, share } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import { referenceMs } from './referenceWork.ts';
import { mean, median, spread } from './statistics.ts';
import { stepMs } from './steps.ts';
import { trainSeeds } from './trainRuns.ts';

const LAB = 'svae-slds';
const STEPS = 800;
/** Of the two tempos and of three: the share of the oracle's index that counts as found. */
const FOUND = { two: 0.9, three: 0.85 } as const;
/** How far each period may be off, relatively. */
const PERIOD = 0.02;

/** What `npm run train -- --json` prints for a run, as far as it is used here. */
interface Run {
  readonly seed: number;
  readonly adjustedRandIndex: number;
  readonly oracleAdjustedRandIndex: number;
  readonly periods: readonly (number | null)[];
  readonly truePeriods: readonly number[];
  readonly forecastMse: { readonly ahead10: number; readonly lds: number };
  readonly seconds: number;
}

const ofOracle = (run: Run) => run.adjustedRandIndex / run.oracleAdjustedRandIndex;

export async function measureSldsQuality(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 20 : 4);
  const [two, three] = await Promise.all([
    trainSeeds<Run>(LAB, seeds, STEPS),
    trainSeeds<Run>(LAB, seeds, STEPS, ['signal=three-tempo']),
  ]);
  const found = (runs: readonly Run[], bar: number) =>
    runs.filter((run) => ofOracle(run) >= bar).length;
  const periods = two.filter(({ periods: of, truePeriods }) =>
    truePeriods.every((truth, k) => Math.abs((of[k] ?? 0) / truth - 1) <= PERIOD),
  ).length;
  const ratios = two.map(({ forecastMse: { ahead10, lds } }) => ahead10 / lds);
  const n = seeds.length;
  return {
    figures: [
      share(
        `two tempos: seeds whose Rand index is at least ${FOUND.two} of the oracle's`,
        ...([found(two, FOUND.two), n, [18, 20, 20]] as const),
      ),
      share(
        `three tempos: seeds whose Rand index is at least ${FOUND.three} of the oracle's`,
        ...([found(three, FOUND.three), n, [15, 18, 20]] as const),
      ),
      share('two tempos: seeds with both periods within 2 %', periods, n, [18, 20, 20]),
      {
        name: 'error 10 steps ahead over that of an SVAE-LDS with as many latents, mean',
        atLeast: lower(0.5, '1/2'),
        aim: lower(1 / 3, '1/3'),
        value: mean(ratios),
        measured: `${mean(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
      },
    ],
    run: `seeds 0 to ${n - 1}, ${STEPS} steps, Node`,
    notes: [
      `SVAE-SLDS: share of the oracle's index, two tempos ${spread(two.map(ofOracle), '', 2)}, three ${spread(three.map(ofOracle), '', 2)}; two processes, ${spread(
        two.map(({ seconds }) => seconds),
        's',
      )} each. With --full seeds 0 to 19.`,
    ],
  };
}

/** Windows, latents and networks as in the other lab. */
export async function measureSldsStep(): Promise<Measurement> {
  const same = { latentDimension: 4, windows: 20, windowSteps: 80 };
  const [switching, single] = await stepMs(
    [
      { lab: LAB, settings: { ...same, warmUpSteps: 0 } },
      { lab: 'svae-lds', settings: same },
    ],
    { warmUp: 30, rounds: 10 },
  );
  const ratio = switching / single;
  return {
    figures: [
      {
        name: 'SVAE-SLDS: a training step over one of an SVAE-LDS of equal size',
        atLeast: lower(3, '3 x'),
        aim: lower(2, '2 x'),
        value: ratio,
        measured: `${ratio.toFixed(2)} x (${switching.toFixed(1)} against ${single.toFixed(1)} ms)`,
      },
    ],
    run: '4 latents, 20 windows of 80 steps, 4 states, wasm, Node',
    referenceMs: referenceMs(),
    notes: [],
  };
}

/** From Play to states that are found, on the stretch that the page shows. */
export async function measureSldsPlayTime(
  laboratory: Laboratory,
  full: boolean,
): Promise<Measurement> {
  const seeds = PLAY_SEEDS[full ? 'full' : 'short'];
  const seconds: number[] = [];
  const references: number[] = [];
  for (const seed of seeds) {
    const page = await openLab(laboratory, { lab: LAB, seed });
    references.push(await page.evaluate(() => window.svaeBench.referenceMs()));
    const found = page.evaluate(
      (bar) =>
        window.svaeBench.paintedWhen(({ phase, scores }: Scored) => {
          const oracle = scores?.oracleAdjustedRandIndex ?? Number.NaN;
          return phase === 'states' && (scores?.adjustedRandIndex ?? 0) >= bar * oracle;
        }),
      FOUND.two,
    );
    await playAtFullSpeed(page);
    const foundAt = await found;
    seconds.push(
      (foundAt - ((await page.evaluate(() => window.svaeBench.clickedAt())) ?? 0)) / 1000,
    );
  }
  const figure: Figure = {
    name: `SVAE-SLDS: from Play to ${FOUND.two} of the oracle's Rand index, painted, in Chromium`,
    atLeast: lower(60, '60 s'),
    aim: lower(20, '20 s'),
    value: median(seconds),
    measured: spread(seconds, 's', 1),
  };
  return {
    figures: [figure],
    run: `two tempos, seeds ${seeds.join(', ')}, Chromium`,
    referenceMs: median(references),
    notes: ['Of the stretch that the page shows; in that of seed 1 there is one true state.'],
  };
}

/** Of the snapshot. */
interface Scored {
  readonly phase: 'warm-up' | 'states';
  readonly scores: {
    readonly adjustedRandIndex: number;
    readonly oracleAdjustedRandIndex: number | null;
  } | null;
}
