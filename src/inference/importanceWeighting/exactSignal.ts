/**
 * Mean and variance of the gradients of the importance-weighted bound for any number of draws,
 * without sampling. A gradient is a sum over K draws of v_k a_k or v_k^2 b_k with v_k = w_k / S and S
 * the sum of all weights. With 1 / S^n as an integral over t > 0 of t^(n-1) e^-(t S) / (n-1)! its
 * moments are integrals over expectations of one draw, since the draws are independent.
 *
 * Encoder: with respect to the mean of q, plain and doubly reparameterised; decoder: with respect to
 * the mean of the prior (see `gradients.ts`).
 */
import {
  DOUBLING,
  logTimeAt,
  type NoiseGrid,
  QUICK,
  relativeLogWeights,
  TABLE_STEP,
} from './exactBound.ts';
import { type LinearGaussianDatum, weightSlopeAt } from './linearGaussianDatum.ts';

/** Moments of one gradient. */
export interface Signal {
  readonly mean: number;
  readonly variance: number;
}

interface Signals {
  readonly encoder: Signal;
  readonly dreg: Signal;
  readonly decoder: Signal;
}

/** Expectations of one draw by rows of the table, y = t w: phi, and E y^n f^m e^-y of each gradient. */
interface Row {
  readonly logPhi: number;
  /** E y a e^-y and E y^2 a^2 e^-y; of the doubly reparameterised one E y^2 b e^-y and E y^4 b^2 e^-y. */
  readonly first: readonly number[];
  readonly second: readonly number[];
}

export interface SignalTransform {
  readonly rows: readonly Row[];
  /** Moments of one draw: encoder, DReG, decoder. */
  readonly single: readonly Signal[];
}

export function signalTransform(
  datum: LinearGaussianDatum,
  grid: NoiseGrid = QUICK,
): SignalTransform {
  const { noise, density, whole, leastLogPhi } = grid;
  const { mean, sd } = datum.q;
  const logWeights = relativeLogWeights(datum, grid);
  const places = noise.map((e) => mean + sd * e);
  const slopes = places.map((z) => weightSlopeAt(datum, z));
  const encoder = slopes.map((slope, j) => slope - noise[j] / sd);
  const decoder = places.map((z) => z - datum.priorMean);
  const single = [encoder, slopes, decoder].map((values) => momentsOf(values, grid));

  const ys = Array.from({ length: DOUBLING }, (_, i) =>
    logWeights.map((log) => Math.exp(logTimeAt(i) + log)),
  );
  const lessened = ys.map((y) => y.map((one) => Math.expm1(-one)));
  const rows: Row[] = [];
  for (let i = 0; i === 0 || rows[i - 1].logPhi > leastLogPhi; i++) {
    const [y, less] = [ys[i % DOUBLING], lessened[i % DOUBLING]];
    let sum = 0;
    let [a, aa, b, bb, c, cc] = [0, 0, 0, 0, 0, 0];
    for (let j = 0; j < y.length; j++) {
      sum += density[j] * less[j];
      const by = density[j] * (1 + less[j]) * y[j];
      const byTwo = by * y[j];
      const ofA = encoder[j];
      const ofB = slopes[j];
      const ofC = decoder[j];
      a += by * ofA;
      aa += byTwo * ofA * ofA;
      b += byTwo * ofB;
      bb += byTwo * y[j] * y[j] * ofB * ofB;
      c += by * ofC;
      cc += byTwo * ofC * ofC;
      less[j] += less[j] * (1 + less[j]);
      // Where e^-y is 0, so is its product with any power of y.
      y[j] = less[j] > -1 ? 2 * y[j] : 0;
    }
    rows.push({
      logPhi: Math.log1p(Math.max(-1, sum / whole)),
      first: [a / whole, b / whole, c / whole],
      second: [aa / whole, bb / whole, cc / whole],
    });
  }
  return { rows, single };
}

function momentsOf(values: Float64Array, { density, whole }: NoiseGrid): Signal {
  const mean = values.reduce((sum, value, j) => sum + density[j] * value, 0) / whole;
  const square = values.reduce((sum, value, j) => sum + density[j] * (value - mean) ** 2, 0);
  return { mean, variance: square / whole };
}

/** (n - 1)! of 1 / S^n in the second moment: S^2, of the doubly reparameterised gradient S^4. */
const FACTORIALS = [1, 6, 1];

/** @param samples K >= 1 */
export function signalsAt({ rows, single }: SignalTransform, samples: number): Signals {
  const means = single.map(() => 0);
  const squares = single.map(() => 0);
  for (const { logPhi, first, second } of rows) {
    const others = Math.exp((samples - 1) * logPhi);
    const withoutPair = (samples - 1) * Math.exp((samples - 2) * logPhi);
    for (let i = 0; i < means.length; i++) {
      means[i] += others * first[i];
      squares[i] += others * second[i] + withoutPair * first[i] * first[i];
    }
  }
  const [encoder, dreg, decoder] = single.map((ofOne, i): Signal => {
    if (samples === 1) return ofOne;
    const mean = samples * TABLE_STEP * means[i];
    const square = (samples * TABLE_STEP * squares[i]) / FACTORIALS[i];
    return { mean, variance: Math.max(0, square - mean * mean) };
  });
  return { encoder, dreg, decoder };
}
