/** How the networks start: the part of the model the thesis found to decide between success and collapse. */
import type { Random } from '../math/random.ts';
import {
  type AutoencoderShape,
  type NetworkBlocks,
  type ParameterBlock,
  parameterLayout,
} from './shape.ts';

const SMALL_DEVIATION = 1e-2;
/** Keeps precisions and variances near their initial biases while 'fan-in' means move freely. */
const SPREAD_HEAD_SCALE = 0.1;

/** Fresh parameters of `shape`, flat as in `parameterLayout`. Same random stream, same numbers. */
export function initialParameters(shape: AutoencoderShape, random: Random): Float32Array {
  const layout = parameterLayout(shape);
  const parameters = new Float32Array(layout.length);
  const { encoder, decoder } = layout;
  fillLayers(shape, encoder, shape.latentDimension, shape.initialLogPrecision, parameters, random);
  fillLayers(shape, decoder, shape.dataDimension, shape.initialLogVariance, parameters, random);
  if (encoder.residual && decoder.residual) {
    parameters.set(residualWeights(shape, encoder.residual, random), encoder.residual.offset);
    if (shape.decoderResidual === 'transpose') {
      transposeInto(parameters, encoder.residual, decoder.residual);
    } else {
      parameters.set(residualWeights(shape, decoder.residual, random), decoder.residual.offset);
    }
  }
  return parameters;
}

/**
 * A random partial isometry (thesis 6.1.1): the Q of the QR decomposition of a square matrix of
 * standard normals, cut to rows x columns. Its shorter side is orthonormal. Row-major.
 *
 * The decomposition is modified Gram-Schmidt over columns, run twice because once loses
 * orthogonality when columns happen to be nearly parallel.
 */
export function partialIsometry(rows: number, columns: number, random: Random): Float64Array {
  const size = Math.max(rows, columns);
  const basis: Float64Array[] = [];
  for (let j = 0; j < size; j++) {
    const column = Float64Array.from({ length: size }, () => random.normal());
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of basis) {
        const overlap = dot(earlier, column);
        for (let i = 0; i < size; i++) column[i] -= overlap * earlier[i];
      }
    }
    const norm = Math.sqrt(dot(column, column));
    for (let i = 0; i < size; i++) column[i] /= norm;
    basis.push(column);
  }
  const cut = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) cut[i * columns + j] = basis[j][i];
  }
  return cut;
}

function fillLayers(
  shape: AutoencoderShape,
  network: NetworkBlocks,
  meanColumns: number,
  initialSpread: number,
  parameters: Float32Array,
  random: Random,
): void {
  const { layers } = network;
  const { hiddenBiasDeviation = 0, headScale = 1 } = shape;
  for (const { weights, bias } of layers) {
    const small = shape.weights === 'small';
    const isHead = weights === layers[layers.length - 1].weights;
    const fanIn = (isHead ? headScale : 1) / Math.sqrt(weights.rows);
    const deviation = small ? SMALL_DEVIATION : fanIn;
    for (let k = 0; k < weights.rows * weights.columns; k++) {
      const isSpread = isHead && k % weights.columns >= meanColumns;
      const scale = isSpread && !small ? SPREAD_HEAD_SCALE : 1;
      parameters[weights.offset + k] = deviation * scale * random.normal();
    }
    if (isHead || hiddenBiasDeviation === 0) continue;
    for (let k = 0; k < bias.columns; k++) {
      parameters[bias.offset + k] = hiddenBiasDeviation * random.normal();
    }
  }
  const { bias } = layers[layers.length - 1];
  const spreads = bias.offset + meanColumns;
  parameters.fill(initialSpread, spreads, spreads + meanColumns);
}

function residualWeights(
  shape: AutoencoderShape,
  block: ParameterBlock,
  random: Random,
): Float64Array {
  if (shape.residual === 'partial-isometry') {
    return partialIsometry(block.rows, block.columns, random);
  }
  return Float64Array.from({ length: block.rows * block.columns }, () => random.normal());
}

function transposeInto(parameters: Float32Array, from: ParameterBlock, to: ParameterBlock): void {
  for (let i = 0; i < from.rows; i++) {
    for (let j = 0; j < from.columns; j++) {
      parameters[to.offset + j * to.columns + i] = parameters[from.offset + i * from.columns + j];
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
