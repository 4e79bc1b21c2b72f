import type { EmCluster, MeanCoordinate } from '../../snapshot.ts';

/** All coordinates of all means, cluster by cluster, as a list to choose from. */
export function coordinatesOf(
  clusters: readonly EmCluster[],
  columns: readonly string[],
): readonly { readonly name: string; readonly coordinate: MeanCoordinate }[] {
  return clusters.flatMap(({ id, mean }) =>
    mean.map((_, coordinate) => ({
      name: `Mean ${id + 1}, ${columns[coordinate] ?? coordinate + 1}`,
      coordinate: { cluster: id, coordinate },
    })),
  );
}
