import type {
  InferenceGradients,
  InferenceRequest,
  LocalGradients,
} from '../../../../svae/graphicalModel.ts';
import type { SeveralDraws } from '../../../../svae/severalDraws.ts';
import { coordinateKl } from '../../snapshot.ts';
import { DiagonalDraws } from './diagonalDraws.ts';
import type { Posteriors } from './posteriors.ts';

const NOTHING = new Float64Array(0);

/** Diagonal q(x) of a batch, in memory made once. B rows. */
export class DiagonalPosteriors implements Posteriors {
  readonly status = { ok: true } as const;
  readonly statistics = NOTHING;
  /** B x d */
  readonly samples: Float64Array;
  readonly means: Float64Array;
  readonly variances: Float64Array;
  /** B: KL(q(x_n) || N(0, I)) in nats. */
  readonly rowKl: Float64Array;
  localKl = 0;
  readonly gradients: InferenceGradients;
  private noise: Float64Array = NOTHING;
  private several: DiagonalDraws | null = null;

  constructor(rows: number, dimension: number) {
    const create = () => new Float64Array(rows * dimension);
    this.samples = create();
    this.means = create();
    this.variances = create();
    this.rowKl = new Float64Array(rows);
    this.gradients = { dPrecision: create(), dLinear: create(), dExpected: NOTHING };
  }

  infer({ potentials, noise }: Pick<InferenceRequest, 'potentials' | 'noise'>): void {
    const { samples, means, variances, rowKl } = this;
    const d = means.length / rowKl.length;
    this.noise = noise;
    for (let i = 0; i < means.length; i++) {
      const variance = 1 / (1 + potentials.precision[i]);
      variances[i] = variance;
      means[i] = potentials.linear[i] * variance;
      // The reparameterisation trick (2.31): the noise is given, so gradients pass to mean and width.
      samples[i] = means[i] + Math.sqrt(variance) * noise[i];
    }
    this.localKl = 0;
    for (let n = 0; n < rowKl.length; n++) {
      rowKl[n] = klFromStandardNormal(means, variances, n * d, d);
      this.localKl += rowKl[n];
    }
  }

  backward({ dSamples, dLocalKl }: LocalGradients): InferenceGradients {
    const { means, variances, noise, gradients } = this;
    for (let i = 0; i < means.length; i++) {
      const variance = variances[i];
      const dMean = dSamples[i] + dLocalKl * means[i];
      const dVariance =
        (dSamples[i] * noise[i]) / (2 * Math.sqrt(variance)) + (dLocalKl * (1 - 1 / variance)) / 2;
      this.leave(i, dMean, dVariance);
    }
    return gradients;
  }

  drawSeveral(noise: Float64Array, draws: number): SeveralDraws {
    if (this.several?.draws !== draws) this.several = new DiagonalDraws(this, draws);
    this.several.draw(noise);
    return this.several;
  }

  covarianceFactors(): Float64Array {
    const { variances, rowKl } = this;
    const d = variances.length / rowKl.length;
    const factors = new Float64Array(variances.length * d);
    for (let at = 0; at < variances.length; at++)
      factors[at * d + (at % d)] = Math.sqrt(variances[at]);
    return factors;
  }

  /** Gradients with respect to the i-th mean and variance, as those of its potential. */
  leave(i: number, dMean: number, dVariance: number): void {
    const { means, variances, gradients } = this;
    gradients.dLinear[i] = dMean * variances[i];
    // Both mean and variance shrink with the precision.
    gradients.dPrecision[i] = -variances[i] * (dMean * means[i] + dVariance * variances[i]);
  }
}

/**
 * KL(N(mean, diag(variance)) || N(0, I)) in nats (9.32).
 *
 * @param at where the d numbers of each begin
 */
export function klFromStandardNormal(
  means: Float64Array,
  variances: Float64Array,
  at: number,
  d: number,
): number {
  let sum = 0;
  for (let i = at; i < at + d; i++) sum += coordinateKl(means[i], variances[i]);
  return sum;
}
