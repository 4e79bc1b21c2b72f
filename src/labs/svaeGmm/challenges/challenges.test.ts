import { describe, expect, it } from 'vitest';
import {
  NO_PROGRESS,
  observe as observeSet,
  type Progress,
} from '../../shared/challenges/challengeSet.ts';
import type { ClusterSummary } from '../snapshot.ts';
import { agreementOf } from './agreement.ts';
import { challenges } from './challengeSet.ts';
import type { LabView, Remembered } from './checks.ts';

/** Three classes of twenty points. */
const labels = Int32Array.from({ length: 60 }, (_, n) => Math.floor(n / 20));
const apart = Array.from(labels, (label) => label + 1);
const together = Array.from(labels, (label) => (label === 2 ? 1 : label));

function clustersFor(assignments: readonly number[], K = 5): ClusterSummary[] {
  return Array.from({ length: K }, (_, id) => ({
    id,
    weight: 1 / K,
    count: assignments.filter((k) => k === id).length,
    mean: [10 * id, 0],
    covariance: [1, 0, 0, 1],
    removed: false,
  }));
}

function view(assignments: readonly number[], change: Partial<LabView> = {}): LabView {
  return {
    run: 1,
    step: 500,
    pretrained: false,
    labels,
    assignments,
    clusters: clustersFor(assignments),
    edited: (change.edits ?? []).length > 0,
    edits: [],
    ...change,
  };
}

const observe = (before: Progress<Remembered>, now: LabView) => observeSet(challenges, before, now);
const seen = (...views: LabView[]): Progress<Remembered> => views.reduce(observe, NO_PROGRESS);

describe('agreementOf', () => {
  it('counts classes alone in their cluster and points with their class', () => {
    expect(agreementOf(labels, apart)).toMatchObject({ alone: 3, matched: 1 });
    expect(agreementOf(labels, together).alone).toBe(1);
    const stray = [...apart];
    stray[0] = 3;
    expect(agreementOf(labels, stray).matched).toBeCloseTo(59 / 60);
  });
});

describe('one cluster per class', () => {
  it('is done when the classes are apart and no cluster is left over', () => {
    expect(seen(view(apart)).findings.separate.done).toBe(true);
  });

  it('is not done with a cluster too many, with shared clusters, or with too many strays', () => {
    const spare = [...apart];
    spare[0] = 4;
    expect(seen(view(spare)).findings.separate).toEqual({
      done: false,
      text: '3 of 3 classes have a cluster of their own; 4 clusters in use.',
    });
    expect(seen(view(together)).findings.separate.done).toBe(false);
    const strays = apart.map((k, n) => (n < 5 ? 2 : k));
    expect(seen(view(strays)).findings.separate.done).toBe(false);
  });

  it('is not done by the shipped model, by edits, before training, or without known classes', () => {
    expect(seen(view(apart, { pretrained: true })).findings.separate.done).toBe(false);
    const weigh = { kind: 'weighCluster', cluster: 0, weight: 0.1 } as const;
    expect(seen(view(apart, { edits: [weigh] })).findings.separate.done).toBe(false);
    expect(seen(view(apart, { step: 0 })).findings.separate.done).toBe(false);
    expect(seen(view(apart, { labels: null })).findings.separate.done).toBe(false);
  });

  it('stays done when training goes on to something else', () => {
    const { separate } = seen(view(apart), view(together)).findings;
    expect(separate.done).toBe(true);
  });
});

