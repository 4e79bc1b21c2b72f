/** The SVAE-GMM on data other than the five arms: the default preset, nothing else set, headless. */
import { join } from 'node:path';
import { root } from '../scripts/processes.mjs';
import { loadLab } from '../src/labs/registry.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { defaultValues } from '../src/settings/values.ts';
import { LAB, STEPS } from './config.ts';
import { type Figure, firstSeeds, higher, lower, type Measurement, share } from './figures.ts';
import { mean } from './statistics.ts';
import { PROCESSES, spread } from './tasks.ts';
import { trainSeeds } from './trainRuns.ts';

const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const MOST_CLUSTERS = 7;
/** An index from which a person would call the clusters right. */
const GOOD = 0.9;
/** By then joined moons and their pieces have both had a thousand steps, and the ELBO has decided. */
const STEPS_FOR_MOONS = 2200;

/** What `npm run train -- --json` prints for a run, as far as it is used here. */
interface Run {
  readonly adjustedRandIndex: number;
  readonly clustersUsed: number;
}

/** Data set, as `--set` takes it, and the mean index to reach. */
interface Row {
  readonly name: string;
  readonly settings: readonly string[];
  readonly bar: number;
  readonly aim: number;
  /** Training steps; `STEPS` unless given. */
  readonly steps?: number;
  /** Other figures of the same runs. */
  readonly more?: (row: Row, runs: readonly Run[]) => readonly Figure[];
}

const ROWS: readonly Row[] = [
  { name: 'two moons', settings: ['dataset=moons'], bar: 0.95, aim: 0.98, more: goodSeeds },
  {
    ...{ name: `two moons, ${STEPS_FOR_MOONS} steps`, settings: ['dataset=moons'] },
    ...{ bar: 0.95, aim: 0.98, steps: STEPS_FOR_MOONS },
  },
  ...COUNTS.map((arms) => ({
    name: `${arms} arms`,
    settings: [`arms=${arms}`],
    bar: 0.94,
    aim: 0.97,
  })),
  ...[400, 1000].map((points) => ({
    name: `${points} points per arm`,
    settings: [`pointsPerArm=${points}`],
    bar: 0.96,
    aim: 0.98,
    more: mostClusters,
  })),
  ...COUNTS.map((blobs) => ({
    name: `${blobs} blobs`,
    settings: ['dataset=blobs', `blobs=${blobs}`],
    bar: 0.97,
    aim: 0.99,
  })),
];

/** Points drawn by hand in `docs/drawn/`, and how many clusters a person would say they are. */
const DRAWN = [
  { name: 'three-strokes', clusters: 3 },
  { name: 'two-letters', clusters: 2 },
  { name: 'spiral-and-blob', clusters: 2 },
];

export async function measureLearning(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 20 : 3);
  const figures = await Promise.all([
    ...ROWS.map(async (row) => {
      const runs = await trainSeeds<Run>(LAB, seeds, row.steps ?? STEPS, row.settings);
      return [indexOf(row, runs), ...(row.more?.(row, runs) ?? [])];
    }),
    rings(seeds),
    scaled(firstSeeds(full ? 3 : 1)),
    ...DRAWN.map((drawing) => drawn(drawing, seeds)),
  ]);
  return {
    figures: figures.flat(),
    run: `seeds 0 to ${seeds.length - 1}, ${STEPS} steps (moons also ${STEPS_FOR_MOONS}), Node`,
    notes: [
      `Learning: Node, ${PROCESSES} processes, default preset; with --full seeds 0 to 19. With eight blobs and more no method reaches the bar: the true Gaussians themselves have .955, .935 and .918 for 8, 9 and 10 blobs, since blobs overlap.`,
      'Rings: the ELBO prefers one cluster (docs/learning.md), so that is what should be found.',
    ],
  };
}

async function rings(seeds: readonly number[]): Promise<Figure[]> {
  const runs = await trainSeeds<Run>(LAB, seeds, STEPS, ['dataset=rings']);
  const one = runs.filter(({ clustersUsed }) => clustersUsed === 1).length;
  return [share('rings: seeds that end with one cluster', one, runs.length, [18, null, 20])];
}

