/**
 * q(x) with a full covariance: Lambda = I + J is its precision, mu = Lambda^-1 h its mean, and with
 * the lower Cholesky factor F of Lambda^-1 a draw is x = mu + F epsilon. B rows, d latent dimension.
 *
 * Gradients are gathered with respect to mu and F, in which all that is differentiated is simple:
 *
 *   KL(q || N(0, I)) = (|F|^2 + |mu|^2 - d) / 2 - sum_i log F_ii
 *   log q(x) = -|epsilon|^2 / 2 - sum_i log F_ii + const, with epsilon = F^-1 (x - mu)
 *
 * and go from there to Lambda and h, row by row.
 */
import {
  cholesky,
  choleskyBackward,
  choleskyInverse,
  POSITIVE_DEFINITE,
  solveLowerTransposed,
} from '../../../../math/cholesky.ts';
import { OK, type Status } from '../../../../math/status.ts';
import type {
  InferenceGradients,
  InferenceRequest,
  LocalGradients,
} from '../../../../svae/graphicalModel.ts';
import type { SeveralDraws } from '../../../../svae/severalDraws.ts';
import { FullDraws } from './fullDraws.ts';
import type { Posteriors } from './posteriors.ts';

const NOTHING = new Float64Array(0);

/** Full q(x) of a batch, in memory made once. */
export class FullPosteriors implements Posteriors {
  status: Status = OK;
  readonly statistics = NOTHING;
  readonly samples: Float64Array;
  readonly means: Float64Array;
  readonly variances: Float64Array;
  readonly rowKl: Float64Array;
  localKl = 0;
  readonly gradients: InferenceGradients;
  /** B x d x d each: Lambda^-1, and F in the lower triangle of a matrix that is 0 above. */
  readonly factors: Float64Array;
  private readonly covariances: Float64Array;
  /** B x d: h, kept for the adjoint. */
  private readonly linear: Float64Array;
  private noise: Float64Array = NOTHING;
  private several: FullDraws | null = null;
  /** Of the row at hand: Lambda, F^-T epsilon, and the gradients with respect to mu and F. */
  private readonly scratch: Float64Array;
  private readonly direction: Float64Array;
  private readonly dMean: Float64Array;
  private readonly dFactor: Float64Array;

  constructor(rows: number, dimension: number) {
    const create = () => new Float64Array(rows * dimension);
    const matrices = () => new Float64Array(rows * dimension * dimension);
    this.samples = create();
    this.means = create();
    this.variances = create();
    this.linear = create();
    this.rowKl = new Float64Array(rows);
    this.factors = matrices();
    this.covariances = matrices();
    this.gradients = { dPrecision: matrices(), dLinear: create(), dExpected: NOTHING };
    this.scratch = new Float64Array(dimension * dimension);
    this.dFactor = new Float64Array(dimension * dimension);
    this.direction = new Float64Array(dimension);
    this.dMean = new Float64Array(dimension);
  }

  get dimension(): number {
    return this.dMean.length;
  }

  infer({ potentials, noise }: Pick<InferenceRequest, 'potentials' | 'noise'>): void {
    const { rowKl, linear } = this;
    this.noise = noise;
    this.status = OK;
    this.localKl = 0;
    linear.set(potentials.linear);
    for (let n = 0; n < rowKl.length; n++) {
      this.invert(potentials.precision, n);
      if (!this.status.ok) return;
      rowKl[n] = this.place(n);
      this.localKl += rowKl[n];
    }
  }

  /** Covariance of a row and its factor, from J (B x d x d). */
  private invert(precision: Float64Array, n: number): void {
    const { scratch, covariances, factors, dimension: d } = this;
    const at = n * d * d;
    for (let i = 0; i < d * d; i++) scratch[i] = precision[at + i];
    for (let i = 0; i < d; i++) scratch[i * (d + 1)] += 1;
    this.require(cholesky(scratch, 0, d), scratch, 0);
    if (!this.status.ok) return;
    choleskyInverse(scratch, 0, covariances, at, d);
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        factors[at + i * d + j] = j <= i ? covariances[at + i * d + j] : 0;
    this.require(cholesky(factors, at, d), factors, at);
  }

  /** @param pivot the first bad one of the matrix at `at`, as `cholesky` returns it */
  private require(pivot: number, matrix: Float64Array, at: number): void {
    if (pivot === POSITIVE_DEFINITE) return;
    const value = matrix[at + pivot * (this.dimension + 1)];
    this.status = { ok: false, what: 'precision of a posterior', value };
  }

