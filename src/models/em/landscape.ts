import {
  createMixtureWorkspace,
  lookAtMixture,
  type MixtureWorkspace,
} from '../../inference/expectationMaximisation/gaussianMixture.ts';
import type { MixtureFit } from './fit.ts';
import type { EmLandscape, EmQuery, MeanCoordinate } from './snapshot.ts';

type LandscapeQuery = Extract<EmQuery, { kind: 'landscape' }>;

const LEAST_CELLS = 2;
const MOST_CELLS = 101;
/** Densities that can be computed while somebody waits; beyond it, every so many rows are left out. */
const MOST_DENSITIES = 2e7;

/**
 * The objective and the bound over two coordinates of the means, everything else as it is. The
 * bound is that of q as it stands: it touches the log-likelihood where q is the posterior, and an
 * M-step goes to its top (figure 2.2 as a surface).
 *
 * @param values N x D
 * @param isHard whether assignments leave no doubt (k-means)
 */
export function landscape(
  fit: MixtureFit,
  values: Float64Array,
  query: LandscapeQuery,
  isHard: boolean,
): Omit<EmLandscape, 'path'> {
  checkQuery(fit, query);
  const { cells } = query;
  const d = fit.dimension;
  const K = fit.parameters.weights.length;
  const all = fit.responsibilities.rows;
  const most = Math.max(1, Math.floor(MOST_DENSITIES / (cells * cells * K)));
  const stride = Math.ceil(all / most);
  const rows = Math.ceil(all / stride);

  const ws = createMixtureWorkspace(rows, K, d);
  for (const name of ['weights', 'means', 'covariances'] as const)
    ws.parameters[name].set(fit.parameters[name]);
  const chosen = new Float64Array(rows * d);
  let entropy = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * stride;
    for (let i = 0; i < d; i++) chosen[row * d + i] = values[from * d + i];
    for (let k = 0; k < K; k++) {
      const at = row * K + k;
      const share = fit.responsibilities.q[from * K + k];
      ws.responsibilities.q[at] = share;
      if (share > 0) entropy -= share * Math.log(share);
    }
  }

  const [x, y] = [steps(query.xRange, cells), steps(query.yRange, cells)];
  const objective = new Float32Array(cells * cells);
  const freeEnergy = new Float32Array(cells * cells);
  const place = ({ cluster, coordinate }: MeanCoordinate) => cluster * d + coordinate;
  for (let line = 0, at = 0; line < cells; line++) {
    for (let column = 0; column < cells; column++, at++) {
      ws.parameters.means[place(query.x)] = x[column];
      ws.parameters.means[place(query.y)] = y[line];
      const status = lookAtMixture(ws, chosen);
      if (!status.ok)
        throw new Error(`There is no landscape here: ${status.what} is ${status.value}.`);
      objective[at] = total(ws, isHard) / rows;
      freeEnergy[at] = (energy(ws) + entropy) / rows;
    }
  }
  return { kind: 'landscape', cells, x, y, objective, freeEnergy, rows };
}

function total({ responsibilities }: MixtureWorkspace, isHard: boolean): number {
  const { rows, components: K, logEvidence, logJoint } = responsibilities;
  let sum = 0;
  for (let n = 0; n < rows; n++) {
    if (!isHard) {
      sum += logEvidence[n];
      continue;
    }
    let most = logJoint[n * K];
    for (let k = 1; k < K; k++) most = Math.max(most, logJoint[n * K + k]);
    sum += most;
  }
  return sum;
}

function energy({ responsibilities: { q, logJoint } }: MixtureWorkspace): number {
  let sum = 0;
  for (let at = 0; at < q.length; at++) if (q[at] > 0) sum += q[at] * logJoint[at];
  return sum;
}

function steps([from, to]: readonly [number, number], cells: number): number[] {
  return Array.from({ length: cells }, (_, i) => from + ((to - from) * i) / (cells - 1));
}

function checkQuery(fit: MixtureFit, { x, y, xRange, yRange, cells }: LandscapeQuery): void {
  if (!Number.isInteger(cells) || cells < LEAST_CELLS || cells > MOST_CELLS) {
    throw new RangeError(
      `A landscape has ${LEAST_CELLS} to ${MOST_CELLS} cells along a side, not ${cells}.`,
    );
  }
  if (![...xRange, ...yRange].every(Number.isFinite)) {
    throw new RangeError(
      `A landscape needs finite ranges, not ${[...xRange, ...yRange].join(', ')}.`,
    );
  }
  for (const { cluster, coordinate } of [x, y]) {
    const isCluster =
      Number.isInteger(cluster) && cluster >= 0 && cluster < fit.parameters.weights.length;
    const isCoordinate =
      Number.isInteger(coordinate) && coordinate >= 0 && coordinate < fit.dimension;
    if (!isCluster || !isCoordinate) {
      throw new RangeError(
        `There is no coordinate ${coordinate} of cluster ${cluster}; both are counted from 0.`,
      );
    }
  }
  if (x.cluster === y.cluster && x.coordinate === y.coordinate) {
    throw new RangeError('A landscape needs two coordinates; these are the same.');
  }
}
