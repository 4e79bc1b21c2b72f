/** Gibbs sampling on the targets of mean field: each coordinate is drawn given all others. */
import { drawGamma } from '../../math/draws.ts';
import type { Random } from '../../math/random.ts';
import type { GaussianTarget } from './gaussianMeanField.ts';
import type { GridTarget } from './gridMeanField.ts';
import type { NormalGammaTarget } from './normalGamma.ts';

/** Draws coordinate i of a Gaussian in place; `state` is of length d. */
export function drawGaussianCoordinate(
  target: GaussianTarget,
  state: Float64Array,
  i: number,
  random: Random,
): void {
  const { dimension: d, mean, precision } = target;
  let pull = 0;
  for (let j = 0; j < d; j++) if (j !== i) pull += precision[i * d + j] * (state[j] - mean[j]);
  const own = precision[i * d + i];
  state[i] = mean[i] - pull / own + random.normal() / Math.sqrt(own);
}

/** mu given tau: N(m_N, 1 / ((l0 + N) tau)). */
export function drawMean({ prior, count, sum }: NormalGammaTarget, tau: number, random: Random) {
  const scale = prior.scale + count;
  return (prior.scale * prior.mean + sum) / scale + random.normal() / Math.sqrt(scale * tau);
}

/** tau given mu: Gamma(a0 + (N + 1) / 2, b0 + squares / 2). */
export function drawPrecision(
  { prior, count, mean, scatter }: NormalGammaTarget,
  mu: number,
  random: Random,
): number {
  const squares = scatter + count * (mean - mu) ** 2 + prior.scale * (mu - prior.mean) ** 2;
  return drawGamma(prior.shape + (count + 1) / 2, random) / (prior.rate + squares / 2);
}

/** A column given the row of a grid, by the inverse of its distribution function. */
export function drawColumn(target: GridTarget, row: number, random: Random): number {
  return drawAlong(target.logWeights, row * target.columns, 1, target.columns, random);
}

/** A row given the column. */
export function drawRow(target: GridTarget, column: number, random: Random): number {
  return drawAlong(target.logWeights, column, target.columns, target.rows, random);
}

function drawAlong(
  logWeights: Float64Array,
  at: number,
  stride: number,
  length: number,
  random: Random,
): number {
  let most = -Infinity;
  for (let i = 0; i < length; i++) most = Math.max(most, logWeights[at + i * stride]);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += Math.exp(logWeights[at + i * stride] - most);
  let left = random.uniform() * sum;
  let last = 0;
  for (let i = 0; i < length; i++) {
    const weight = Math.exp(logWeights[at + i * stride] - most);
    if (weight === 0) continue;
    last = i;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}

/**
 * Autocorrelation of a chain at lags 0 to out.length - 1: r_k = c_k / c_0 with
 * c_k = (1 / n) sum_t (x_t - mean) (x_t+k - mean). All 0 after lag 0 for a chain that does not move.
 *
 * @param count how many values of the chain there are; at least 1
 */
export function autocorrelation(chain: ArrayLike<number>, count: number, out: Float64Array): void {
  let mean = 0;
  for (let t = 0; t < count; t++) mean += chain[t] / count;
  let variance = 0;
  for (let t = 0; t < count; t++) variance += (chain[t] - mean) ** 2;
  for (let lag = 0; lag < out.length; lag++) {
    let sum = 0;
    for (let t = 0; t + lag < count; t++) sum += (chain[t] - mean) * (chain[t + lag] - mean);
    out[lag] = variance > 0 ? sum / variance : Number(lag === 0);
  }
}

/** Share of independent draws a chain is worth when its autocorrelation is r^k: (1 - r) / (1 + r). */
export function effectiveShare(lagOne: number): number {
  return (1 - lagOne) / (1 + lagOne);
}
