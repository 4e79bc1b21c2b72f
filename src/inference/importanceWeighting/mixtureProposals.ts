import {
  cholesky,
  choleskyInverse,
  choleskyLogDet,
  POSITIVE_DEFINITE,
  solveLower,
  solveLowerTransposed,
} from '../../math/cholesky.ts';
import type { Proposals } from './weighedDraws.ts';

/** A Gaussian mixture over latents. */
export interface LatentMixture {
  /** K, sum to 1; 0 leaves a component out. */
  readonly weights: ArrayLike<number>;
  /** K x d */
  readonly means: ArrayLike<number>;
  /** K x d x d, row-major. */
  readonly covariances: ArrayLike<number>;
}

/**
 * Proposals for a latent with a mixture for its prior: each row's node potential times the mixture,
 * which is a mixture again. Mean field settles for one cluster, and from a cold start sometimes for
 * the wrong one, where nothing is sampled that matters; this covers all of them.
 *
 * @param precision N x d, diagonal of the node potentials' precision, >= 0
 * @param linear N x d
 * @param widening factor on the deviations of each component
 * @throws Error when a covariance is not positive definite
 */
export function mixtureProposals(
  d: number,
  mixture: LatentMixture,
  precision: Float64Array,
  linear: Float64Array,
  widening: number,
): Proposals {
  const kept = Array.from(mixture.weights, (weight, k) => ({ weight, k })).filter(
    ({ weight }) => weight > 0,
  );
  const components = kept.map(({ weight, k }) => priorComponent(d, mixture, weight, k));
  const posteriors = components.map(() => ({
    logWeight: 0,
    mean: new Float64Array(d),
    /** L of the precision L L'. */
    factor: new Float64Array(d * d),
    logDet: 0,
  }));
  const offset = new Float64Array(d);
  let known = -1;

  /** Potential times each component, with the weights that belong to them. */
  const infer = (row: number): void => {
    components.forEach((prior, c) => {
      const own = posteriors[c];
      for (let i = 0; i < d; i++) {
        for (let j = 0; j < d; j++) own.factor[i * d + j] = prior.precision[i * d + j];
        own.factor[i * d + i] += precision[row * d + i];
        own.mean[i] = prior.linear[i] + linear[row * d + i];
      }
      if (cholesky(own.factor, 0, d) !== POSITIVE_DEFINITE) {
        throw new Error(`The proposal of row ${row} is not a Gaussian.`);
      }
      own.logDet = choleskyLogDet(own.factor, 0, d);
      solveLower(own.factor, 0, own.mean, 0, d);
      let squares = 0;
      for (let i = 0; i < d; i++) squares += own.mean[i] * own.mean[i];
      solveLowerTransposed(own.factor, 0, own.mean, 0, d);
      own.logWeight = prior.logScale + (squares - own.logDet) / 2;
    });
    const most = Math.max(...posteriors.map(({ logWeight }) => logWeight));
    const sum = posteriors.reduce((total, { logWeight }) => total + Math.exp(logWeight - most), 0);
    for (const own of posteriors) own.logWeight -= most + Math.log(sum);
    known = row;
  };

  const logDensity = (x: Float64Array, at: number): number => {
    let sum = 0;
    for (const { logWeight, mean, factor, logDet } of posteriors) {
      let distance = 0;
      for (let j = 0; j < d; j++) {
        let value = 0;
        for (let i = j; i < d; i++) value += factor[i * d + j] * (x[at + i] - mean[i]);
        distance += value * value;
      }
      const logScale = logWeight + logDet / 2 - d * Math.log(widening);
      sum += Math.exp(logScale - distance / (2 * widening * widening));
    }
    return Math.log(sum) - (d / 2) * Math.log(2 * Math.PI);
  };

  return {
    draw(row, random, out, at) {
      if (row !== known) infer(row);
      let left = random.uniform();
      const chosen =
        posteriors.find(({ logWeight }) => {
          left -= Math.exp(logWeight);
          return left < 0;
        }) ?? posteriors[posteriors.length - 1];
      for (let i = 0; i < d; i++) offset[i] = widening * random.normal();
      solveLowerTransposed(chosen.factor, 0, offset, 0, d);
      for (let i = 0; i < d; i++) out[at + i] = chosen.mean[i] + offset[i];
      return logDensity(out, at);
    },
  };
}

/** Draws from a mixture itself, the same for every row. */
export function mixtureDraws(d: number, mixture: LatentMixture, widening: number): Proposals {
  const nothing = new Float64Array(d);
  const one = mixtureProposals(d, mixture, nothing, nothing, widening);
  return { draw: (_row, random, out, at) => one.draw(0, random, out, at) };
}

/** A component in information form, with everything of its log-density that does not hang on x. */
function priorComponent(d: number, mixture: LatentMixture, weight: number, k: number) {
  const factor = Float64Array.from({ length: d * d }, (_, i) => mixture.covariances[k * d * d + i]);
  if (cholesky(factor, 0, d) !== POSITIVE_DEFINITE) {
    throw new Error(`The covariance of component ${k + 1} is not positive definite.`);
  }
  const precision = new Float64Array(d * d);
  choleskyInverse(factor, 0, precision, 0, d);
  const linear = new Float64Array(d);
  let distance = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) linear[i] += precision[i * d + j] * mixture.means[k * d + j];
    distance += linear[i] * mixture.means[k * d + i];
  }
  const logScale = Math.log(weight) - (distance + choleskyLogDet(factor, 0, d)) / 2;
  return { precision, linear, logScale };
}
