/** Whether the SVAE-LDS finds the period where its signal is weak: little data, much noise, networks that flatten. */
import type { OwnData } from '../src/datasets/ownData.ts';
import { makeSvaeLdsDataset } from '../src/labs/svaeLds/engine/data.ts';
import { SvaeLdsEngine } from '../src/labs/svaeLds/engine/engine.ts';
import { svaeLds } from '../src/labs/svaeLds/lab.ts';
import type { SvaeLdsSettings } from '../src/labs/svaeLds/settings.ts';
import { createRandom } from '../src/math/random.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { defaultValues } from '../src/settings/values.ts';
import { firstSeeds, type Measurement, share } from './figures.ts';
import { spread } from './tasks.ts';

const STEPS = 300;

interface WeakCase {
  readonly name: string;
  readonly change: Partial<SvaeLdsSettings>;
  /** A sine of amplitude 1 in one column, under noise of that standard deviation. */
  readonly sine?: { readonly rows: number; readonly period: number; readonly noise: number };
  /** How far a period may be off. */
  readonly within: number;
}

const CASES: readonly WeakCase[] = [
  {
    name: 'sine under noise of the same power, one column of 500 rows',
    change: {},
    sine: { rows: 500, period: 24, noise: 0.7 },
    within: 0.03,
  },
  {
    name: 'sine in one column of 130 rows',
    change: {},
    sine: { rows: 130, period: 12, noise: 0.4 },
    within: 0.03,
  },
  {
    name: 'dot through three layers of ReLU units',
    change: { hiddenLayers: 3, activation: 'relu' },
    within: 0.01,
  },
  {
    name: 'dot through two layers of sigmoid units',
    change: { hiddenLayers: 2, activation: 'sigmoid' },
    within: 0.01,
  },
];

export async function measureLdsWeak(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 20 : 3);
  const figures = await Promise.all(
    CASES.map(async ({ name, within }, at) => {
      const asked = seeds.map((seed) => ({ at, seed }));
      const found = (await spread<boolean>(import.meta.url, asked)).filter(Boolean).length;
      const what = `LDS, ${name}: seeds whose period is within ${100 * within} %`;
      return share(what, found, seeds.length, [19, 20, 20]);
    }),
  );
  return {
    figures,
    run: `seeds 0 to ${seeds.length - 1}, ${STEPS} steps, Node`,
    notes: [
      `LDS, weak signals: default settings, ${STEPS} steps, wasm in Node; each seed has data of its own.`,
    ],
  };
}

/** In a process of the bench: whether the period of a case is found from a seed. */
export async function task({ at, seed }: { readonly at: number; readonly seed: number }) {
  const activation = await activateBackend('wasm');
  if (!activation.ok) throw new Error(activation.reason);
  return isFound(CASES[at], seed);
}

function isFound({ change, sine, within }: WeakCase, seed: number): boolean {
  const settings: SvaeLdsSettings = {
    ...defaultValues(svaeLds.table),
    ...(sine && { signal: 'own' }),
    ...change,
  };
  const dataset = makeSvaeLdsDataset(settings, seed, sine ? sineSeries(sine, seed) : null);
  const engine = new SvaeLdsEngine({ settings, dataset, seed });
  while (engine.step < STEPS) {
    const outcome = engine.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
  }
  const { period, truePeriod } = engine.measure();
  engine.dispose();
  const truth = sine?.period ?? truePeriod ?? Number.NaN;
  return period !== null && Math.abs(period / truth - 1) <= within;
}

function sineSeries({ rows, period, noise }: NonNullable<WeakCase['sine']>, seed: number): OwnData {
  const random = createRandom(1000 + seed);
  const values = Float64Array.from(
    { length: rows },
    (_, t) => Math.sin((2 * Math.PI * t) / period) + noise * random.normal(),
  );
  return { name: 'sine', rows, columns: ['y'], values, labels: null };
}