async function drawn(
  { name, clusters }: (typeof DRAWN)[number],
  seeds: readonly number[],
): Promise<Figure[]> {
  const file = join(root, 'docs', 'drawn', `${name}.csv`);
  const runs = await trainSeeds<Run>(LAB, seeds, STEPS, [], ['--data', file, '--class', 'shape']);
  const right = runs.filter(({ clustersUsed }) => clustersUsed === clusters).length;
  const what = `drawn by hand, ${name.replaceAll('-', ' ')}: seeds with ${clusters} clusters`;
  return [{ ...share(what, right, runs.length, [1, null, 1]), atLeast: null }];
}

/** Whether own points in other units give the same clusters, point by point. */
async function scaled(seeds: readonly number[]): Promise<Figure[]> {
  const cases = CHANGES.flatMap((change) => seeds.map((seed) => ({ seed, change })));
  const found = await spread<readonly number[]>(import.meta.url, cases);
  const asTheyAre = found.slice(0, seeds.length).map(String);
  const same = found.filter((clusters, i) => String(clusters) === asTheyAre[i % seeds.length]);
  const [good, all] = [same.length - seeds.length, found.length - seeds.length];
  const what = 'five arms times 0.001, times 1,000 and moved by 1,000,000: same clusters';
  return [share(what, good, all, [1, null, 1])];
}

const CHANGES = [
  { factor: 1, shift: 0 },
  { factor: 1e-3, shift: 0 },
  { factor: 1e3, shift: 0 },
  { factor: 1, shift: 1e6 },
];

interface Scaled {
  readonly seed: number;
  readonly change: (typeof CHANGES)[number];
}

/** In a process of the bench: the cluster of each of the five arms' points in other units. */
export async function task({ seed, change }: Scaled): Promise<readonly number[]> {
  const activation = await activateBackend('wasm');
  if (!activation.ok) throw new Error(activation.reason);
  const { makeDataset, create, table } = await loadLab(LAB);
  const { rows, columns, values } = makeDataset(defaultValues(table), seed, null);
  const own = {
    ...{ name: 'arms', rows, columns, labels: null },
    values: Float64Array.from(values, (value) => value * change.factor + change.shift),
  };
  const settings = { ...defaultValues(table), dataset: 'own' };
  const engine = create({ settings, dataset: makeDataset(settings, seed, own), seed });
  while (engine.step < STEPS) engine.train();
  const { assignments } = engine.snapshot() as unknown as {
    readonly assignments: ArrayLike<number>;
  };
  engine.dispose();
  return Array.from(assignments);
}

function indexOf({ name, bar, aim }: Row, runs: readonly Run[]): Figure {
  const indices = runs.map(({ adjustedRandIndex }) => adjustedRandIndex);
  const value = mean(indices);
  const good = indices.filter((index) => index >= GOOD).length;
  const used = runs.map(({ clustersUsed }) => clustersUsed);
  return {
    name: `adjusted Rand index, ${name}`,
    atLeast: higher(bar, bar.toFixed(2)),
    aim: higher(aim, aim.toFixed(2)),
    value,
    measured: `${value.toFixed(3)} (${good} of ${runs.length} ≥ ${GOOD}; ${Math.min(...used)} to ${Math.max(...used)} clusters)`,
  };
}

function mostClusters({ name }: Row, runs: readonly Run[]): readonly Figure[] {
  const value = Math.max(...runs.map(({ clustersUsed }) => clustersUsed));
  const figure = {
    name: `most clusters in use, ${name}`,
    atLeast: lower(MOST_CLUSTERS, String(MOST_CLUSTERS)),
    aim: lower(6, '6'),
    value,
    measured: String(value),
  };
  return [figure];
}

function goodSeeds({ name }: Row, runs: readonly Run[]): readonly Figure[] {
  const good = runs.filter(({ adjustedRandIndex }) => adjustedRandIndex >= GOOD).length;
  return [share(`${name}: seeds with an index ≥ ${GOOD}`, good, runs.length, [18, null, 20])];
}
