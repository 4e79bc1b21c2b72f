/** What the SVAE-LDS learns by its default preset, and how well it can be turned to another pace. */

import { makeSvaeLdsDataset } from '../src/labs/svaeLds/engine/data.ts';
import { SvaeLdsEngine } from '../src/labs/svaeLds/engine/engine.ts';
import { svaeLds } from '../src/labs/svaeLds/lab.ts';
import type { SvaeLdsSettings } from '../src/labs/svaeLds/settings.ts';
import { activateBackend } from '../src/networks/backend.ts';
import { defaultValues } from '../src/settings/values.ts';
import { firstSeeds, higher, lower, type Measurement, share } from './figures.ts';
import { median, spread } from './statistics.ts';
import { spread as spreadTasks } from './tasks.ts';
import { trainSeeds } from './trainRuns.ts';

const LAB = 'svae-lds';
const STEPS = 1000;
/** Of the models whose frequency is changed, by dial and by retraining. */
const CHANGED_STEPS = 300;
const DIAL = [0.5, 0.75, 1.5, 2];
const NEW_SPEED = 1.5;
/** A period counts as found when it is off by no more than this. */
const FOUND = 0.01;
const MOST_STEPS = 2000;

interface Run {
  readonly seed: number;
  readonly period: number | null;
  readonly truePeriod: number;
  readonly forecastMse: { readonly ahead50to100: number; readonly predictMean: number };
  readonly seconds: number;
}

export async function measureLdsQuality(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 20 : 4);
  const runs = await trainSeeds<Run>(LAB, seeds, STEPS);
  const found = runs.filter(({ period, truePeriod }) => isFound(period, truePeriod)).length;
  const far = runs.map(({ forecastMse }) => forecastMse.ahead50to100);
  return {
    figures: [
      share('LDS: seeds whose period is within 1 % of the truth', found, runs.length, [18, 20, 20]),
      {
        name: 'LDS: forecast 50 to 100 steps ahead, mean squared error',
        atLeast: lower(0.015, 'median 0.015'),
        aim: lower(0.005, '0.005'),
        value: median(far),
        measured: spread(far, '', 4),
      },
    ],
    run: `seeds 0 to ${seeds.length - 1}, ${STEPS} steps, Node`,
    notes: [
      `LDS: wasm in Node, two processes, ${spread(
        runs.map(({ seconds }) => seconds),
        's',
      )} each; predicting the mean scores ${runs[0].forecastMse.predictMean.toFixed(3)}.`,
    ],
  };
}

/** In a process of the bench: errors of the dial in percent, and how much faster retraining is. */
export async function task(seed: number) {
  const activation = await activateBackend('wasm');
  if (!activation.ok) throw new Error(activation.reason);
  const trained = engine({}, seed);
  while (trained.step < CHANGED_STEPS) step(trained);
  const dialErrors = DIAL.map((angleFactor) => {
    trained.setEdits([{ kind: 'turnEigenvalue', pair: 0, angleFactor, radiusFactor: 1 }]);
    const { period, truePeriod } = trained.measure();
    const asked = (truePeriod ?? Number.NaN) / angleFactor;
    return 100 * Math.abs((period ?? 0) / asked - 1);
  });
  const speed = NEW_SPEED * svaeLds.table.settings.speed.default;
  const full = untilFound(engine({ speed }, seed));
  const retrained = engine({ speed, trains: 'globals' }, seed);
  retrained.load(trained.save());
  return { dialErrors, speedUp: full / untilFound(retrained) };
}

/** The dial, and retraining of the dynamics alone to a new frequency. */
export async function measureLdsFrequency(full: boolean): Promise<Measurement> {
  const seeds = firstSeeds(full ? 3 : 2);
  const runs = await spreadTasks<Awaited<ReturnType<typeof task>>>(import.meta.url, seeds);
  const dialErrors = runs.flatMap((one) => one.dialErrors);
  const speedUps = runs.map(({ speedUp }) => speedUp);
  const worst = Math.max(...dialErrors);
  return {
    figures: [
      {
        name: 'LDS: dial at 0.5, 0.75, 1.5 and 2, period against asked',
        atLeast: lower(2, 'within 2 %'),
        aim: lower(0.5, '0.5 %'),
        value: worst,
        measured: `within ${worst.toFixed(2)} %`,
      },
      {
        name: 'LDS: retraining the dynamics alone to a new frequency, against everything',
        atLeast: higher(5, '5 x faster'),
        aim: higher(20, '20 x faster'),
        value: median(speedUps),
        measured: spread(speedUps, 'x', 0),
      },
    ],
    run: `seeds ${seeds.join(', ')}, ${CHANGED_STEPS} steps, Node`,
    notes: [
      `LDS frequency: retraining: time in training steps until the period of the forecast is within 1 % of that of a dot ${NEW_SPEED} times as fast, from the trained model with its networks at rest and natural-gradient steps of 1, against a fresh model.`,
    ],
  };
}

function engine(change: Partial<SvaeLdsSettings>, seed: number): SvaeLdsEngine {
  const settings: SvaeLdsSettings = { ...defaultValues(svaeLds.table), ...change };
  return new SvaeLdsEngine({ settings, dataset: makeSvaeLdsDataset(settings, seed, null), seed });
}

function step(trained: SvaeLdsEngine): void {
  const outcome = trained.train();
  if (!outcome.ok) throw new Error(outcome.breakdown.message);
}

/** Milliseconds of training, without the looks, until the period is found. */
function untilFound(trained: SvaeLdsEngine): number {
  let spent = 0;
  const from = trained.step;
  while (trained.step < from + MOST_STEPS) {
    const start = performance.now();
    step(trained);
    spent += performance.now() - start;
    const { period, truePeriod } = trained.measure();
    if (truePeriod !== null && isFound(period, truePeriod)) return spent;
  }
  throw new Error(`The period was not found in ${MOST_STEPS} steps.`);
}

function isFound(period: number | null, truePeriod: number): boolean {
  return period !== null && Math.abs(period / truePeriod - 1) <= FOUND;
}
