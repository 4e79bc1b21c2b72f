/**
 * Node potentials that couple dimensions: J = C C' and h = J a, with the lower triangular
 * C = diag(s) U, where s_i^2 = exp(5 tanh(b_i / 5)) and U has ones on its diagonal and free entries
 * u_ij below it. With all u_ij = 0 this is the diagonal potential. The determinant of J is that of
 * the diagonal potential, too, whatever the u_ij are.
 *
 * Of a row, raw holds the d numbers b_i and then u_10, u_20, u_21, u_30 …
 */
import type { PotentialBuffers } from './nodePotential.ts';
import { squash, squashSlope } from './squash.ts';

/** Where u_i0 of a row stands in its raw outputs. */
const couplingsOf = (i: number, d: number): number => d + (i * (i - 1)) / 2;

/** Fills `factor` with C, and what `nodePotential` fills. */
export function fullPotential(
  raw: Float64Array,
  { rows, mean, logPrecision, precision, linear }: PotentialBuffers,
  factor: Float64Array,
): void {
  const d = mean.length / rows;
  const outputs = raw.length / rows;
  for (let n = 0; n < rows; n++) {
    const at = n * d * d;
    for (let i = 0; i < d; i++) {
      const log = squash(raw[n * outputs + i]);
      const scale = Math.exp(log / 2);
      logPrecision[n * d + i] = log;
      const couplings = n * outputs + couplingsOf(i, d);
      for (let j = 0; j < i; j++) factor[at + i * d + j] = scale * raw[couplings + j];
      factor[at + i * d + i] = scale;
    }
    for (let i = 0; i < d; i++) {
      let h = 0;
      for (let j = 0; j < d; j++) {
        let sum = 0;
        for (let k = 0; k <= Math.min(i, j); k++)
          sum += factor[at + i * d + k] * factor[at + j * d + k];
        precision[at + i * d + j] = sum;
        h += sum * mean[n * d + j];
      }
      linear[n * d + i] = h;
    }
  }
}

/**
 * Adjoint of `fullPotential`.
 *
 * @param dPrecision rows x d x d, symmetric: an entry off the diagonal counts for itself alone
 */
export function fullPotentialBackward(
  { rows, mean, logPrecision, precision }: PotentialBuffers,
  factor: Float64Array,
  dPrecision: Float64Array,
  dLinear: Float64Array,
  dMean: Float64Array,
  dRaw: Float64Array,
): void {
  const d = mean.length / rows;
  const outputs = dRaw.length / rows;
  for (let n = 0; n < rows; n++) {
    const at = n * d * d;
    const row = n * d;
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += precision[at + i * d + j] * dLinear[row + j];
      dMean[row + i] = sum;
    }
    for (let i = 0; i < d; i++) {
      const couplings = n * outputs + couplingsOf(i, d);
      // Of s_i, which the whole row of C is a multiple of.
      let dLog = 0;
      for (let j = 0; j <= i; j++) {
        // By J = C C' with h = J a: (dJ + dJ' + dh a' + a dh') C.
        let slope = 0;
        for (let k = j; k < d; k++) {
          const ofJ =
            dPrecision[at + i * d + k] +
            dPrecision[at + k * d + i] +
            dLinear[row + i] * mean[row + k] +
            mean[row + i] * dLinear[row + k];
          slope += ofJ * factor[at + k * d + j];
        }
        dLog += slope * factor[at + i * d + j];
        if (j < i) dRaw[couplings + j] = slope * factor[at + i * d + i];
      }
      dRaw[n * outputs + i] = (dLog / 2) * squashSlope(logPrecision[row + i]);
    }
  }
}
