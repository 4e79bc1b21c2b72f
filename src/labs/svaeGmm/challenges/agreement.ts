/** How clusters and known classes go together. N points. */

/** The cluster that holds most of a class. */
export interface Owner {
  readonly cluster: number;
  /** Points of the class in that cluster. */
  readonly points: number;
  /** Points of the class. */
  readonly size: number;
}

export interface Agreement {
  /** One entry per class, in the order of the class numbers. */
  readonly owners: readonly Owner[];
  /** Classes whose cluster owns no other class. */
  readonly alone: number;
  /** Points in the cluster that owns their class, of all points with a class: 0..1. */
  readonly matched: number;
}

/**
 * @param labels N class numbers from 0; negative where the class is not known
 * @param assignments N cluster numbers from 0
 */
export function agreementOf(labels: ArrayLike<number>, assignments: ArrayLike<number>): Agreement {
  const counts: number[][] = [];
  let known = 0;
  for (let n = 0; n < labels.length; n++) {
    if (labels[n] < 0) continue;
    known++;
    counts[labels[n]] ??= [];
    const row = counts[labels[n]];
    row[assignments[n]] = (row[assignments[n]] ?? 0) + 1;
  }
  const owners = counts
    .filter((row) => row !== undefined)
    .map((row): Owner => {
      let cluster = 0;
      let size = 0;
      row.forEach((count, k) => {
        size += count;
        if (count > (row[cluster] ?? 0)) cluster = k;
      });
      return { cluster, points: row[cluster], size };
    });
  const classesOf = new Map<number, number>();
  for (const { cluster } of owners) classesOf.set(cluster, (classesOf.get(cluster) ?? 0) + 1);
  return {
    owners,
    alone: owners.filter(({ cluster }) => classesOf.get(cluster) === 1).length,
    matched: owners.reduce((sum, { points }) => sum + points, 0) / known,
  };
}