describe('removing a cluster', () => {
  const taken = apart.map((k, n) => (k === 1 ? (n < 15 ? 2 : 3) : k));
  const removal = { kind: 'removeCluster', cluster: 1 } as const;
  const without = clustersFor(taken).map((cluster) => ({ ...cluster, removed: cluster.id === 1 }));

  it('says who took the points', () => {
    const removed = view(taken, { edits: [removal], clusters: without });
    expect(seen(view(apart), removed).findings.remove).toEqual({
      done: true,
      text: '20 points moved: 15 to cluster 3, 5 to cluster 4.',
    });
  });

  it('takes no picture with edits on their way for the untouched one', () => {
    const ahead = view(taken, { clusters: without, edited: true });
    const removed = view(taken, { edits: [removal], clusters: without });
    expect(seen(view(apart), ahead, removed).findings.remove.text).toContain('20 points');
  });

  it('waits for a picture with the cluster gone, and compares within one run only', () => {
    expect(
      seen(view(apart), view(apart, { edits: [removal], edited: false })).findings.remove.done,
    ).toBe(false);
    const elsewhere = view(taken, { edits: [removal], clusters: without, run: 2 });
    expect(seen(view(apart), elsewhere).findings.remove.done).toBe(false);
  });

  it('is not done by removing a cluster nothing belongs to', () => {
    const idle = clustersFor(apart).map((cluster) => ({ ...cluster, removed: cluster.id === 4 }));
    const edits = [{ kind: 'removeCluster', cluster: 4 } as const];
    const { remove } = seen(view(apart), view(apart, { edits, clusters: idle })).findings;
    expect(remove.done).toBe(false);
    expect(remove.text).toContain('larger');
  });
});

describe('moving one cluster onto another', () => {
  const swap = apart.map((k, n) => (n < 7 ? 2 : k));
  const moved = (mean: readonly number[]) =>
    view(swap, {
      edits: [{ kind: 'moveCluster', cluster: 2, mean: [...mean] }],
      clusters: clustersFor(swap).map((c) => (c.id === 2 ? { ...c, mean } : c)),
    });

  it('counts the points that change sides', () => {
    expect(seen(view(apart), moved([10.5, 0.5])).findings.pile).toEqual({
      done: true,
      text: 'Cluster 3 lies on cluster 2: 7 points changed their cluster.',
    });
  });

  it('sees it under a wide cluster that has covered both from the start', () => {
    const wide = (clusters: readonly ClusterSummary[]) =>
      clusters.map((c) => (c.id === 0 ? { ...c, count: 5, covariance: [900, 0, 0, 900] } : c));
    const before = { ...view(apart), clusters: wide(view(apart).clusters) };
    const now = moved([10.5, 0.5]);
    const { pile } = seen(before, { ...now, clusters: wide(now.clusters) }).findings;
    expect(pile.text).toContain('lies on cluster 2');
  });

  it('is not done by moving it beside another, or onto one that is idle', () => {
    expect(seen(view(apart), moved([13, 0])).findings.pile.done).toBe(false);
    expect(seen(view(apart), moved([40, 0])).findings.pile.done).toBe(false);
  });
});

describe('failing and repairing', () => {
  it('fails once two classes have settled in one cluster', () => {
    expect(seen(view(together, { step: 100 })).findings.fail.done).toBe(false);
    expect(seen(view(together)).findings.fail).toEqual({
      done: true,
      text: 'Cluster 2 holds more than one class.',
    });
    expect(seen(view(apart)).findings.fail.done).toBe(false);
  });

  it('is repaired only in the run that failed, and only without edits on top', () => {
    expect(seen(view(apart)).findings.repair.done).toBe(false);
    expect(seen(view(together), view(apart, { run: 2 })).findings.repair.done).toBe(false);
    const edits = [{ kind: 'moveCluster' as const, cluster: 3, mean: [0, 0] }];
    const laid = seen(view(together), view(apart, { edits }));
    expect(laid.findings.repair).toEqual({
      done: false,
      text: 'The classes are apart. Now choose “Train from here”.',
    });
    expect(observe(laid, view(apart)).findings.repair.done).toBe(true);
  });
});

it('keeps its findings as they are while nothing to see has changed', () => {
  const once = seen(view(apart));
  expect(observe(once, view([...apart], { step: 501 })).findings).toBe(once.findings);
});
