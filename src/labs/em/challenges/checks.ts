/** What each challenge asks for, checked against what EM does now. Pure functions. */

import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import type { EmSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  /** The same for the same points and number of clusters: only then is a place better or worse. */
  readonly problem: string;
  /** Mean squared distance of a point from the mean of its true class; null when it is unknown. */
  readonly classDistortion: number | null;
  readonly snapshot: EmSnapshot;
}

/** What the checks remember of the points. */
export interface Remembered {
  /** Least mean squared distance known: of the classes, or where k-means rested. */
  readonly best: number | null;
  /** Where it was stuck above that, now and as of the last look. */
  readonly stuckAt: number | null;
  readonly wasStuckAt: number | null;
}

const HALF_STEPS = 20;
/** Mean squared distances that differ by less than this part are those of one place. */
const SAME = 0.01;
const MANY = 10;
const FEW = 5;

/** The log-likelihood of a soft algorithm has gone on and not fallen. */
export function neverDown({ snapshot }: LabView): Finding {
  const { algorithm, halfSteps, falls } = snapshot;
  if (algorithm !== 'gmm' && algorithm !== 'soft-k-means') return nothing('');
  const text = `${halfSteps} half-steps, ${falls === 0 ? 'none of them down' : `${falls} down`}.`;
  return { done: halfSteps >= HALF_STEPS && falls === 0, text };
}

/** Mean squared distance where k-means rests; null while it does not. */
export function restOf({ snapshot }: LabView): number | null {
  const { algorithm, converged, edited, distortion } = snapshot;
  return algorithm === 'k-means' && converged && !edited ? distortion : null;
}

/** k-means rests although a better place is known, from an earlier rest or from the true classes. */
export function restsTooHigh(view: LabView, { best }: Pick<Remembered, 'best'>): Finding {
  const rest = restOf(view);
  if (rest === null) return nothing('');
  const here = `It rests at a mean squared distance of ${rest.toFixed(2)}`;
  if (best !== null && rest > best * (1 + SAME)) {
    return { done: true, text: `${here}; a solution with ${best.toFixed(2)} is known.` };
  }
  return nothing(`${here}, the least seen on these points. Can it come to rest at a larger one?`);
}

/** k-means rests lower than where it was stuck on the same points. */
export function restsLower(view: LabView, { wasStuckAt: stuckAt }: Remembered): Finding {
  if (stuckAt === null) return nothing('');
  const rest = restOf(view);
  if (rest === null || rest >= stuckAt * (1 - SAME)) {
    return nothing(`Distance to beat: ${stuckAt.toFixed(2)}.`);
  }
  return { done: true, text: `From ${stuckAt.toFixed(2)} down to ${rest.toFixed(2)}.` };
}

/** A covariance has been kept from falling onto a point or a line. */
export function fellOnto({ snapshot }: LabView): Finding {
  const fallen = snapshot.clusters.filter(({ singular }) => singular);
  if (snapshot.algorithm !== 'gmm' || fallen.length === 0) return nothing('');
  const [{ id, count }] = fallen;
  return {
    done: true,
    text: `Cluster ${id + 1} has ${count.toFixed(1)} points; the smallest width allowed keeps it from collapsing further.`,
  };
}

/** Few of many clusters are left. */
export function prunedToFew({ snapshot }: LabView): Finding {
  const { algorithm, clusters, halfSteps } = snapshot;
  if (algorithm !== 'bayesian-gmm') return nothing('');
  if (clusters.length < MANY) {
    return nothing(`The mixture has ${clusters.length} clusters; start with ${MANY} or more.`);
  }
  const left = clusters.filter(isInUse).length;
  return {
    done: halfSteps > 0 && left === FEW,
    text: `${left} of ${clusters.length} clusters are left.`,
  };
}
