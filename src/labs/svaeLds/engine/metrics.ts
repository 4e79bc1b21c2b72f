import type { Sequence } from '../../../datasets/dataset.ts';
import type { TrainingData } from '../../../svae/trainer.ts';
import { meanSquaredError } from '../../shared/engine/forecastFigures.ts';
import { heldOutStretch, trainingPart } from '../../shared/engine/heldOut.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import type { Forecaster } from './forecast.ts';
import { measuredPeriods, predictedPeriod } from './predictedPeriod.ts';
import { type RollingErrors, rollingForecasts } from './rollingForecasts.ts';

/** Steps the model is shown before it has to go on alone, and steps it then goes. */
const SEEN = 100;
const AHEAD = 100;
/** A period is measured over a longer forecast, as far as the held-out stretch goes. */
const AHEAD_FOR_PERIOD = 300;
const SAMPLES = 50;
/**
 * Columns of samples that the period of a measured series is read from: over 48 of them that of one model of the
 * sunspots differs by 3 % (standard deviation) from draw to draw.
 */
const MEASURED_COLUMNS = 480;
/** Forecasts start at so many places of the held-out stretch, and errors are averaged. */
const STARTS = [0, 50, 100, 150, 200];

export interface ForecastMeasures {
  /** Forecasts next to those that need no model; null where nothing is held out. */
  readonly baselines: RollingErrors | null;
  /** Of the forecast, in steps; see `predictedPeriod`. */
  readonly period: number | null;
  readonly truePeriod: number | null;
  /** Of the rows for training, measured alike; null for generated data. */
  readonly trainingPeriod: number | null;
  /**
   * Mean squared errors against the clean signal (the data where that is not known), in the data
   * set's unit of distance.
   */
  readonly forecastMse: {
    readonly ahead1to20: number | null;
    readonly ahead50to100: number | null;
    /** Of the training data's mean, over the same steps as `ahead50to100`. */
    readonly predictMean: number | null;
  };
}

/** How well the model goes on alone on data it has not seen. */
export function measureForecasts(
  forecaster: Forecaster,
  natural: Float64Array,
  edits: readonly SvaeLdsEdit[],
  dataset: Sequence,
): ForecastMeasures {
  const { training, season } = measuredPeriods(dataset);
  return {
    baselines: rollingForecasts(forecaster, natural, edits, dataset, season),
    period: forecastPeriod(forecaster, natural, edits, dataset),
    truePeriod: dataset.truePeriod,
    trainingPeriod: training,
    forecastMse: forecastErrors(forecaster, natural, edits, dataset),
  };
}

/** Of short sequences only what is held out is predicted; rows before it may be shown. */
export function forecastErrors(
  forecaster: Forecaster,
  natural: Float64Array,
  edits: readonly SvaeLdsEdit[],
  dataset: Sequence,
): ForecastMeasures['forecastMse'] {
  const { dimension: D, distance, delays } = dataset;
  const means = columnMeans(trainingPart(dataset));
  const near: (number | null)[] = [];
  const far: (number | null)[] = [];
  const blind: (number | null)[] = [];
  for (const from of STARTS) {
    const { values, clean, steps, context } = heldOutStretch(dataset, from, SEEN + AHEAD);
    if (steps < SEEN + AHEAD && from > 0) continue;
    const seen = Math.max(context, Math.min(SEEN, Math.floor(steps / 2)));
    const request = { values, steps, inputEnds: seen, natural, edits, samples: SAMPLES };
    const outcome = forecaster.run(request);
    if (!outcome.ok) continue;
    const truth = clean ?? values;
    const { mean } = outcome.forecast;
    const constant = truth.map((_, i) => means[i % D]);
    const error = (guess: Float32Array, first: number, last: number) =>
      steps < seen + last
        ? null
        : meanSquaredError(
            guess,
            truth,
            D,
            seen + first - 1,
            seen + last,
            distance,
            delays?.columns,
          );
    near.push(error(mean, 1, 20));
    far.push(error(mean, 50, 100));
    blind.push(error(constant, 50, 100));
  }
  return {
    ahead1to20: average(near),
    ahead50to100: average(far),
    predictMean: average(blind),
  };
}

function forecastPeriod(
  forecaster: Forecaster,
  natural: Float64Array,
  edits: readonly SvaeLdsEdit[],
  dataset: Sequence,
): number | null {
  const { values, steps, inputEnds } = stretchForPeriod(dataset);
  const shown = dataset.delays?.columns ?? dataset.dimension;
  const columns = dataset.own ? MEASURED_COLUMNS : undefined;
  const samples = columns === undefined ? SAMPLES : Math.ceil(columns / shown);
  const outcome = forecaster.run({ values, steps, inputEnds, natural, edits, samples });
  if (!outcome.ok) return null;
  return predictedPeriod(outcome.forecast, steps, inputEnds, dataset, columns);
}

/**
 * The held-out stretch, shown at its start. Where that is short, the forecast begins where rows are held out
 * and goes on past the end of the data.
 */
function stretchForPeriod(dataset: Sequence) {
  const steps = SEEN + AHEAD_FOR_PERIOD;
  const stretch = heldOutStretch(dataset, 0, steps);
  if (stretch.steps === steps && stretch.context === 0) return { ...stretch, inputEnds: SEEN };
  const { rows, heldOutRows, dimension: D } = dataset;
  const inputEnds = Math.min(SEEN, rows - heldOutRows);
  const first = rows - heldOutRows - inputEnds;
  const values = new Float32Array((inputEnds + AHEAD_FOR_PERIOD) * D).fill(Number.NaN);
  values.set(dataset.values.subarray(first * D, (first + inputEnds) * D));
  return { values, steps: inputEnds + AHEAD_FOR_PERIOD, inputEnds };
}

/** Mean of what there is of each column. */
function columnMeans({ values, dimension }: TrainingData): Float32Array {
  const counts = new Float64Array(dimension);
  const means = new Float32Array(dimension);
  values.forEach((value, i) => {
    if (!Number.isNaN(value)) counts[i % dimension]++;
  });
  values.forEach((value, i) => {
    if (!Number.isNaN(value)) means[i % dimension] += value / counts[i % dimension];
  });
  return means;
}

function average(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}
