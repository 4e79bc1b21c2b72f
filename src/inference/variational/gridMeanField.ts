/**
 * Mean field on a plane without closed forms: the target is a table of log-densities on a grid, and
 * q(x) q(y) two tables. All figures are those of the distribution on the grid's cells, so the bound
 * plus KL is its log evidence to the last digits.
 *
 *   log q(x) = sum_y q(y) log p(x, y) + constant, and the other way round       (notes 9.5.1)
 */
import type { FailedStatus } from '../../math/status.ts';

/** A target on columns x rows cells of equal area. */
export interface GridTarget {
  readonly columns: number;
  readonly rows: number;
  /** rows x columns, row-major: log of the probability of a cell before it is normalised; -Infinity is 0. */
  readonly logWeights: Float64Array;
  /** rows x columns: exact probabilities, sum to 1. */
  readonly probabilities: Float64Array;
  /** columns, and rows: exact marginals. */
  readonly columnMarginal: Float64Array;
  readonly rowMarginal: Float64Array;
  /** log of the sum of the cells' weights. */
  readonly logEvidence: number;
}

/** q(column) q(row), and what updates need, in memory made once. */
export interface GridFactors {
  /** columns, sum to 1. */
  readonly ofColumn: Float64Array;
  /** rows, sum to 1. */
  readonly ofRow: Float64Array;
}

/**
 * @param logWeights rows x columns: log p(cell centre) + log(cell area) for a density
 * @returns the target, or bad where no cell has a positive and finite weight
 * @throws RangeError when there are not rows x columns of them
 */
export function makeGridTarget(
  columns: number,
  rows: number,
  logWeights: Float64Array,
): GridTarget | FailedStatus {
  if (logWeights.length !== columns * rows)
    throw new RangeError(`${logWeights.length} cells for ${rows} rows of ${columns}.`);
  let most = -Infinity;
  for (const weight of logWeights) {
    if (Number.isNaN(weight) || weight === Infinity)
      return { ok: false, what: 'log-density of a cell', value: weight };
    most = Math.max(most, weight);
  }
  if (most === -Infinity) return { ok: false, what: 'mass of the density', value: 0 };
  const probabilities = new Float64Array(columns * rows);
  const columnMarginal = new Float64Array(columns);
  const rowMarginal = new Float64Array(rows);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    probabilities[i] = Math.exp(logWeights[i] - most);
    sum += probabilities[i];
  }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const share = probabilities[r * columns + c] / sum;
      probabilities[r * columns + c] = share;
      columnMarginal[c] += share;
      rowMarginal[r] += share;
    }
  return {
    columns,
    rows,
    logWeights,
    probabilities,
    columnMarginal,
    rowMarginal,
    logEvidence: most + Math.log(sum),
  };
}

/** q(column) in place, given q(row). */
export function updateColumnFactor(target: GridTarget, q: GridFactors): void {
  const { columns, rows, logWeights } = target;
  expectedLog(q.ofColumn, columns, 1, q.ofRow, rows, columns, logWeights);
}

/** q(row) in place, given q(column). */
export function updateRowFactor(target: GridTarget, q: GridFactors): void {
  const { columns, rows, logWeights } = target;
  expectedLog(q.ofRow, rows, columns, q.ofColumn, columns, 1, logWeights);
}

/**
 * out = softmax over i of sum_j other_j logWeights[i stride + j otherStride]. Where every place meets
 * a cell of weight 0 that `other` does not rule out, those that meet least of it win, as in the limit
 * of a very small weight in place of 0.
 */
function expectedLog(
  out: Float64Array,
  length: number,
  stride: number,
  other: Float64Array,
  otherLength: number,
  otherStride: number,
  logWeights: Float64Array,
): void {
  let leastForbidden = Infinity;
  for (let i = 0; i < length; i++) {
    const forbidden = forbiddenMass(i * stride, other, otherLength, otherStride, logWeights);
    leastForbidden = Math.min(leastForbidden, forbidden);
  }
  let most = -Infinity;
  for (let i = 0; i < length; i++) {
    if (
      forbiddenMass(i * stride, other, otherLength, otherStride, logWeights) >
      leastForbidden + 1e-12
    ) {
      out[i] = -Infinity;
      continue;
    }
    let sum = 0;
    for (let j = 0; j < otherLength; j++) {
      const log = logWeights[i * stride + j * otherStride];
      if (other[j] > 0 && log > -Infinity) sum += other[j] * log;
    }
    out[i] = sum;
    most = Math.max(most, sum);
  }
  let total = 0;
  for (let i = 0; i < length; i++) {
    out[i] = Math.exp(out[i] - most);
    total += out[i];
  }
  for (let i = 0; i < length; i++) out[i] /= total;
}

function forbiddenMass(
  at: number,
  other: Float64Array,
  otherLength: number,
  otherStride: number,
  logWeights: Float64Array,
): number {
  let mass = 0;
  for (let j = 0; j < otherLength; j++)
    if (logWeights[at + j * otherStride] === -Infinity) mass += other[j];
  return mass;
}

/** The ELBO of q(column) q(row), in nats; -Infinity where q has mass on a cell of weight 0. */
export function gridElbo(target: GridTarget, q: GridFactors): number {
  const { columns, rows, logWeights } = target;
  let elbo = 0;
  for (let r = 0; r < rows; r++) {
    if (q.ofRow[r] === 0) continue;
    let sum = -Math.log(q.ofRow[r]);
    for (let c = 0; c < columns; c++)
      if (q.ofColumn[c] > 0) sum += q.ofColumn[c] * logWeights[r * columns + c];
    elbo += q.ofRow[r] * sum;
  }
  for (let c = 0; c < columns; c++)
    if (q.ofColumn[c] > 0) elbo -= q.ofColumn[c] * Math.log(q.ofColumn[c]);
  return elbo;
}

/** KL(q || p) by its definition, in nats. */
export function gridKl(target: GridTarget, q: GridFactors): number {
  const { columns, rows, logWeights, logEvidence } = target;
  let kl = 0;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const share = q.ofRow[r] * q.ofColumn[c];
      if (share > 0) kl += share * (Math.log(share) - logWeights[r * columns + c] + logEvidence);
    }
  return kl;
}
