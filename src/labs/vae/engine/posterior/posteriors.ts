/**
 * q(x) of a batch of rows, whichever Gaussians it is chosen from. B rows, d latent dimension; figures
 * in nats.
 */
import type { Autoencoder } from '../../../../networks/autoencoder.ts';
import type { InferenceRequest, LocalInference } from '../../../../svae/graphicalModel.ts';
import type { SeveralDraws } from '../../../../svae/severalDraws.ts';
import type { QFamily } from '../../snapshot.ts';
import { DiagonalPosteriors } from './diagonalPosteriors.ts';
import { FullPosteriors } from './fullPosteriors.ts';

export interface Posteriors extends LocalInference {
  /** B x d */
  readonly means: Float64Array;
  /** B x d: of each coordinate by itself. */
  readonly variances: Float64Array;
  /** B: KL(q(x_n) || N(0, I)). */
  readonly rowKl: Float64Array;
  infer(request: Pick<InferenceRequest, 'potentials' | 'noise'>): void;
  /** B x d x d: lower Cholesky factors of the covariances. */
  covarianceFactors(): Float64Array;
  drawSeveral(noise: Float64Array, draws: number): SeveralDraws;
}

export const createPosteriors = (family: QFamily, rows: number, d: number): Posteriors =>
  family === 'full' ? new FullPosteriors(rows, d) : new DiagonalPosteriors(rows, d);

/**
 * q(x) of rows of data.
 *
 * @param values B x D
 * @param noise B x d that the samples are made of; absent: the samples are the means
 */
export function posteriorsOf(
  networks: Autoencoder,
  values: Float32Array,
  rows: number,
  noise?: Float64Array,
): Posteriors {
  const { latentDimension: d, potential = 'diagonal' } = networks.shape;
  const posteriors = createPosteriors(potential, rows, d);
  posteriors.infer({
    potentials: networks.potentials(values, rows),
    noise: noise ?? new Float64Array(rows * d),
  });
  return posteriors;
}
