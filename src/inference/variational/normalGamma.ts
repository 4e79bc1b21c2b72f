/**
 * A normal with unknown mean and precision and its conjugate prior,
 *
 *   x_n ~ N(mu, 1 / tau),  mu | tau ~ N(m0, 1 / (l0 tau)),  tau ~ Gamma(a0, b0),
 *
 * its exact posterior, and mean field q(mu) q(tau) as variational message passing: each factor's
 * natural parameters are the prior's message plus those of the data (Bishop, PRML 10.1.3, with
 * a = a0 + (N + 1) / 2; early printings have N / 2). Gamma distributions have shape and rate.
 */
import { digamma, lgamma } from '../../math/specialFunctions.ts';

export interface NormalGammaPrior {
  /** m0 */
  readonly mean: number;
  /** l0 > 0, in pseudo-observations. */
  readonly scale: number;
  /** a0 > 0 */
  readonly shape: number;
  /** b0 > 0 */
  readonly rate: number;
}

/** All that either posterior needs of the data. */
export interface NormalGammaTarget {
  readonly prior: NormalGammaPrior;
  readonly count: number;
  readonly sum: number;
  readonly mean: number;
  /** sum (x - mean)^2 */
  readonly scatter: number;
}

export interface NormalGammaExact {
  /** Of mu. */
  readonly mean: number;
  /** l0 + N */
  readonly scale: number;
  readonly shape: number;
  readonly rate: number;
  /** Var mu, of a Student t; Infinity where shape <= 1. */
  readonly meanVariance: number;
  readonly logEvidence: number;
}

/** q(mu) = N(mean, variance), q(tau) = Gamma(shape, rate). */
export interface NormalGammaFactors {
  mean: number;
  variance: number;
  shape: number;
  rate: number;
}

/** Natural parameters of a factor: (coefficient of mu, of mu^2), or (of log tau, of tau). */
export type NaturalPair = readonly [number, number];

/** The messages one factor receives; their sum is the factor. */
export interface NormalGammaMessages {
  readonly fromPrior: NaturalPair;
  /** Sum over the observations, each of which sends the same form. */
  readonly fromData: NaturalPair;
  /** To tau only: from the prior of mu, which holds tau too. */
  readonly fromMean: NaturalPair | null;
  readonly sum: NaturalPair;
}

/**
 * @throws RangeError when the prior's scale, shape or rate is not above 0, or a value is no number
 */
export function makeNormalGammaTarget(
  data: ArrayLike<number>,
  prior: NormalGammaPrior,
): NormalGammaTarget {
  for (const name of ['scale', 'shape', 'rate'] as const)
    if (!(prior[name] > 0 && prior[name] < Infinity))
      throw new RangeError(`The prior's ${name} is ${prior[name]}; expected a number above 0.`);
  if (!Number.isFinite(prior.mean))
    throw new RangeError(`The prior's mean is ${prior.mean}; expected a number.`);
  let sum = 0;
  for (let n = 0; n < data.length; n++) {
    if (!Number.isFinite(data[n]))
      throw new RangeError(`Observation ${n + 1} is ${data[n]}; expected a number.`);
    sum += data[n];
  }
  const mean = data.length > 0 ? sum / data.length : 0;
  let scatter = 0;
  for (let n = 0; n < data.length; n++) scatter += (data[n] - mean) ** 2;
  return { prior, count: data.length, sum, mean, scatter };
}

/** The exact posterior, a normal-gamma again, and the log evidence. */
export function exactNormalGamma({ prior, ...data }: NormalGammaTarget): NormalGammaExact {
  const scale = prior.scale + data.count;
  const mean = (prior.scale * prior.mean + data.sum) / scale;
  const shape = prior.shape + data.count / 2;
  const apart = (prior.scale * data.count * (data.mean - prior.mean) ** 2) / scale;
  const rate = prior.rate + (data.scatter + apart) / 2;
  return {
    mean,
    scale,
    shape,
    rate,
    meanVariance: shape > 1 ? rate / (scale * (shape - 1)) : Infinity,
    logEvidence:
      lgamma(shape) -
      lgamma(prior.shape) +
      prior.shape * Math.log(prior.rate) -
      shape * Math.log(rate) +
      (Math.log(prior.scale) - Math.log(scale) - data.count * Math.log(2 * Math.PI)) / 2,
  };
}

