/**
 * Annealed importance sampling (Neal 2001) between Gaussians: from p_0 to the target in T steps of
 * the geometric path p_0^(1 - b) p_1^b with b = t / T. Both ends are densities here, so log Z is 0.
 *
 * With perfect transitions the gap of E log w is the sum of the divergences between neighbours, which
 * tends to J / (2T) as T grows, where J is the sum of both divergences between the ends. Any
 * transitions that leave their density invariant give E w = 1, for any T.
 */
import type { Random } from '../../math/random.ts';
import { gaussianKl } from '../divergences/divergences.ts';

export interface Gaussian {
  readonly mean: number;
  /** Standard deviation. */
  readonly sd: number;
}

/** The density on the path at b, itself a Gaussian. */
export function bridgeAt(from: Gaussian, to: Gaussian, b: number): Gaussian {
  const [first, second] = [(1 - b) / from.sd ** 2, b / to.sd ** 2];
  const precision = first + second;
  return { mean: (first * from.mean + second * to.mean) / precision, sd: 1 / Math.sqrt(precision) };
}

const pathOf = (from: Gaussian, to: Gaussian, steps: number) =>
  Array.from({ length: steps + 1 }, (_, t) => bridgeAt(from, to, t / steps));

/** -E log w of the forward direction with perfect transitions; with one step plain importance sampling. */
export function annealingGap(from: Gaussian, to: Gaussian, steps: number): number {
  const path = pathOf(from, to, steps);
  let gap = 0;
  for (let t = 0; t < steps; t++)
    gap += gaussianKl(path[t].mean, path[t].sd, path[t + 1].mean, path[t + 1].sd);
  return gap;
}

/** Gap of the upper bound: the reverse direction, from exact draws of the target. */
export const reverseAnnealingGap = (from: Gaussian, to: Gaussian, steps: number): number =>
  annealingGap(to, from, steps);

/** J / (2T), the limit of the gap for many steps. */
export const limitOfAnnealingGap = (from: Gaussian, to: Gaussian, steps: number): number =>
  (gaussianKl(from.mean, from.sd, to.mean, to.sd) +
    gaussianKl(to.mean, to.sd, from.mean, from.sd)) /
  (2 * steps);

/** Moves a draw and leaves the density as it is. */
export type Transition = (z: number, density: Gaussian, random: Random) => number;

/** A new draw, independent of the last one. */
export const perfectTransition: Transition = (_z, { mean, sd }, random) =>
  mean + sd * random.normal();

/** One step of random-walk Metropolis, of `width` standard deviations. */
export const metropolisTransition =
  (width: number): Transition =>
  (z, { mean, sd }, random) => {
    const proposal = z + width * sd * random.normal();
    const [before, after] = [(z - mean) / sd, (proposal - mean) / sd];
    return random.uniform() < Math.exp((before * before - after * after) / 2) ? proposal : z;
  };

/** Where run n is at step t, and its log weight up to there: at the last step it has not moved. */
export type Watcher = (n: number, t: number, z: number, logWeight: number) => void;

/**
 * Log weights of `count` runs. Forward: E w = 1 and E log w <= 0, a lower bound of log Z = 0.
 * With `from` and `to` exchanged it runs in reverse, and -E log w is an upper bound.
 */
export function annealedLogWeights(
  from: Gaussian,
  to: Gaussian,
  steps: number,
  transition: Transition,
  random: Random,
  out: Float64Array,
  watch?: Watcher,
): void {
  const path = pathOf(from, to, steps);
  // The ratio of neighbours on the path is (p_1 / p_0)^(1 / T), without their normalisers.
  const logRatio = (z: number) =>
    (-(((z - to.mean) / to.sd) ** 2) / 2 -
      Math.log(to.sd) +
      ((z - from.mean) / from.sd) ** 2 / 2 +
      Math.log(from.sd)) /
    steps;
  for (let n = 0; n < out.length; n++) {
    let z = perfectTransition(0, path[0], random);
    let logWeight = 0;
    for (let t = 0; t < steps; t++) {
      watch?.(n, t, z, logWeight);
      logWeight += logRatio(z);
      if (t + 1 < steps) z = transition(z, path[t + 1], random);
    }
    watch?.(n, steps, z, logWeight);
    out[n] = logWeight;
  }
}
