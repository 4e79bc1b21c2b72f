/** What each challenge asks for, checked against what the model does now. Pure functions. */

import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import type { ClusterSummary } from '../snapshot.ts';
import { agreementOf } from './agreement.ts';

/** The lab as the checks see it. N points, K clusters. */
export interface LabView {
  /** Another number is another run: nothing carries over. */
  readonly run: number;
  readonly step: number;
  /** Shows the model shipped with the page, not one trained here. */
  readonly pretrained: boolean;
  /** N class numbers from 0; null when they are unknown. */
  readonly labels: Int32Array | null;
  /** N */
  readonly assignments: ArrayLike<number>;
  /** K, under the edits in force. */
  readonly clusters: readonly ClusterSummary[];
  /** The picture was made with edits on top: those of `edits`, or others on their way in or out. */
  readonly edited: boolean;
  /** Edits in force, without those still being dragged. */
  readonly edits: readonly SvaeGmmEdit[];
}

/** What the checks remember of the run. */
export interface Remembered {
  /** The points and clusters as they were before edits lay over them. */
  readonly untouched: Pick<LabView, 'assignments' | 'clusters'> | null;
  /** Two classes that have come to share a cluster. */
  readonly collapsed: Pair | null;
}

const MATCHED = 0.95;
/** Steps after which a start has shown what becomes of it. */
const SETTLED_STEP = 300;
/** Removing a cluster with fewer points shows nothing. */
const WORTH_REMOVING = 5;

/** As many clusters in use as there are classes, each holding one. */
export function oneClusterPerClass(view: LabView): Finding {
  if (view.labels === null) return nothing('These data have no classes.');
  const { owners, alone, matched } = agreementOf(view.labels, view.assignments);
  const inUse = view.clusters.filter((cluster) => !cluster.removed && isInUse(cluster));
  const text = `${alone} of ${owners.length} classes have a cluster of their own; ${inUse.length} clusters in use.`;
  if (view.pretrained) return nothing('This is the pretrained model. Train one from scratch.');
  const asMany = inUse.length === owners.length && alone === owners.length;
  return { done: view.step > 0 && !view.edited && asMany && matched >= MATCHED, text };
}

/** A cluster with points is gone, and others have taken them. */
export function removedClusterShared(view: LabView, { untouched }: Remembered): Finding {
  const removed = view.clusters.filter((cluster) => cluster.removed).map(({ id }) => id);
  if (removed.length === 0 || untouched === null) return nothing('');
  const takers = new Map<number, number>();
  let moved = 0;
  for (let n = 0; n < view.assignments.length; n++) {
    if (!removed.includes(untouched.assignments[n])) continue;
    takers.set(view.assignments[n], (takers.get(view.assignments[n]) ?? 0) + 1);
    moved++;
  }
  if (moved < WORTH_REMOVING)
    return nothing(`This cluster held fewer than ${WORTH_REMOVING} points. Try a larger one.`);
  const list = [...takers].sort((a, b) => b[1] - a[1]);
  const named = list.slice(0, 3).map(([id, count]) => `${count} to cluster ${id + 1}`);
  if (list.length > 3) named.push(`the rest to ${list.length - 3} more`);
  return { done: true, text: `${moved} points moved: ${named.join(', ')}.` };
}

/** A cluster has been moved to within one standard deviation of another one in use. */
export function movedOntoAnother(view: LabView, { untouched }: Remembered): Finding {
  if (untouched === null) return nothing('');
  for (const edit of view.edits) {
    if (edit.kind !== 'moveCluster') continue;
    const { mean } = view.clusters[edit.cluster] ?? {};
    const before = untouched.clusters[edit.cluster]?.mean;
    const target = view.clusters.find(
      (other) =>
        mean && before && isOnto(mean, edit.cluster, other) && !isOnto(before, edit.cluster, other),
    );
    if (!target) continue;
    let changed = 0;
    for (let n = 0; n < view.assignments.length; n++) {
      if (view.assignments[n] !== untouched.assignments[n]) changed++;
    }
    const where = `Cluster ${edit.cluster + 1} lies on cluster ${target.id + 1}`;
    return { done: true, text: `${where}: ${changed} points changed their cluster.` };
  }
  return nothing('');
}

function isOnto(mean: readonly number[], cluster: number, other: ClusterSummary): boolean {
  if (other.id === cluster || other.removed || !isInUse(other)) return false;
  const d = mean.length;
  let squared = 0;
  let variance = 0;
  for (let i = 0; i < d; i++) {
    squared += (mean[i] - other.mean[i]) ** 2;
    variance += other.covariance[i * d + i] / d;
  }
  return squared <= variance;
}

/** Share of its points with which a class counts as being in a cluster. */
const MOSTLY = 0.6;

/** Two classes, by their places in the list of owners. */
type Pair = readonly [number, number];

/** Two classes that share a cluster; null when no two do. */
export function collapsedPair({ labels, assignments }: LabView): Pair | null {
  if (labels === null) return null;
  const { owners } = agreementOf(labels, assignments);
  const isIn = (index: number) => owners[index].points >= MOSTLY * owners[index].size;
  for (const [a, { cluster }] of owners.entries()) {
    const b = owners.findIndex((other, at) => at > a && other.cluster === cluster && isIn(at));
    if (b >= 0 && isIn(a)) return [a, b];
  }
  return null;
}

/** Training by itself has put two classes into one cluster. */
export function classesCollapsed(view: LabView): Finding {
  if (view.labels === null) return nothing('These data have no classes.');
  if (view.pretrained || view.edited) return nothing('');
  const pair = collapsedPair(view);
  if (pair === null) return nothing('');
  const { owners } = agreementOf(view.labels, view.assignments);
  const text = `Cluster ${owners[pair[0]].cluster + 1} holds more than one class.`;
  if (view.step < SETTLED_STEP)
    return nothing(`${text} Train up to step ${SETTLED_STEP} to be sure.`);
  return { done: true, text };
}

/** Two classes that had collapsed in this run are in clusters of their own, in the model itself. */
export function classesRepaired(view: LabView, { collapsed }: Remembered): Finding {
  if (collapsed === null || view.labels === null) return nothing('');
  const { owners } = agreementOf(view.labels, view.assignments);
  const [a, b] = collapsed.map((index) => owners[index]);
  const apart =
    a.cluster !== b.cluster && [a, b].every(({ points, size }) => points >= MOSTLY * size);
  if (!apart) return nothing('The two classes are not in a cluster each yet.');
  if (view.edited) return nothing('The classes are apart. Now choose “Train from here”.');
  return {
    done: true,
    text: `The two classes are in clusters ${a.cluster + 1} and ${b.cluster + 1}.`,
  };
}
