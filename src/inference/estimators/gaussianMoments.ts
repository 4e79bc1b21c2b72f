/** Exact expectations under a Gaussian, by quadrature over one coordinate. */
import { createQuadrature, integrate } from '../../math/quadrature.ts';
import type { ScoreMoments } from './estimator.ts';
import type { GaussianParameter, GaussianQ } from './gaussianDraws.ts';
import type { Integrand } from './integrands.ts';

/** Mean of single estimates, and mean of their squares. */
export interface Squares {
  readonly mean: number;
  readonly square: number;
}

export interface GaussianMoments extends ScoreMoments {
  readonly pathwise: Squares;
  readonly sticking: Squares;
}

/** Integrals are cut here, in standard deviations; the probability beyond the last is below 1e-22. */
const CUTS = [-10, -4, -1.5, 0, 1.5, 4, 10];
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

const quadrature = createQuadrature(9, 1e-10);

/**
 * @param dimension D: f is the sum of D functions like this one, of independent coordinates
 * @returns where an integral does not exist, an arbitrary number or NaN in its place
 */
export function gaussianMoments(
  { mean, sd }: GaussianQ,
  f: Integrand,
  parameter: GaussianParameter,
  dimension: number,
): GaussianMoments {
  const isMean = parameter === 'mean';
  const cuts = CUTS.map((cut) => mean + cut * sd);
  const inside = f.jumps.filter((jump) => jump > cuts[0] && jump < cuts[cuts.length - 1]);
  const [value, squared, gradient, weighed, term, path, path2, sticking, sticking2] = integrate(
    quadrature,
    (x, out) => {
      const e = (x - mean) / sd;
      const density = Math.exp(-(e * e) / 2 - HALF_LOG_TWO_PI) / sd;
      const score = isMean ? e / sd : (e * e - 1) / sd;
      const entropy = f.hasEntropy ? (e * e) / 2 + Math.log(sd) + HALF_LOG_TWO_PI : 0;
      const height = f.value(x) + entropy;
      const along = (f.slope(x) + (f.hasEntropy ? e / sd : 0)) * (isMean ? 1 : e);
      const whole = along - (f.hasEntropy ? score : 0);
      out[0] = density * height;
      out[1] = density * height * height;
      out[2] = density * height * score;
      out[3] = density * height * score * score;
      out[4] = density * height * height * score * score;
      out[5] = density * whole;
      out[6] = density * whole * whole;
      out[7] = density * along;
      out[8] = density * along * along;
    },
    [...cuts, ...inside].sort((a, b) => a - b),
  );
  return {
    ...withOthers(
      { value, squared, gradient, weighed, term, squaredScore: (isMean ? 1 : 2) / (sd * sd) },
      dimension,
    ),
    pathwise: { mean: path, square: path2 },
    sticking: { mean: sticking, square: sticking2 },
  };
}

/** Expectations of one coordinate: of f, f^2, f s, f s^2, f^2 s^2 and s^2. */
export interface CoordinateMoments {
  readonly value: number;
  readonly squared: number;
  readonly gradient: number;
  readonly weighed: number;
  readonly term: number;
  readonly squaredScore: number;
}

/** With D - 1 more coordinates in f, of the same distribution and independent of the score. */
export function withOthers(
  { value, squared, gradient, weighed, term, squaredScore }: CoordinateMoments,
  dimension: number,
): ScoreMoments {
  const variance = Math.max(0, squared - value * value);
  const others = (dimension - 1) * value;
  const othersSquared = (dimension - 1) * variance + others * others;
  return {
    gradient,
    value: dimension * value,
    valueVariance: dimension * variance,
    squaredScore,
    weighedScore: weighed + others * squaredScore,
    squaredTerm: term + 2 * others * weighed + othersSquared * squaredScore,
  };
}
