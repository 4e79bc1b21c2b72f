/**
 * Joins the pieces of every shape into one cluster, all at once. Two halves of a moon, joined, cost some
 * tenths of a nat until the networks have straightened the moon, and the expected gain does not tell them
 * from two moons. Their points do: along the cut, points of both halves are neighbours.
 */
import { likeliest } from '../../../shared/data/likeliest.ts';
import { hasManyShapes } from '../../growingPrior.ts';
import type { MixtureGlobals } from '../globals.ts';
import type { ConjugateBound } from './conjugateBound.ts';
import { densityDips, MOST_DIP } from './densityDips.ts';
import type { LatentView } from './latentView.ts';
import { mergeColumns, mergeGlobals } from './merges.ts';
import { contacts, type Neighbours } from './neighbours.ts';
import type { ClusterProposal } from './towardsShapes.ts';

/**
 * Without `byDensity`: contacts of two pieces as a share of those the smaller one has in all. Halves of moons and strokes
 * have .03 to .1, neighbouring blobs and arms up to .04.
 */
const LEAST_SHARE = 0.035;
/** Share of the points that must change their cluster at least: a bold trial is long, and single pairs have trials of their own. */
const LEAST_MOVED = 0.3;
/**
 * Beyond so many points the density is surer: for joins that leave about as many clusters as there are shapes in
 * the data, that share falls.
 */
const SURE_FROM = 1000;
/** By this power of the number of points: 75 of 2,000 points must move, and 12 of 5,000. */
const FALL = 3;
/** What lies between shapes, as the middle of a spiral, may be one more. */
const SPARE_SHAPES = 1;
/** Clusters that stay, unless there are many shapes: whether the last two are one is for a merge of its own. */
const LEAST_LEFT = 2;

/** Null where joining concerns too few points. */
export function joinProposal(
  globals: MixtureGlobals,
  bound: ConjugateBound,
  view: LatentView,
  neighbours: Neighbours,
): ClusterProposal | null {
  const K = globals.clusters;
  const clusterOf = likeliest(view.local.responsibilities, K);
  const sizes = bound.counts.map((count) => (count * view.rowCount) / view.dataRows);
  const closest = view.byDensity ? leastDipBelow(MOST_DIP) : largestShare;
  const leastLeft = leastClusters(view);
  const into = joined(bound.used, leastLeft, sizes, clusterOf, neighbours, closest);
  const pieces = bound.used.filter((k) => into[k] !== k);
  const moved = pieces.reduce((sum, k) => sum + bound.counts[k], 0);
  const left = bound.used.length - pieces.length;
  const leadsToShapes =
    view.shapes !== null && left >= view.shapes && left <= view.shapes + SPARE_SHAPES;
  if (moved < leastMoved(view.dataRows, leadsToShapes) * view.dataRows) return null;
  return {
    left,
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

function leastClusters({ shapes, byCount }: LatentView): number {
  if (hasManyShapes(shapes)) return shapes;
  return byCount && shapes !== null ? Math.max(LEAST_LEFT, shapes) : LEAST_LEFT;
}

/** As a share of all points. */
function leastMoved(rows: number, leadsToShapes: boolean): number {
  return leadsToShapes ? LEAST_MOVED * Math.min(1, SURE_FROM / rows) ** FALL : LEAST_MOVED;
}

/**
 * What pieces become where the density of the data alone joins them.
 *
 * @param sizes K, points of each piece; overwritten
 * @param pieceOf B
 * @param mostDip between two pieces of one shape
 * @returns K: the piece that each becomes part of
 */
export function joinedByDensity(
  sizes: Float64Array,
  pieceOf: Int32Array,
  neighbours: Neighbours,
  mostDip: number,
): Int32Array {
  const pieces = Array.from(sizes, (_, piece) => piece);
  return joined(pieces, 1, sizes, pieceOf, neighbours, leastDipBelow(mostDip));
}

/**
 * For each of the K clusters the one it becomes part of. The closest two join first, and so on.
 *
 * @param leastLeft clusters that stay
 * @param sizes K, points of each cluster; overwritten
 * @param clusterOf B
 */
function joined(
  used: readonly number[],
  leastLeft: number,
  sizes: Float64Array,
  clusterOf: ArrayLike<number>,
  neighbours: Neighbours,
  closest: Closest,
): Int32Array {
  const into = Int32Array.from({ length: sizes.length }, (_, k) => k);
  const groupOf = Int32Array.from(clusterOf);
  for (let left = used.length; left > leastLeft; left--) {
    const pair = closest(
      neighbours,
      groupOf,
      sizes,
      used.filter((k) => into[k] === k),
    );
    if (!pair) break;
    // The larger cluster keeps its number, and with it its colour on the page.
    const [to, from] = sizes[pair[0]] >= sizes[pair[1]] ? pair : [pair[1], pair[0]];
    for (const moved of [into, groupOf]) {
      for (let at = 0; at < moved.length; at++) if (moved[at] === from) moved[at] = to;
    }
    sizes[to] += sizes[from];
  }
  return into;
}

/** The two of these clusters that belong together most; null where no two do. */
type Closest = (
  neighbours: Neighbours,
  clusterOf: Int32Array,
  sizes: Float64Array,
  among: readonly number[],
) => readonly [number, number] | null;

function leastDipBelow(mostDip: number): Closest {
  return (neighbours, clusterOf, { length: K }, among) => {
    const dips = densityDips(neighbours, clusterOf, K);
    return highest(among, -mostDip, (a, b) => -dips[a * K + b]);
  };
}

const largestShare: Closest = (neighbours, clusterOf, sizes, among) => {
  const K = sizes.length;
  const touching = contacts(neighbours, clusterOf, K);
  return highest(
    among,
    LEAST_SHARE,
    (a, b) => touching[a * K + b] / (neighbours.each * Math.max(1, Math.min(sizes[a], sizes[b]))),
  );
};

/** The pair with the highest score above this one. */
function highest(
  among: readonly number[],
  above: number,
  score: (a: number, b: number) => number,
): readonly [number, number] | null {
  let most = above;
  let pair: readonly [number, number] | null = null;
  for (const a of among) {
    for (const b of among) {
      if (a >= b || !(score(a, b) > most)) continue;
      most = score(a, b);
      pair = [a, b];
    }
  }
  return pair;
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
