/** How well the model goes on alone, next to forecasts that need no model. */
import type { Sequence } from '../../../datasets/dataset.ts';
import { meanSquaredError } from '../../shared/engine/forecastFigures.ts';
import { naiveForecasts } from '../../shared/engine/naiveForecasts.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import type { Forecaster } from './forecast.ts';

/** Rows shown before a forecast begins, rows for training among them. */
const SEEN = 100;
/** Steps ahead, first and last. */
const HORIZONS = {
  ahead1: [1, 1],
  ahead2to5: [2, 5],
  ahead6to20: [6, 20],
  ahead21to50: [21, 50],
  ahead51to100: [51, 100],
} as const;
const FARTHEST = 100;
/** Forecasts begin at so many places, evenly spaced over the rows held out, each short of the end. */
const ORIGINS = 10;
const LEAST_AHEAD = 5;
const SAMPLES = 50;

type Horizon = keyof typeof HORIZONS;

/** Mean squared errors so many steps ahead; null where there is nothing to compare with. */
type Errors = Readonly<Record<Horizon, number | null>>;

export interface RollingErrors {
  /** Steps of a period that the seasonal forecast repeats; null where there is none. */
  readonly season: number | null;
  readonly model: Errors;
  readonly lastValue: Errors;
  readonly seasonal: Errors | null;
}

/**
 * Errors against the clean signal (the data where that is not known) in the data set's unit of distance,
 * over the same rows for all three; null where nothing is held out.
 *
 * @param season steps that the seasonal forecast repeats; null for none
 */
export function rollingForecasts(
  forecaster: Forecaster,
  natural: Float64Array,
  edits: readonly SvaeLdsEdit[],
  dataset: Sequence,
  season: number | null,
): RollingErrors | null {
  const { rows, heldOutRows, dimension: D, values, clean, distance, delays } = dataset;
  const from = rows - heldOutRows;
  const last = rows - Math.min(LEAST_AHEAD, heldOutRows);
  if (heldOutRows === 0) return null;
  const sums = { model: tally(), lastValue: tally(), seasonal: tally() };
  for (let k = 0; k < ORIGINS; k++) {
    const origin = Math.round(from + (k * (last - from)) / (ORIGINS - 1));
    const first = Math.max(0, origin - SEEN);
    const stretch = values.slice(first * D, Math.min(rows, origin + FARTHEST) * D);
    const [steps, inputEnds] = [stretch.length / D, origin - first];
    const request = { values: stretch, steps, inputEnds, natural, edits, samples: SAMPLES };
    const outcome = forecaster.run(request);
    if (!outcome.ok) continue;
    // Periods may be longer than what the model is shown.
    const known = naiveForecasts(values.slice(0, (first + steps) * D), D, origin, season);
    const truth = clean?.slice(first * D, (first + steps) * D) ?? stretch;
    const add = (errors: Tally, guess: Float32Array) => {
      for (const [name, [near, far]] of Object.entries(HORIZONS))
        for (let row = inputEnds + near - 1; row < Math.min(steps, inputEnds + far); row++) {
          const error = meanSquaredError(guess, truth, D, row, row + 1, distance, delays?.columns);
          if (error === null || Number.isNaN(error)) continue;
          errors[name as Horizon].count += 1;
          errors[name as Horizon].sum += error;
        }
    };
    add(sums.model, outcome.forecast.mean);
    add(sums.lastValue, known.lastValue.subarray(first * D));
    if (known.seasonal) add(sums.seasonal, known.seasonal.subarray(first * D));
  }
  return {
    season,
    model: meansOf(sums.model),
    lastValue: meansOf(sums.lastValue),
    seasonal: season === null ? null : meansOf(sums.seasonal),
  };
}

type Tally = Record<Horizon, { sum: number; count: number }>;

const byHorizon = <Value>(of: (name: Horizon) => Value): Record<Horizon, Value> =>
  Object.fromEntries(
    (Object.keys(HORIZONS) as Horizon[]).map((name) => [name, of(name)]),
  ) as Record<Horizon, Value>;

const tally = (): Tally => byHorizon(() => ({ sum: 0, count: 0 }));

const meansOf = (errors: Tally): Errors =>
  byHorizon((name) => (errors[name].count > 0 ? errors[name].sum / errors[name].count : null));
