/** How many true topics are found, and how near the shares come to the true ones, headless. */
import { type Figure, higher, type Measurement } from './figures.ts';
import { mean } from './statistics.ts';
import { PROCESSES, trainSeeds } from './trainRuns.ts';

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
const FEW_SEEDS = SEEDS.slice(0, 10);
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

export async function measureTopicsQuality(): Promise<Measurement> {
  const bars = await trainSeeds<Run>('topics', SEEDS, STEPS);
  const mixed = await trainSeeds<Run>('topics', SEEDS, STEPS, ['mixing=1', 'alpha=1']);
  const individuals = await trainSeeds<Run>('topics', FEW_SEEDS, STEPS, [
    ...['corpus=ancestry', 'topics=3', 'heldOut=0', 'eta=1'],
    ...['mixing=0.1', 'alpha=0.1'],
  ]);
  const errors = (of: (run: Run) => number) => mean(individuals.map(of)).toFixed(4);
  return {
    figures: [
      seedsThat('Topics: all ten bars found, alpha 0.2', bars, hasAllBars, 18, 20),
      seedsThat('Topics: all ten bars found, alpha 1', mixed, hasAllBars, 15, 20),
      seedsThat('Topics: shares of individuals within 0.05', individuals, hasShares, 9, 10),
    ],
    run: `seeds 0 to ${SEEDS.length - 1}, of individuals 0 to ${FEW_SEEDS.length - 1}, ${STEPS} steps, Node`,
    notes: [
      `Topics: ${STEPS} steps in Node, ${PROCESSES} processes. 120 individuals with 300 loci of three populations, F 0.1, mixing and alpha 0.1: mean error of the shares ${errors(({ shareError }) => shareError)}, with the true allele frequencies ${errors(({ oracleShareError }) => oracleShareError)}.`,
    ],
  };
}

const hasAllBars = ({ topicsRecovered }: Run): boolean => topicsRecovered === BARS;
const hasShares = ({ shareError }: Run): boolean => shareError <= LARGEST_ERROR;

function seedsThat(
  name: string,
  runs: readonly Run[],
  isGood: (run: Run) => boolean,
  bar: number,
  aim: number,
): Figure {
  const value = runs.filter(isGood).length;
  const of = (count: number) => higher(count, `${count} of ${runs.length}`);
  return {
    name: `${name}, seeds`,
    atLeast: of(bar),
    aim: of(aim),
    value,
    measured: `${value} of ${runs.length}`,
  };
}
