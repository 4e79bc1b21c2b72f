/** What can be asked of EM for mixtures: the E-step of a point, the M-step of a cluster, the landscape. */

import type { EmSettings } from '../settings.ts';
import type {
  EmInspection,
  EmIterationInspection,
  EmPointInspection,
  EmQuery,
  MeanCoordinate,
} from '../snapshot.ts';
import { MixtureFit } from './fit.ts';
import { landscape } from './landscape.ts';
import type { MeanTrail } from './meanTrail.ts';
import { requireOk } from './measures.ts';
import { clustersOf } from './snapshotMaker.ts';

/** What an answer needs to know besides the clusters. */
interface Inspected {
  /** N x D */
  readonly values: Float64Array;
  readonly settings: EmSettings;
  readonly trail: MeanTrail;
  /** What a distance of the rows in model units is times. */
  readonly distanceScale: number;
  /** The clusters stand where they were put, and not at the end of the trail. */
  readonly isEdited: boolean;
}

/** @throws Error in words when there is no such thing to look at */
export function inspect(
  fit: MixtureFit,
  query: EmQuery,
  { values, settings, trail, distanceScale, isEdited }: Inspected,
): EmInspection {
  if (query.kind === 'point') return inspectPoint(fit, query.row, { values, distanceScale });
  if (query.kind === 'iteration')
    return inspectIteration(fit, query, { values, settings, distanceScale });
  const surface = landscape(fit, values, query, settings.algorithm === 'k-means');
  const { dimension, parameters } = fit;
  const wayOf = (of: MeanCoordinate) => {
    const history = trail.along(of, dimension);
    return isEdited
      ? [...history, parameters.means[of.cluster * dimension + of.coordinate]]
      : history;
  };
  return { ...surface, path: { x: wayOf(query.x), y: wayOf(query.y) } };
}

function inspectPoint(
  fit: MixtureFit,
  row: number,
  { values, distanceScale }: Pick<Inspected, 'values' | 'distanceScale'>,
): EmPointInspection {
  const { rows, components: K, q, logJoint, posterior, logEvidence } = fit.responsibilities;
  if (!Number.isInteger(row) || row < 0 || row >= rows) {
    throw new RangeError(`There is no row ${row}; rows are counted from 0 to ${rows - 1}.`);
  }
  const d = fit.dimension;
  const { means } = fit.parameters;
  const ofRow = (array: Float64Array) => Array.from(array.subarray(row * K, (row + 1) * K));
  const distances = Array.from({ length: K }, (_, k) => {
    let square = 0;
    for (let i = 0; i < d; i++) square += (values[row * d + i] - means[k * d + i]) ** 2;
    return distanceScale * Math.sqrt(square);
  });
  return {
    kind: 'point',
    row,
    distances,
    responsibilities: ofRow(q),
    logJoint: ofRow(logJoint),
    posterior: ofRow(posterior),
    logEvidence: logEvidence[row],
  };
}

/** On a copy, so that looking changes nothing. */
function inspectIteration(
  fit: MixtureFit,
  { row, cluster }: Extract<EmQuery, { kind: 'iteration' }>,
  { values, settings, distanceScale }: Pick<Inspected, 'values' | 'settings' | 'distanceScale'>,
): EmIterationInspection {
  const K = settings.clusters;
  if (!Number.isInteger(cluster) || cluster < 0 || cluster >= K) {
    throw new RangeError(
      `There is no cluster ${cluster}; clusters are counted from 0 to ${K - 1}.`,
    );
  }
  const point = inspectPoint(fit, row, { values, distanceScale });
  const copy = new MixtureFit(values, fit.dimension, settings, fit.logVolume);
  copy.copy(fit);
  requireOk(copy.refresh());
  copy.assign();
  const { q } = copy.responsibilities;
  const shares = Array.from(q.subarray(row * K, (row + 1) * K));
  const clusterShares = Float32Array.from({ length: q.length / K }, (_, n) => q[n * K + cluster]);
  const count = copy.counts()[cluster];
  const before = clustersOf(copy)[cluster];
  requireOk(copy.maximise());
  const after = clustersOf(copy)[cluster];
  return { kind: 'iteration', point, shares, cluster, clusterShares, count, before, after };
}
