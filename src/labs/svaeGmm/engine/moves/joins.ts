/**
 * Joins the pieces of every shape into one cluster, all at once. Two halves of a moon, joined, cost some
 * tenths of a nat until the networks have straightened the moon, and the expected gain does not tell them
 * from two moons. Their points do: along the cut, points of both halves are neighbours.
 */
import type { Proposal } from '../../../../svae/graphicalModel.ts';
import { mostOf } from '../../../shared/engine/arrays.ts';
import type { MixtureGlobals } from '../globals.ts';
import type { ConjugateBound } from './conjugateBound.ts';
import type { LatentView } from './latentView.ts';
import { mergeColumns, mergeGlobals } from './merges.ts';
import { contacts, type Neighbours } from './neighbours.ts';

/**
 * Contacts of two pieces as a share of those the smaller one has in all. Halves of moons and strokes
 * have .03 to .1, neighbouring blobs and arms up to .04.
 */
const LEAST_SHARE = 0.035;
/** Share of the points that must change their cluster at least: a bold trial is long, and single pairs have trials of their own. */
const LEAST_MOVED = 0.3;
/** Clusters that stay: whether the last two are one is for a merge of its own. */
const LEAST_LEFT = 2;

/** Null where joining concerns too few points. */
export function joinProposal(
  globals: MixtureGlobals,
  bound: ConjugateBound,
  view: LatentView,
  neighbours: Neighbours,
): Proposal | null {
  const K = globals.clusters;
  const clusterOf = mostOf(view.local.responsibilities, K);
  const sizes = bound.counts.map((count) => (count * view.rowCount) / view.dataRows);
  const into = joined(bound.used, sizes, contacts(neighbours, clusterOf, K), neighbours.each);
  const pieces = bound.used.filter((k) => into[k] !== k);
  const moved = pieces.reduce((sum, k) => sum + bound.counts[k], 0);
  if (moved < LEAST_MOVED * view.dataRows) return null;
  return {
    kind: 'merge',
    label: `Joining neighbours, ${inWords(bound.used, into)},`,
    key: K ** 2 + K,
    expectedGain: 0,
    bold: true,
    apply: (natural) => {
      for (const k of pieces) mergeGlobals(globals, natural, into[k], k);
    },
    moveWarmStarts: () => {
      for (const k of pieces) mergeColumns(view.warmStarts, K, into[k], k);
    },
  };
}

/**
 * For each of the K clusters the one it becomes part of. The two with the largest share of contacts join first.
 *
 * @param sizes K, points of each cluster
 * @param touching K x K, contacts; both are overwritten
 * @param each contacts of a point in all
 */
function joined(
  used: readonly number[],
  sizes: Float64Array,
  touching: Float64Array,
  each: number,
): Int32Array {
  const K = sizes.length;
  const into = Int32Array.from({ length: K }, (_, k) => k);
  for (let left = used.length; left > LEAST_LEFT; left--) {
    let most = LEAST_SHARE;
    let pair: readonly [number, number] | null = null;
    for (const a of used) {
      for (const b of used) {
        if (a >= b || into[a] !== a || into[b] !== b) continue;
        const share = touching[a * K + b] / (each * Math.max(1, Math.min(sizes[a], sizes[b])));
        if (share <= most) continue;
        most = share;
        pair = [a, b];
      }
    }
    if (!pair) break;
    // The larger cluster keeps its number, and with it its colour on the page.
    const [to, from] = sizes[pair[0]] >= sizes[pair[1]] ? pair : [pair[1], pair[0]];
    for (let k = 0; k < K; k++) {
      if (into[k] === from) into[k] = to;
      touching[to * K + k] += touching[from * K + k];
      touching[k * K + to] += touching[k * K + from];
    }
    sizes[to] += sizes[from];
  }
  return into;
}

/** "cluster 2 with 5 and cluster 3 with 7 and 9" */
function inWords(used: readonly number[], into: Int32Array): string {
  const groups = used.flatMap((k) => {
    const others = used.filter((other) => other !== k && into[other] === k);
    return others.length > 0 ? [`cluster ${k + 1} with ${listed(others.map((o) => o + 1))}`] : [];
  });
  return listed(groups);
}

function listed(things: readonly (number | string)[]): string {
  const last = things[things.length - 1];
  return things.length === 1 ? `${last}` : `${things.slice(0, -1).join(', ')} and ${last}`;
}
