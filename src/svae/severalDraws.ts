/**
 * Gradients of the networks from several draws of q(x) for each row: importance-weighted bounds, and
 * other estimators of the ELBO's gradient than one reparameterised draw.
 *
 * B rows, K draws for each, d latent dimension, D data dimension. A draw k of a row has the value
 * log p(y | x_k) + log p(x_k) - log q(x_k), the logarithm of its importance weight. Its derivative
 * with respect to the parameters of q has two parts: along the draw, which moves with q, and through
 * q's own density at a place that rests, which is minus the score. Estimators differ in the factors
 * that they give these two, and the decoder.
 */
import type { Random } from '../math/random.ts';
import type { Autoencoder } from '../networks/autoencoder.ts';
import type { InferenceGradients, LocalInference } from './graphicalModel.ts';

/** Draws of the local factors of a batch, in memory of the model that holds until it infers again. */
export interface SeveralDraws {
  /** (B * K) x d */
  readonly samples: Float64Array;
  /** B * K: log p(x) - log q(x) at each, in nats. */
  readonly logRatios: Float64Array;
  /** (B * K) x d: their derivatives along x, for a q that rests. */
  readonly ratioSlopes: Float64Array;
  /**
   * Gradients of a loss with respect to the potentials. Call at most once.
   *
   * @param dSamples (B * K) x d: with respect to the draws, which move with q
   * @param dScores B * K: weight of log q(x) at each draw, at a place that rests
   * @param dLocalKl weight of the batch's local KL in closed form
   */
  backward(dSamples: Float64Array, dScores: Float64Array, dLocalKl: number): InferenceGradients;
}

/** What is known of the draws, B * K each, those of one row together. In nats. */
export interface DrawValues {
  /** log p(y | x) */
  readonly logLikelihoods: Float64Array;
  /** log p(x) - log q(x) */
  readonly logRatios: Float64Array;
}

/** What an estimator makes of each draw, B * K each. */
export interface DrawFactors {
  /** Of the gradient of log p(y | x) with respect to the decoder's parameters; 1 in a row's sum. */
  readonly decoder: Float64Array;
  /** Of the derivative along the draw, in addition to the decoder's factor. */
  readonly path: Float64Array;
  /** Of the score, the gradient of log q(x) at a place that rests. */
  readonly score: Float64Array;
}

/** One way from K draws of each row to a gradient. */
export interface DrawsEstimator {
  /** K */
  readonly draws: number;
  /** Weight of log p(x) - log q(x), relative to log p(y | x), in the derivative along the draw. */
  readonly ratioWeight: number;
  /** Weight of the KL in closed form: 0 where the draws' own ratios replace it. */
  readonly klWeight: number;
  /** Fills the factors; returns the objective that the draws give, summed over rows, in nats. */
  weigh(values: DrawValues, factors: DrawFactors): number;
}

/** A batch at the end of the decoder, whose gradient is with the networks already. */
export interface DecodedDraws {
  /** Averaged over the draws of a row and summed over rows, in nats. */
  readonly logLikelihood: number;
  /** Gradients of the loss with respect to the encoder's potentials. Call at most once. */
  backward(): InferenceGradients;
}

/** Memory of a number of rows and draws. */
interface Buffers {
  readonly draws: number;
  readonly noise: Float64Array;
  readonly targets: Float32Array;
  readonly factors: DrawFactors;
  readonly dSamples: Float64Array;
  readonly dScores: Float64Array;
}

/** Takes batches of B rows through the networks and back, with several draws for each. */
export class SeveralDrawsPass {
  private readonly networks: Autoencoder;
  private readonly rows: number;
  private buffers: Buffers | null = null;

  constructor(networks: Autoencoder, rows: number) {
    this.networks = networks;
    this.rows = rows;
  }

  /**
   * Decodes all draws in one pass and leaves the decoder's gradient with the networks.
   *
   * @param noise B x d: that of the first draw of each row; the others are drawn here
   * @param targets B x D
   * @param weight of the objective's sum over rows in the loss: below 0 where training raises it
   */
  run(
    local: LocalInference,
    noise: Float64Array,
    targets: Float32Array,
    random: Random,
    estimator: DrawsEstimator,
    weight: number,
  ): DecodedDraws & { readonly objective: number } {
    const { networks, rows } = this;
    const K = estimator.draws;
    const buffers = this.buffersFor(K);
    const d = noise.length / rows;
    repeatRows(targets, rows, K, buffers.targets);
    let to = 0;
    for (let n = 0; n < rows; n++) {
      for (let i = 0; i < d; i++) buffers.noise[to++] = noise[n * d + i];
      for (let i = d; i < K * d; i++) buffers.noise[to++] = random.normal();
    }
    const drawn = local.drawSeveral?.(buffers.noise, K);
    if (!drawn) throw new Error('This model has no more than one draw for a row.');

    const { factors, dSamples, dScores } = buffers;
    const { logRatios, ratioSlopes } = drawn;
    let objective = 0;
    let logLikelihood = 0;
    const { dLatents } = networks.decodeWeighted(
      drawn.samples,
      buffers.targets,
      rows * K,
      (logLikelihoods, weights) => {
        for (let at = 0; at < rows * K; at++) logLikelihood += logLikelihoods[at] / K;
        objective = estimator.weigh({ logLikelihoods, logRatios }, factors);
        for (let at = 0; at < rows * K; at++) weights[at] = weight * factors.decoder[at];
      },
    );
    const backward = () => {
      const { ratioWeight, klWeight } = estimator;
      for (let at = 0; at < rows * K; at++) {
        const alongRatio = weight * factors.decoder[at] * ratioWeight;
        for (let i = at * d; i < (at + 1) * d; i++)
          dSamples[i] = factors.path[at] * (dLatents[i] + alongRatio * ratioSlopes[i]);
        dScores[at] = weight * factors.score[at];
      }
      return drawn.backward(dSamples, dScores, -weight * klWeight);
    };
    return { logLikelihood, objective, backward };
  }

  private buffersFor(draws: number): Buffers {
    if (this.buffers?.draws !== draws) {
      const { latentDimension: d, dataDimension: D } = this.networks.shape;
      const count = this.rows * draws;
      const numbers = () => new Float64Array(count);
      this.buffers = {
        draws,
        noise: new Float64Array(count * d),
        targets: new Float32Array(count * D),
        factors: { decoder: numbers(), path: numbers(), score: numbers() },
        dSamples: new Float64Array(count * d),
        dScores: numbers(),
      };
    }
    return this.buffers;
  }
}

/** Every row of a matrix as many times, one after the other. */
export function repeatRows(
  from: Float32Array,
  rows: number,
  times: number,
  out: Float32Array,
): void {
  const width = from.length / rows;
  for (let n = 0; n < rows; n++)
    for (let k = 0; k < times; k++)
      for (let j = 0; j < width; j++) out[(n * times + k) * width + j] = from[n * width + j];
}
