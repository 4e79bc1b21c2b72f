import { assignments } from '../../../inference/expectationMaximisation/responsibilities.ts';
import { freeEnergyOf } from '../../shared/engine/emCourse.ts';
import type { HalfSteps } from '../../shared/engine/halfSteps.ts';
import type { EmSettings } from '../settings.ts';
import type { EmCluster, EmSnapshot, StartChoice } from '../snapshot.ts';
import { EMPTY_BELOW } from './clusterEvents.ts';
import type { MixtureFit } from './fit.ts';
import { boundPartsOf, distortion } from './measures.ts';

interface Shown {
  readonly settings: EmSettings;
  readonly halfSteps: HalfSteps;
  /** N x D */
  readonly values: Float64Array;
  /** What a distance of the rows in model units is times. */
  readonly distanceScale: number;
  readonly startChoice: StartChoice | null;
  readonly isEdited: boolean;
}

/** A picture of the clusters as they stand, in buffers of its own. */
export function snapshotOf(
  fit: MixtureFit,
  { settings, halfSteps, values, startChoice, distanceScale, isEdited }: Shown,
): EmSnapshot {
  const { rows, components: K, q } = fit.responsibilities;
  const responsibilities = Float32Array.from(q);
  const most = assignments(q, K);
  const confidence = Float32Array.from(most, (k, n) => q[n * K + k]);
  const parts = boundPartsOf(fit);
  return {
    kind: 'em',
    algorithm: settings.algorithm,
    rows,
    dataDimension: fit.dimension,
    responsibilities,
    assignments: most,
    confidence,
    clusters: clustersOf(fit),
    ...parts,
    freeEnergy: freeEnergyOf(parts),
    klGap: fit.isBayesian ? null : fit.bound.klGap / rows,
    distortion: distanceScale ** 2 * distortion(fit, values),
    nextHalf: halfSteps.nextHalf,
    converged: halfSteps.converged,
    ...halfSteps.check,
    startChoice,
    edited: isEdited,
    course: halfSteps.course.columns(),
  };
}

/** The clusters of a fit as they stand. */
export function clustersOf(fit: MixtureFit): EmCluster[] {
  const d = fit.dimension;
  const { weights, means, covariances } = fit.parameters;
  const counts = fit.counts();
  return Array.from(weights, (weight, k) => ({
    id: k,
    weight,
    count: counts[k],
    mean: Array.from(means.subarray(k * d, (k + 1) * d)),
    covariance: Array.from(covariances.subarray(k * d * d, (k + 1) * d * d)),
    empty: counts[k] < EMPTY_BELOW,
    singular: fit.conditions.singular[k] === 1,
  }));
}