/** log p(x, mu, tau), the log of the curved surface whose contours one sees; -Infinity at tau <= 0. */
export function normalGammaLogJoint(
  { prior, count, mean, scatter }: NormalGammaTarget,
  mu: number,
  tau: number,
): number {
  if (!(tau > 0)) return -Infinity;
  const squares = scatter + count * (mean - mu) ** 2 + prior.scale * (mu - prior.mean) ** 2;
  return (
    ((count + 1) / 2 + prior.shape - 1) * Math.log(tau) -
    (squares / 2 + prior.rate) * tau +
    prior.shape * Math.log(prior.rate) -
    lgamma(prior.shape) +
    (Math.log(prior.scale) - (count + 1) * Math.log(2 * Math.PI)) / 2
  );
}

/** Messages to mu: E[tau] (l0 m0, -l0 / 2) from its prior, E[tau] (x_n, -1 / 2) from each x_n. */
export function messagesToMean(
  { prior, count, sum }: NormalGammaTarget,
  q: NormalGammaFactors,
): NormalGammaMessages {
  const tau = q.shape / q.rate;
  const fromPrior = [tau * prior.scale * prior.mean, (-tau * prior.scale) / 2] as const;
  const fromData = [tau * sum, (-tau * count) / 2] as const;
  return { fromPrior, fromData, fromMean: null, sum: added(fromPrior, fromData) };
}

/**
 * Messages to tau: (a0 - 1, -b0) from its prior, (1 / 2, -E[(x_n - mu)^2] / 2) from each x_n and
 * (1 / 2, -l0 E[(mu - m0)^2] / 2) from mu, whose prior holds tau.
 */
export function messagesToPrecision(
  { prior, count, mean, scatter }: NormalGammaTarget,
  q: NormalGammaFactors,
): NormalGammaMessages {
  const fromPrior = [prior.shape - 1, -prior.rate] as const;
  const squares = scatter + count * ((mean - q.mean) ** 2 + q.variance);
  const fromData = [count / 2, -squares / 2] as const;
  const fromMean = [1 / 2, (-prior.scale * ((q.mean - prior.mean) ** 2 + q.variance)) / 2] as const;
  return { fromPrior, fromData, fromMean, sum: added(added(fromPrior, fromData), fromMean) };
}

/** q(mu) in place from the sum of its messages. */
export function updateMean(target: NormalGammaTarget, q: NormalGammaFactors): NormalGammaMessages {
  const messages = messagesToMean(target, q);
  const [linear, quadratic] = messages.sum;
  q.variance = -1 / (2 * quadratic);
  q.mean = linear * q.variance;
  return messages;
}

/** q(tau) in place from the sum of its messages. */
export function updatePrecision(
  target: NormalGammaTarget,
  q: NormalGammaFactors,
): NormalGammaMessages {
  const messages = messagesToPrecision(target, q);
  q.shape = messages.sum[0] + 1;
  q.rate = -messages.sum[1];
  return messages;
}

const added = (a: NaturalPair, b: NaturalPair): NaturalPair => [a[0] + b[0], a[1] + b[1]];

/** The ELBO of any q(mu) q(tau), in nats. */
export function normalGammaElbo(target: NormalGammaTarget, q: NormalGammaFactors): number {
  const { prior, count, mean, scatter } = target;
  const tau = q.shape / q.rate;
  const logTau = digamma(q.shape) - Math.log(q.rate);
  const squares =
    scatter +
    count * ((mean - q.mean) ** 2 + q.variance) +
    prior.scale * ((q.mean - prior.mean) ** 2 + q.variance);
  const energy =
    ((count + 1) / 2 + prior.shape - 1) * logTau -
    (squares / 2 + prior.rate) * tau +
    prior.shape * Math.log(prior.rate) -
    lgamma(prior.shape) +
    (Math.log(prior.scale) - (count + 1) * Math.log(2 * Math.PI)) / 2;
  const entropyMean = (Math.log(2 * Math.PI * q.variance) + 1) / 2;
  const entropyTau =
    q.shape - Math.log(q.rate) + lgamma(q.shape) + (1 - q.shape) * digamma(q.shape);
  return energy + entropyMean + entropyTau;
}

/** The fixed point of the two updates, in closed form: E[tau] is the exact posterior's. */
export function normalGammaOptimum(target: NormalGammaTarget): NormalGammaFactors {
  const exact = exactNormalGamma(target);
  const tau = exact.shape / exact.rate;
  const shape = exact.shape + 1 / 2;
  return { mean: exact.mean, variance: 1 / (exact.scale * tau), shape, rate: shape / tau };
}

/** log evidence - ELBO at the fixed point; it depends on the shape a0 + N / 2 alone. */
export function normalGammaGap(exactShape: number): number {
  const a = exactShape;
  return lgamma(a) - lgamma(a + 0.5) + a * Math.log1p(1 / (2 * a)) + Math.log(a + 0.5) / 2 - 0.5;
}
