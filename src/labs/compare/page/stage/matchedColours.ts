/** One colour for one group of points in all panels, whichever cluster of a model has them. */
import { bestMatching } from '../../../shared/data/bestMatching.ts';

/** A cluster keeps its colour until another would suit this much of all points better. */
const LOYALTY = 0.05;

/**
 * The colour of each cluster: that of the reference group most of its points belong to, as far as
 * one colour for one cluster allows, so that the points in their own group's colour are as many as
 * they can be. Clusters left over have colours that no group has.
 *
 * @param clusters N: the cluster of each point, 0..count - 1
 * @param groups N: the reference group of each point; below 0 where that is not known
 * @param before colours of the frame before, which are kept unless others are clearly better
 */
export function matchedColours(
  clusters: ArrayLike<number>,
  groups: ArrayLike<number>,
  count: number,
  before: readonly number[] | null = null,
): number[] {
  // Classes of a link or a file are any numbers, with gaps as wide as they like.
  const known = [...new Set(Array.from(groups).filter((group) => group >= 0))].sort(
    (a, b) => a - b,
  );
  const placeOf = new Map(known.map((group, place) => [group, place]));
  const overlaps = Array.from({ length: count }, () => new Array<number>(known.length).fill(0));
  for (let row = 0; row < clusters.length; row++) {
    const place = placeOf.get(groups[row]);
    if (place !== undefined) overlaps[clusters[row]][place] += 1;
  }
  const rewarded = overlaps.map((row, cluster) =>
    row.map((overlap, place) =>
      overlap > 0 && before?.[cluster] === known[place]
        ? overlap + LOYALTY * clusters.length
        : overlap,
    ),
  );
  const matched = bestMatching(rewarded).map((place, cluster) =>
    place !== null && overlaps[cluster][place] > 0 ? known[place] : null,
  );
  return withLeftOver(matched, (known.at(-1) ?? -1) + 1, before);
}

/** Those without a group keep the colour they had beyond the groups', or get the next free one. */
function withLeftOver(
  matched: readonly (number | null)[],
  beyond: number,
  before: readonly number[] | null,
): number[] {
  const kept = matched.map((group, cluster) => {
    const had = before?.[cluster] ?? -1;
    return group ?? (had >= beyond ? had : null);
  });
  const taken = new Set(kept);
  let next = beyond;
  return kept.map((colour) => {
    if (colour !== null) return colour;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  });
}
