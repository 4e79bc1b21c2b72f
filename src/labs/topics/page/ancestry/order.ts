/** In which order individuals stand next to each other. */

export interface Individuals {
  /** D: the individual in each column. */
  readonly order: readonly number[];
  /** Columns from `from` up to `to`. */
  readonly groups: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

/**
 * By group; within a group by the cluster that most of it has, then by the share of it, so that a slope
 * is seen and no noise. A cluster is decided on for the whole group: columns do not jump.
 *
 * @param shares D x K
 * @param labels D, null where there are no groups
 */
export function inOrder(
  shares: ArrayLike<number>,
  K: number,
  labels: ArrayLike<number> | null,
  names: readonly string[],
): Individuals {
  const D = K === 0 ? 0 : shares.length / K;
  const byGroup = new Map<number, number[]>();
  for (let d = 0; d < D; d++) {
    const label = labels?.[d] ?? 0;
    byGroup.set(label, [...(byGroup.get(label) ?? []), d]);
  }
  const order: number[] = [];
  const groups = [...byGroup]
    .sort(([a], [b]) => a - b)
    .map(([label, members]) => {
      const sums = Array.from({ length: K }, (_, k) =>
        members.reduce((sum, d) => sum + shares[d * K + k], 0),
      );
      const main = sums.indexOf(Math.max(...sums));
      const from = order.length;
      order.push(...members.toSorted((a, b) => shares[b * K + main] - shares[a * K + main]));
      return { name: labels ? (names[label] ?? '') : '', from, to: order.length };
    });
  return { order, groups };
}
