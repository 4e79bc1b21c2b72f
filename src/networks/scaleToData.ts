/**
 * Networks whose units vary over the data from the first step on. Each layer flattens what it passes
 * on, sigmoid units most, so that behind several layers, or for a series that varies little, nothing
 * moves. Here every unit is scaled and shifted by what it makes of the data (layer-sequential
 * unit-variance start: Mishkin & Matas 2016, arXiv 1511.06422).
 */
import type { Random } from '../math/random.ts';
import {
  type Activation,
  type AutoencoderShape,
  type NetworkBlocks,
  parameterLayout,
} from './shape.ts';

const ACTIVATIONS: Readonly<Record<Activation, (value: number) => number>> = {
  tanh: Math.tanh,
  relu: (value) => Math.max(0, value),
  sigmoid: (value) => 1 / (1 + Math.exp(-value)),
};

/** Rows that are looked at: enough for a mean and a deviation. */
const MOST_ROWS = 500;
/** A unit that varies less is the same for all rows and stays as it is. */
const LEAST_DEVIATION = 1e-6;
/** What the decoder's outputs vary at first, as a fraction of the data. */
const DECODED_SHARE = 0.5;
/** Of the decoder's outputs before a sigmoid, in log-odds. */
const DECODED_DEVIATION = { least: 0.05, most: 1 } as const;
/** How near a mean may start to the ends of a sigmoid. */
const FROM_THE_ENDS = 0.02;

/** What a unit is to have over the rows, before its activation. */
interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

const UNIT: Spread = { mean: 0, deviation: 1 };

/**
 * Rescales `parameters` in place: hidden units and the encoder's means get mean 0 and variance 1
 * over the data, the decoder's means those of the data, more quietly, over standard normal latents.
 * Precisions and variances stay as they are. Of networks without residual links.
 *
 * @param values rows x D; rows with a missing value (NaN) are left out
 */
export function scaleToData(
  shape: AutoencoderShape,
  parameters: Float32Array,
  values: Float32Array,
  random: Random,
): void {
  const { encoder, decoder } = parameterLayout(shape);
  const { dataDimension, latentDimension, activation } = shape;
  const rows = wholeRows(values, dataDimension, MOST_ROWS);
  if (rows.length < 2) return;
  const act = ACTIVATIONS[activation];
  const latents = rows.map(() => Array.from({ length: latentDimension }, () => random.normal()));
  scaleNetwork(encoder, rows, act, parameters, Array(latentDimension).fill(UNIT));
  const decoded = Array.from({ length: dataDimension }, (_, column) => {
    const spread = spreadOf(rows.map((row) => row[column]));
    return shape.decoderMean === 'identity' ? quieter(spread) : inLogOdds(spread);
  });
  scaleNetwork(decoder, latents, act, parameters, decoded);
}

/** Rows without a gap, evenly spaced and as many as are wanted at most. */
export function wholeRows(values: Float32Array, dimension: number, most: number): number[][] {
  const rows: number[][] = [];
  const stride = Math.max(1, Math.ceil(values.length / dimension / most)) * dimension;
  for (let at = 0; at < values.length; at += stride) {
    const row = Array.from(values.subarray(at, at + dimension));
    if (row.every(Number.isFinite)) rows.push(row);
  }
  return rows;
}

const quieter = ({ mean, deviation }: Spread): Spread => ({
  mean,
  deviation: DECODED_SHARE * deviation,
});

/** What a sigmoid turns into that mean and, to first order, a share of that deviation. */
function inLogOdds({ mean, deviation }: Spread): Spread {
  const safe = Math.min(1 - FROM_THE_ENDS, Math.max(FROM_THE_ENDS, mean));
  const slope = safe * (1 - safe);
  const { least, most } = DECODED_DEVIATION;
  return {
    mean: Math.log(safe / (1 - safe)),
    deviation: Math.min(most, Math.max(least, (DECODED_SHARE * deviation) / slope)),
  };
}

/** Layer by layer, each over what the one before passes on. The head's further columns stay. */
function scaleNetwork(
  { layers }: NetworkBlocks,
  inputs: readonly (readonly number[])[],
  act: (value: number) => number,
  parameters: Float32Array,
  head: readonly Spread[],
): void {
  let rows = inputs;
  layers.forEach(({ weights, bias }, layer) => {
    const isHead = layer === layers.length - 1;
    const columns = isHead ? head.length : weights.columns;
    const passedOn = rows.map(() => new Array<number>(columns).fill(0));
    for (let k = 0; k < columns; k++) {
      const outputs = rows.map((row) => {
        let sum = parameters[bias.offset + k];
        for (let i = 0; i < weights.rows; i++)
          sum += row[i] * parameters[weights.offset + i * weights.columns + k];
        return sum;
      });
      const { mean, deviation } = spreadOf(outputs);
      const wanted = isHead ? head[k] : UNIT;
      const factor = deviation > LEAST_DEVIATION ? wanted.deviation / deviation : 1;
      for (let i = 0; i < weights.rows; i++)
        parameters[weights.offset + i * weights.columns + k] *= factor;
      const before = parameters[bias.offset + k];
      parameters[bias.offset + k] = wanted.mean - (mean - before) * factor;
      outputs.forEach((output, n) => {
        passedOn[n][k] = act((output - mean) * factor + wanted.mean);
      });
    }
    rows = passedOn;
  });
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}
