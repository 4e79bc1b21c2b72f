/**
 * The Gaussian q(x) = N(m, L L') with the highest ELBO for one observation,
 *
 *   F(m, L) = E_q[log p(y | x)] - KL(q || N(0, I)),
 *
 * in nats, by natural-gradient ascent. The expectation is a sum over x = m + L e with the same places
 * e in every step, so F is a function like any other, the gradient is exactly its gradient, and the
 * same start gives the same numbers.
 *
 * A step goes to m + L u and L (I + A), with A lower triangular. In these coordinates the Fisher
 * information is 1 for u and for A below its diagonal, and 2 on it, wherever q is. So the natural
 * gradient is the plain one with its diagonal halved, and lengths of steps are those of the Fisher
 * metric: one radius limits them all.
 */
import type { ExpectationRule } from './expectationRule.ts';

/** Whether q may be correlated: L is diagonal, or lower triangular. */
export type Family = 'diagonal' | 'full';

export interface Gaussian {
  /** d */
  readonly mean: Float64Array;
  /** d x d, row-major: L, lower triangular with a positive diagonal. */
  readonly factor: Float64Array;
}

/** log p(y | x) of one observation, in nats. */
export interface LatentLikelihood {
  /**
   * @param points count x d
   * @param values count
   * @param slopes count x d: gradients with respect to the points
   */
  evaluate(points: Float64Array, count: number, values: Float64Array, slopes: Float64Array): void;
}

/** The gradient is a good guide only for steps that are no longer. */
const LARGEST_RADIUS = 0.7;
/** The fit has converged where a step would gain less than this, in nats. */
const NOTHING = 1e-7;
/** Smaller steps are lost in the rounding of the networks. */
const SMALLEST_RADIUS = 1e-4;
const ROUNDING = 1e-9;

export class GaussianFit {
  readonly dimension: number;
  /** No step gains anything any more: a local maximum. */
  converged = false;
  /** F of q. */
  bound: number;
  /** How far the next step may go, in the Fisher metric. */
  radius: number;
  private readonly likelihood: LatentLikelihood;
  private readonly rule: ExpectationRule;
  private readonly family: Family;
  private q: Gaussian;
  private trial: Gaussian;
  /** Gradients of F at q with respect to u (d) and A (d x d), and the scratch for those of a trial. */
  private gradient: Gaussian;
  private trialGradient: Gaussian;
  /** With respect to m and L. */
  private readonly plain: Gaussian;
  private readonly points: Float64Array;
  private readonly values: Float64Array;
  private readonly slopes: Float64Array;

  /** @param start is copied; above its diagonal, and for a diagonal q below it, zeros are taken */
  constructor(
    likelihood: LatentLikelihood,
    rule: ExpectationRule,
    family: Family,
    start: Gaussian,
    radius = LARGEST_RADIUS,
  ) {
    const { dimension: d, count } = rule;
    const create = (): Gaussian => ({
      mean: new Float64Array(d),
      factor: new Float64Array(d * d),
    });
    this.dimension = d;
    this.likelihood = likelihood;
    this.rule = rule;
    this.family = family;
    this.radius = radius;
    this.q = create();
    this.trial = create();
    this.gradient = create();
    this.trialGradient = create();
    this.plain = create();
    this.points = new Float64Array(count * d);
    this.values = new Float64Array(count);
    this.slopes = new Float64Array(count * d);
    this.q.mean.set(start.mean);
    for (let i = 0; i < d; i++)
      for (let j = family === 'full' ? 0 : i; j <= i; j++)
        this.q.factor[i * d + j] = start.factor[i * d + j];
    this.bound = this.evaluate(this.q, this.gradient);
  }

  /** A copy of q. */
  get gaussian(): Gaussian {
    return { mean: this.q.mean.slice(), factor: this.q.factor.slice() };
  }

