/** Period and spectrum of what a model predicts, and the period of what it was trained on. S samples, T steps, D data dimension. */
import type { Sequence } from '../../../datasets/dataset.ts';
import { fittedSeason } from '../../../datasets/season.ts';
import { measurePeriod } from '../../../math/period.ts';
import { type PowerSpectrum, powerSpectrum } from '../../../math/powerSpectrum.ts';
import { shortestSinePeriod } from '../../../math/sinePeriod.ts';
import { trainingPart } from '../../shared/engine/heldOut.ts';
import type { Forecast } from './forecast.ts';

/** Fewer forecast steps than this say nothing of a period. */
const LEAST_MEASURED = 50;
/** Columns of all samples together, where there is no time for more. */
const MOST_COLUMNS = 48;

/** Values whose rows are steps of a prediction. */
interface Motion {
  /** rows x columns */
  readonly values: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

export interface MeasuredMotion {
  /** Steps after which the prediction repeats itself; null where nothing repeats. */
  readonly period: number | null;
  readonly spectrum: PowerSpectrum;
}

type Predicted = Pick<Forecast, 'decoded' | 'mean'>;
type Columns = Pick<Sequence, 'dimension' | 'delays' | 'own'>;

/**
 * Period and spectrum of the same values: of samples of the prediction, by the sum of their autocorrelations
 * and of their powers. The mean of the samples fades where their phases drift apart, and a signal that
 * fades repeats after two periods as well as after one. So the mean is used only where single samples are
 * too noisy to repeat themselves.
 */
export function predictedMotion(
  predicted: Predicted,
  steps: number,
  inputEnds: number,
  of: Columns,
): MeasuredMotion {
  const { motion, period } = repeating(predicted, steps, inputEnds, of);
  return { period, spectrum: powerSpectrum(motion.values, motion.rows, motion.columns) };
}

/** The period alone, over up to `most` columns of samples. */
export const predictedPeriod = (
  predicted: Predicted,
  steps: number,
  inputEnds: number,
  of: Columns,
  most = MOST_COLUMNS,
): number | null => repeating(predicted, steps, inputEnds, of, most).period;

function repeating(
  { decoded, mean }: Predicted,
  steps: number,
  inputEnds: number,
  { dimension: D, delays, own }: Columns,
  most = MOST_COLUMNS,
): { readonly motion: Motion; readonly period: number | null } {
  const from = steps - inputEnds >= LEAST_MEASURED ? inputEnds : 0;
  const ofSamples = sideBySide(decoded, mean.length, from, D, delays?.columns ?? D, most);
  const periodOf = own ? fittedPeriod : repeatsAfter;
  const period = periodOf(ofSamples);
  if (period !== null) return { motion: ofSamples, period };
  const ofMean = { values: mean.subarray(from * D), rows: steps - from, columns: D };
  const periodOfMean = periodOf(ofMean);
  return { motion: periodOfMean === null ? ofSamples : ofMean, period: periodOfMean };
}

const repeatsAfter = ({ values, rows, columns }: Motion) => measurePeriod(values, rows, columns);

/**
 * Measured swings fade and return at other strengths, and the autocorrelation of such a swing has its peak too
 * early. Least squares has not.
 */
function fittedPeriod(motion: Motion): number | null {
  const near = repeatsAfter(motion);
  return near && (shortestSinePeriod(motion.values, motion.rows, motion.columns, near) ?? near);
}

/**
 * Columns of several samples next to each other.
 *
 * @param decoded S x T x D
 * @param size T D
 * @param from first row
 * @param shown columns of a sample; the others hold the same values, some steps earlier
 * @param most of all samples together
 */
function sideBySide(
  decoded: Float32Array,
  size: number,
  from: number,
  D: number,
  shown: number,
  most: number,
): Motion {
  const samples = Math.min(decoded.length / size, Math.ceil(most / shown));
  const rows = size / D - from;
  const values = new Float32Array(rows * samples * shown);
  let at = 0;
  for (let t = from; t < from + rows; t++)
    for (let s = 0; s < samples; s++)
      for (let column = 0; column < shown; column++)
        values[at++] = decoded[s * size + t * D + column];
  return { values, rows, columns: samples * shown };
}

export interface MeasuredPeriods {
  /** Of the rows for training, in steps; null where nothing repeats, and for generated data. */
  readonly training: number | null;
  /** What a seasonal forecast of a measured series repeats: the known period, otherwise that of these rows. */
  readonly season: number | null;
}

export function measuredPeriods(dataset: Sequence): MeasuredPeriods {
  const training = dataset.own ? periodOfTraining(dataset) : null;
  return { training, season: dataset.truePeriod ?? training };
}

function periodOfTraining(dataset: Sequence): number | null {
  const { values, rows, dimension: D } = trainingPart(dataset);
  const shown = dataset.delays?.columns ?? D;
  return fittedSeason(
    values.filter((_, at) => at % D < shown),
    rows,
    shown,
  );
}
