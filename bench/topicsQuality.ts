/** How many true topics are found, and how near the shares come to the true ones, headless. */
import { firstSeeds, type Measurement, share } from './figures.ts';
import { mean } from './statistics.ts';
import { PROCESSES } from './tasks.ts';
import { trainSeeds } from './trainRuns.ts';

const STEPS = 150;
const BARS = 10;
/** Mean absolute error of the shares of an individual. */
const LARGEST_ERROR = 0.05;

/** What `npm run train -- --json` prints for a run, as far as it is used here. */
interface Run {
  readonly topicsRecovered: number;
  readonly shareError: number;
  readonly oracleShareError: number;
}

export async function measureTopicsQuality(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 20 : 10);
  const fewer = firstSeeds(full ? 10 : 5);
  const [bars, mixed, individuals] = await Promise.all([
    trainSeeds<Run>('topics', seeds, STEPS),
    trainSeeds<Run>('topics', seeds, STEPS, ['mixing=1', 'alpha=1']),
    trainSeeds<Run>('topics', fewer, STEPS, [
      ...['corpus=ancestry', 'topics=3', 'heldOut=0', 'eta=1'],
      ...['mixing=0.1', 'alpha=0.1'],
    ]),
  ]);
  const count = (name: string, runs: readonly Run[], isGood: (run: Run) => boolean) =>
    [`Topics: ${name}, seeds`, runs.filter(isGood).length, runs.length] as const;
  const errors = (of: (run: Run) => number) => mean(individuals.map(of)).toFixed(4);
  return {
    figures: [
      share(...count('all ten bars found, alpha 0.2', bars, hasAllBars), [18, 20, 20]),
      share(...count('all ten bars found, alpha 1', mixed, hasAllBars), [15, 20, 20]),
      share(...count('shares of individuals within 0.05', individuals, hasShares), [9, 10, 10]),
    ],
    run: `seeds 0 to ${seeds.length - 1}, of individuals 0 to ${fewer.length - 1}, ${STEPS} steps, Node`,
    notes: [
      `Topics: ${PROCESSES} processes. 120 individuals with 300 loci of three populations, F 0.1, mixing and alpha 0.1: mean error of the shares ${errors(({ shareError }) => shareError)}, with the true allele frequencies ${errors(({ oracleShareError }) => oracleShareError)}.`,
    ],
  };
}

const hasAllBars = ({ topicsRecovered }: Run): boolean => topicsRecovered === BARS;
const hasShares = ({ shareError }: Run): boolean => shareError <= LARGEST_ERROR;