  /** One step uphill; F never falls. */
  step(): void {
    if (this.converged) return;
    for (;;) {
      const gain = this.decrement();
      const length = Math.min(1, this.radius / Math.sqrt(gain));
      if (gain / 2 < NOTHING || this.radius < SMALLEST_RADIUS) {
        this.converged = true;
        return;
      }
      this.move(length);
      const bound = this.evaluate(this.trial, this.trialGradient);
      if (bound >= this.bound + ROUNDING * Math.abs(this.bound)) {
        [this.q, this.trial] = [this.trial, this.q];
        [this.gradient, this.trialGradient] = [this.trialGradient, this.gradient];
        this.bound = bound;
        this.radius = Math.min(LARGEST_RADIUS, 2 * this.radius);
        return;
      }
      this.radius = Math.min(this.radius, Math.sqrt(gain)) / 2;
    }
  }

  /** The squared length of the natural gradient, twice what a full step is to gain near the top. */
  private decrement(): number {
    const { dimension: d, gradient } = this;
    let sum = 0;
    for (let i = 0; i < d; i++) {
      sum += gradient.mean[i] ** 2;
      for (let j = 0; j <= i; j++) sum += gradient.factor[i * d + j] ** 2 / (i === j ? 2 : 1);
    }
    return sum;
  }

  /** Puts the trial that far along the natural gradient. The diagonal goes by an exponential, and so stays positive. */
  private move(length: number): void {
    const { dimension: d, gradient, trial } = this;
    const { mean, factor } = this.q;
    for (let i = 0; i < d; i++) {
      let value = mean[i];
      for (let k = 0; k <= i; k++) value += length * factor[i * d + k] * gradient.mean[k];
      trial.mean[i] = value;
      for (let j = 0; j <= i; j++) {
        let entry = factor[i * d + j] * Math.exp((length * gradient.factor[j * d + j]) / 2);
        for (let k = j + 1; k <= i; k++)
          entry += length * factor[i * d + k] * gradient.factor[k * d + j];
        trial.factor[i * d + j] = entry;
      }
    }
  }

  /** F of a Gaussian, and its gradient with respect to u and A into `gradient`. */
  private evaluate({ mean, factor }: Gaussian, gradient: Gaussian): number {
    const { dimension: d, rule, points, values, slopes } = this;
    const { count, nodes, weights } = rule;
    for (let k = 0; k < count; k++)
      for (let i = 0; i < d; i++) {
        let value = mean[i];
        for (let j = 0; j <= i; j++) value += factor[i * d + j] * nodes[k * d + j];
        points[k * d + i] = value;
      }
    this.likelihood.evaluate(points, count, values, slopes);
    const { mean: dMean, factor: dFactor } = this.plain;
    dMean.fill(0);
    dFactor.fill(0);
    let bound = 0;
    for (let k = 0; k < count; k++) {
      bound += weights[k] * values[k];
      for (let i = 0; i < d; i++) {
        const slope = weights[k] * slopes[k * d + i];
        dMean[i] += slope;
        for (let j = 0; j <= i; j++) dFactor[i * d + j] += slope * nodes[k * d + j];
      }
    }
    bound -= klFromStandardNormal({ mean, factor });
    for (let i = 0; i < d; i++) {
      dMean[i] -= mean[i];
      for (let j = 0; j <= i; j++) dFactor[i * d + j] -= factor[i * d + j];
      dFactor[i * d + i] += 1 / factor[i * d + i];
    }
    for (let i = 0; i < d; i++) {
      gradient.mean[i] = 0;
      for (let k = i; k < d; k++) gradient.mean[i] += factor[k * d + i] * dMean[k];
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        if (this.family === 'full' || i === j)
          for (let k = i; k < d; k++) sum += factor[k * d + i] * dFactor[k * d + j];
        gradient.factor[i * d + j] = sum;
      }
    }
    return bound;
  }
}

/** KL(N(mean, L L') || N(0, I)) in nats. */
export function klFromStandardNormal({ mean, factor }: Gaussian): number {
  const d = mean.length;
  let sum = -d;
  for (let i = 0; i < d; i++) {
    sum += mean[i] ** 2 - 2 * Math.log(factor[i * d + i]);
    for (let j = 0; j <= i; j++) sum += factor[i * d + j] ** 2;
  }
  return sum / 2;
}

/** Steps after which a fit is taken as it is; most need a tenth. */
const MOST_STEPS = 300;

/** Steps until nothing is gained any more; returns the fit. */
export function climb(fit: GaussianFit): GaussianFit {
  for (let step = 0; step < MOST_STEPS && !fit.converged; step++) fit.step();
  return fit;
}