  /** Mean, variances and draw of a row; returns its KL. */
  private place(n: number): number {
    const { means, variances, samples, linear, covariances, factors, noise, dimension: d } = this;
    const at = n * d * d;
    let kl = 0;
    for (let i = 0; i < d; i++) {
      const row = at + i * d;
      let mean = 0;
      for (let j = 0; j < d; j++) mean += covariances[row + j] * linear[n * d + j];
      let x = mean;
      for (let j = 0; j <= i; j++) x += factors[row + j] * noise[n * d + j];
      const variance = covariances[row + i];
      means[n * d + i] = mean;
      variances[n * d + i] = variance;
      samples[n * d + i] = x;
      kl += (mean * mean + variance - 1) / 2 - Math.log(factors[row + i]);
    }
    return kl;
  }

  backward({ dSamples, dLocalKl }: LocalGradients): InferenceGradients {
    const { rowKl, noise, dimension: d } = this;
    for (let n = 0; n < rowKl.length; n++) {
      this.begin(n, dLocalKl);
      this.add(n, noise, dSamples, n * d, 0);
      this.leave(n);
    }
    return this.gradients;
  }

  drawSeveral(noise: Float64Array, draws: number): SeveralDraws {
    if (this.several?.draws !== draws) this.several = new FullDraws(this, draws);
    this.several.draw(noise);
    return this.several;
  }

  covarianceFactors(): Float64Array {
    return this.factors.slice();
  }

  /** F^-T epsilon of row n into `out` (d), with epsilon at `from` in `noise`: minus the slope of log q. */
  whiten(n: number, noise: Float64Array, from: number, out: Float64Array): void {
    const { factors, dimension: d } = this;
    for (let i = 0; i < d; i++) out[i] = noise[from + i];
    solveLowerTransposed(factors, n * d * d, out, 0, d);
  }

  /** Starts the gradients of row n with those of its KL. */
  begin(n: number, dLocalKl: number): void {
    const { means, factors, dMean, dFactor, dimension: d } = this;
    for (let i = 0; i < d; i++) {
      dMean[i] = dLocalKl * means[n * d + i];
      for (let j = 0; j <= i; j++) dFactor[i * d + j] = dLocalKl * factors[n * d * d + i * d + j];
      dFactor[i * (d + 1)] -= dLocalKl / factors[n * d * d + i * (d + 1)];
    }
  }

  /**
   * Adds what a draw of row n gives.
   *
   * @param at where the d numbers of the draw begin in `noise` and in `dSamples`
   * @param score weight of log q(x) at this draw, at a place that rests
   */
  add(n: number, noise: Float64Array, dSamples: Float64Array, at: number, score: number): void {
    const { factors, dMean, dFactor, direction, dimension: d } = this;
    this.whiten(n, noise, at, direction);
    for (let i = 0; i < d; i++) {
      const along = dSamples[at + i] + score * direction[i];
      dMean[i] += along;
      for (let j = 0; j <= i; j++) dFactor[i * d + j] += along * noise[at + j];
      dFactor[i * (d + 1)] -= score / factors[n * d * d + i * (d + 1)];
    }
  }

  /** Leaves the gradients of row n as those of its potential. */
  leave(n: number): void {
    const { gradients, covariances, factors, linear, dMean, dFactor, scratch, dimension: d } = this;
    const at = n * d * d;
    // From F to Lambda^-1, where an entry below the diagonal stands for two that move together.
    choleskyBackward(factors, at, dFactor, 0, d);
    for (let i = 0; i < d; i++)
      for (let j = 0; j <= i; j++) {
        const ofMean = (dMean[i] * linear[n * d + j] + dMean[j] * linear[n * d + i]) / 2;
        const both = (i === j ? dFactor[i * d + j] : dFactor[i * d + j] / 2) + ofMean;
        scratch[i * d + j] = both;
        scratch[j * d + i] = both;
      }
    // Lambda^-1 changes with Lambda as -Lambda^-1 dLambda Lambda^-1.
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        let sum = 0;
        for (let k = 0; k < d; k++) sum += covariances[at + i * d + k] * scratch[k * d + j];
        dFactor[i * d + j] = sum;
      }
    for (let i = 0; i < d; i++) {
      let ofLinear = 0;
      for (let j = 0; j < d; j++) {
        let sum = 0;
        for (let k = 0; k < d; k++) sum += dFactor[i * d + k] * covariances[at + k * d + j];
        gradients.dPrecision[at + i * d + j] = -sum;
        ofLinear += covariances[at + i * d + j] * dMean[j];
      }
      gradients.dLinear[n * d + i] = ofLinear;
    }
  }
}
