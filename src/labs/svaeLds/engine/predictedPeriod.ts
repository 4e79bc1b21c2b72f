/** The period of what a model predicts, and of what it was trained on. S samples, T steps, D data dimension. */
import type { Sequence } from '../../../datasets/dataset.ts';
import { measurePeriod } from '../../../math/period.ts';
import { trainingPart } from '../../shared/engine/heldOut.ts';
import { seasonOfTraining } from '../../shared/engine/naiveForecasts.ts';
import type { Forecast } from './forecast.ts';

/** Fewer forecast steps than this say nothing of a period. */
const LEAST_MEASURED = 50;
/** Columns of all samples together: more cost time and make the period no more certain. */
const MOST_COLUMNS = 48;

/** The rows of a prediction over which its period is measured. */
export interface MeasuredPart {
  /** rows x columns; a view, not a copy. */
  readonly values: Float32Array;
  readonly rows: number;
}

/** The rows after the input has ended, or all where too few are left. */
export function measuredPart(
  prediction: Float32Array,
  steps: number,
  inputEnds: number,
): MeasuredPart {
  const from = steps - inputEnds >= LEAST_MEASURED ? inputEnds : 0;
  const values = prediction.subarray((from * prediction.length) / steps);
  return { values, rows: steps - from };
}

/**
 * Steps after which samples of the prediction repeat themselves, by the sum of their autocorrelations; null
 * where nothing repeats. The mean of the samples fades where their phases drift apart, and a signal that
 * fades repeats after two periods as well as after one. So the mean is used only where single samples are
 * too noisy to repeat themselves.
 */
export function predictedPeriod(
  { decoded, mean }: Pick<Forecast, 'decoded' | 'mean'>,
  steps: number,
  inputEnds: number,
  { dimension: D, delays }: Pick<Sequence, 'dimension' | 'delays'>,
): number | null {
  // Delayed columns hold the same values, some steps earlier.
  const columns = delays?.columns ?? D;
  const samples = Math.min(decoded.length / mean.length, Math.ceil(MOST_COLUMNS / columns));
  const sideBySide = new Float32Array(steps * samples * columns);
  let at = 0;
  for (let t = 0; t < steps; t++)
    for (let s = 0; s < samples; s++)
      for (let column = 0; column < columns; column++)
        sideBySide[at++] = decoded[(s * steps + t) * D + column];
  const ofSamples = measuredPart(sideBySide, steps, inputEnds);
  const ofMean = measuredPart(mean, steps, inputEnds);
  return (
    measurePeriod(ofSamples.values, ofSamples.rows, samples * columns) ??
    measurePeriod(ofMean.values, ofMean.rows, D)
  );
}

export interface MeasuredPeriods {
  /** Of the rows for training, in steps; null where nothing repeats, and for generated data. */
  readonly training: number | null;
  /** What a seasonal forecast of a measured series repeats: the known period, otherwise that of these rows. */
  readonly season: number | null;
}

export function measuredPeriods(dataset: Sequence): MeasuredPeriods {
  const training = dataset.own ? seasonOfTraining(trainingPart(dataset)) : null;
  return { training, season: dataset.truePeriod ?? training };
}
