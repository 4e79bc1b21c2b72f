/** How the networks of a lab of series start: at random, or from the data, so that latents move from the first step. */
import { logScales } from '../../../datasets/columnUnits.ts';
import type { Sequence } from '../../../datasets/dataset.ts';
import { forkRandom } from '../../../math/random.ts';
import { symmetricEigen } from '../../../math/symmetricEigen.ts';
import { initialParameters } from '../../../networks/initialise.ts';
import { scaleToData, wholeRows } from '../../../networks/scaleToData.ts';
import type { AutoencoderShape } from '../../../networks/shape.ts';
import { unsquash } from '../../../networks/squash.ts';
import type { TrainingData } from '../../../svae/trainer.ts';

/** Rows whose covariance is taken. */
const MOST_ROWS = 2000;
/** More columns than this are not worth a whole decomposition: the largest variance stands in. */
const MOST_COLUMNS = 64;
/**
 * The decoder's starting variance, as a fraction of the data's largest eigenvalue. Above that
 * eigenvalue a linear decoder learns nothing: the posterior that is best is the prior (posterior
 * collapse; arXiv 2510.01621).
 */
const VARIANCE_SHARE = 0.3;
/** Below this log-variance the squash is so flat that learning could not raise it again soon. */
const LEAST_LOG_VARIANCE = -4.7;

/**
 * Latents that begin by hardly moving are soon taken for a state that stands still, and the picture stays
 * at its mean. Larger heads are a part of the cure.
 */
const LOUD_HEAD_SCALE = 3;

export interface NetworkStart {
  readonly shape: AutoencoderShape;
  readonly parameters: Float32Array;
}

export interface SeriesNetworks {
  readonly settings: Pick<
    AutoencoderShape,
    'latentDimension' | 'hiddenLayers' | 'hiddenUnits' | 'activation'
  >;
  readonly dataset: Pick<Sequence, 'dimension' | 'units'>;
  readonly training: TrainingData;
  readonly seed: number;
  /**
   * Whether units and the decoder's variance begin as the data suggest: that variance within fixed limits,
   * or around that of the data; null: plainly.
   */
  readonly fromData: 'within limits' | 'around the data' | null;
  /** Whether latents of a random start are made to move. */
  readonly isLoud: boolean;
}

/** Shape and first parameters of the networks. */
export function seriesNetworks(request: SeriesNetworks): NetworkStart {
  const { settings, dataset, training, seed, fromData, isLoud } = request;
  const variance = fromData ? VARIANCE_SHARE * largestEigenvalue(training) : 0;
  const isCentred = variance > 0 && fromData === 'around the data';
  const logVariance =
    variance > 0 && !isCentred ? Math.max(LEAST_LOG_VARIANCE, Math.log(variance)) : 0;
  const shape: AutoencoderShape = {
    dataDimension: dataset.dimension,
    logScales: logScales(dataset.units),
    latentDimension: settings.latentDimension,
    hiddenLayers: settings.hiddenLayers,
    hiddenUnits: settings.hiddenUnits,
    activation: settings.activation,
    residual: 'none',
    decoderResidual: 'independent',
    weights: 'fan-in',
    headScale: isLoud ? LOUD_HEAD_SCALE : 1,
    encoderInputScale: 1,
    decoderInputScale: 1,
    initialLogPrecision: 0,
    initialLogVariance: unsquash(logVariance),
    ...(isCentred && { logVarianceCentre: Math.log(variance) }),
    decoderMean: 'sigmoid',
  };
  const parameters = initialParameters(shape, forkRandom(seed, 'networks'));
  if (fromData) scaleToData(shape, parameters, training.values, forkRandom(seed, 'network scales'));
  return { shape, parameters };
}

/** Of the covariance of the rows without gaps; 0 where there are fewer than two. */
export function largestEigenvalue({ values, dimension: D }: TrainingData): number {
  const rows = wholeRows(values, D, MOST_ROWS);
  if (rows.length < 2) return 0;
  const means = Array.from({ length: D }, (_, j) => average(rows.map((row) => row[j])));
  const covarianceOf = (i: number, j: number) =>
    average(rows.map((row) => (row[i] - means[i]) * (row[j] - means[j])));
  if (D > MOST_COLUMNS) return Math.max(...means.map((_, j) => covarianceOf(j, j)));
  const covariance = Float64Array.from({ length: D * D }, (_, at) =>
    covarianceOf(Math.floor(at / D), at % D),
  );
  symmetricEigen(covariance, new Float64Array(D * D), D);
  return Math.max(...means.map((_, j) => covariance[j * D + j]));
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
