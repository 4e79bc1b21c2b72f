/** What a VAE's networks look like, and how they start. */
import { logScales } from '../../../datasets/columnUnits.ts';
import type { Points } from '../../../datasets/dataset.ts';
import { forkRandom } from '../../../math/random.ts';
import { initialParameters } from '../../../networks/initialise.ts';
import {
  type AutoencoderShape,
  type ParameterBlock,
  parameterLayout,
} from '../../../networks/shape.ts';
import { hasBinaryPixels } from '../pixels.ts';
import type { VaeSettings } from '../settings.ts';

/** Hidden units that all switch at the origin can only learn maps that are odd around it. */
const HIDDEN_BIAS_DEVIATION = 1.5;
/** Points reach out to about 10; hidden units bend near 1. */
const POINT_SCALE = 0.2;
/** Latents reach out to about 2, which is too near for a hidden layer to bend arms into shape. */
const LATENT_SCALE = 2.5;

export function networkShape(
  settings: VaeSettings,
  { dimension, units }: Points,
): AutoencoderShape {
  const isPicture = settings.dataset === 'shapes';
  return {
    dataDimension: dimension,
    logScales: logScales(units),
    latentDimension: settings.latentDimension,
    potential: settings.posterior,
    hiddenLayers: settings.hiddenLayers,
    hiddenUnits: settings.hiddenUnits,
    activation: settings.activation,
    // A linear start that loses nothing: without it, points in the plane end in posterior collapse.
    residual: isPicture ? 'none' : 'partial-isometry',
    decoderResidual: 'transpose',
    weights: 'fan-in',
    hiddenBiasDeviation: HIDDEN_BIAS_DEVIATION,
    encoderInputScale: isPicture ? 1 : POINT_SCALE,
    decoderInputScale: isPicture ? 1 : LATENT_SCALE,
    initialLogPrecision: isPicture ? 0 : POINT_LOG_PRECISION,
    initialLogVariance: 0,
    decoderMean: !isPicture ? 'identity' : hasBinaryPixels(settings) ? 'bernoulli' : 'sigmoid',
  };
}

/** Points in model units have a root-mean-square radius near 10, latents under the prior one near 1. */
const POINTS_PER_LATENT = 10;
/** The encoder starts sure of itself: what is lost in noise at first is not missed later. */
const POINT_LOG_PRECISION = 3;

/** Residual links that lead from the scale of the points to that of the prior, and back. */
export function startingParameters(shape: AutoencoderShape, seed: number): Float32Array {
  const parameters = initialParameters(shape, forkRandom(seed, 'networks'));
  const { encoder, decoder } = parameterLayout(shape);
  const scale = (block: ParameterBlock | null, factor: number) => {
    if (!block) return;
    const end = block.offset + block.rows * block.columns;
    for (let i = block.offset; i < end; i++) parameters[i] *= factor;
  };
  scale(encoder.residual, 1 / POINTS_PER_LATENT);
  scale(decoder.residual, POINTS_PER_LATENT);
  return parameters;
}
