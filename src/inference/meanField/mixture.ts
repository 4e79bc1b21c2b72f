import { blockAt } from '../../distributions/mixture.ts';
import { OK, type Status } from '../../math/status.ts';
import {
  loadGlobals,
  loadPotential,
  localKlOf,
  startFrom,
  startUniform,
  updateLabels,
  updateLatent,
} from './kernel.ts';
import type { MeanFieldWorkspace } from './workspace.ts';

/** Remembered responsibilities, so that a row goes on where its last visit ended. */
export interface WarmStart {
  /** N x K; a row of zeros starts uniformly. Rewritten with what was found. */
  readonly responsibilities: Float64Array;
  /** B: which of the N rows each row of the batch is. */
  readonly rows: Int32Array;
}

export interface MeanFieldInput {
  /** B */
  readonly rowCount: number;
  /** B x d, diagonal of the node potentials' precision, >= 0. */
  readonly precision: Float64Array;
  /** B x d */
  readonly linear: Float64Array;
  /** P, E[t(theta)]; E[log pi_k] = -Infinity switches component k off. */
  readonly expected: Float64Array;
  /** null starts every row uniformly. */
  readonly warmStart: WarmStart | null;
  /** A row has settled when no responsibility moves by this much in a sweep. */
  readonly tolerance: number;
  readonly maxSweeps: number;
  /**
   * False where `localKl` and `statistics` are not needed, as for a picture; they then mean nothing, and
   * responsibilities are exact to 1e-15.
   */
  readonly wantsSums?: boolean;
}

/**
 * Mean field for a mixture of Gaussians with a diagonal Gaussian node potential per row: the local
 * factors q(z_n) q(x_n) that maximise the surrogate bound (thesis A.20 and A.21), found by
 * coordinate sweeps. Every sweep raises the bound of its row, so they settle.
 *
 * Fills `responsibilities`, `means`, `covariances`, `factors`, `localKl`, `statistics` and `report`
 * of the workspace. A row that has not settled after `maxSweeps` is counted, not refused.
 *
 * @returns what is also in `report.status`; when bad, the results are not to be used
 */
export function meanField(ws: MeanFieldWorkspace, input: MeanFieldInput): Status {
  const { report, localKl } = ws;
  const { rowCount, precision, linear, warmStart, tolerance, maxSweeps } = input;
  const { wantsSums = true } = input;
  if (rowCount > ws.maxRows) throw new RangeError(`${rowCount} rows in space for ${ws.maxRows}`);
  report.mostSweeps = 0;
  report.totalSweeps = 0;
  report.unconvergedRows = 0;
  if (!loadGlobals(ws, input.expected)) return report.status;

  ws.statistics.fill(0);
  for (let row = 0; row < rowCount; row++) {
    loadPotential(ws, row, precision, linear);
    if (warmStart === null) startUniform(ws, row);
    else startFrom(ws, row, warmStart.responsibilities, warmStart.rows[row] * ws.layout.components);
    if (!settle(ws, row, tolerance, maxSweeps, !wantsSums)) return report.status;
    if (wantsSums) {
      localKl[row] = localKlOf(ws, row);
      addStatistics(ws, row);
    }
    if (warmStart !== null) remember(ws, row, warmStart);
  }
  return OK;
}

/** Sweeps one row until its responsibilities rest. False if q(x) stopped being a Gaussian. */
function settle(
  ws: MeanFieldWorkspace,
  row: number,
  tolerance: number,
  maxSweeps: number,
  isQuick: boolean,
): boolean {
  const { report } = ws;
  if (!updateLatent(ws, row)) return false;
  let sweeps = 0;
  let change = Infinity;
  while (change >= tolerance && sweeps < maxSweeps) {
    change = updateLabels(ws, row, isQuick);
    if (!updateLatent(ws, row)) return false;
    sweeps++;
  }
  report.totalSweeps += sweeps;
  if (sweeps > report.mostSweeps) report.mostSweeps = sweeps;
  if (change >= tolerance) report.unconvergedRows++;
  return true;
}

/** Adds r_k to the weight counts and [r_k, r_k E[x], r_k E[x x'], r_k] to each block. */
function addStatistics(ws: MeanFieldWorkspace, row: number): void {
  const { layout, active, responsibilities, means, covariances, statistics, report } = ws;
  const { components, dimension: d, niw } = layout;
  const mean = row * d;
  const covariance = row * d * d;
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const r = responsibilities[row * components + k];
    const block = blockAt(layout, k);
    statistics[k] += r;
    statistics[block + niw.count] += r;
    statistics[block + niw.degrees] += r;
    for (let i = 0; i < d; i++) {
      const rx = r * means[mean + i];
      statistics[block + niw.linear + i] += rx;
      const out = block + niw.quadratic + i * d;
      for (let j = 0; j < d; j++)
        statistics[out + j] += r * covariances[covariance + i * d + j] + rx * means[mean + j];
    }
  }
}

function remember(ws: MeanFieldWorkspace, row: number, warmStart: WarmStart): void {
  const K = ws.layout.components;
  const to = warmStart.rows[row] * K;
  for (let k = 0; k < K; k++) warmStart.responsibilities[to + k] = ws.responsibilities[row * K + k];
}
