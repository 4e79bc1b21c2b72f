/** Pictures and words that the diagrams of several labs need. */
import { type ColumnUnits, toOwn } from '../../../datasets/columnUnits.ts';
import type { LivePicture } from '../../../plots/diagram/livePicture.ts';
import { planeCovariance } from '../../../plots/layers/ellipse.ts';
import { formatFixed } from '../../../ui/numbers.ts';

/** More points than this cannot be told apart in a picture as small as a node. */
const MOST_DOTS = 90;

interface Cloud {
  /** N x D */
  readonly values: ArrayLike<number>;
  readonly dimension: number;
  /** N: the cluster of each row. */
  readonly groups: ArrayLike<number> | null;
  /** The row to be marked. */
  readonly row: number | null;
}

/** Rows by their first two columns, evenly thinned out; of one column on a line. */
export function dotsOf({ values, dimension, groups, row }: Cloud): LivePicture {
  const rows = values.length / dimension;
  const every = Math.max(1, Math.ceil(rows / MOST_DOTS));
  const shown = Array.from({ length: Math.ceil(rows / every) }, (_, index) => index * every);
  const isMarked = row !== null && row < rows;
  if (isMarked) shown.push(row);
  return {
    kind: 'dots',
    points: shown.flatMap((at) => [
      values[at * dimension],
      dimension > 1 ? values[at * dimension + 1] : 0,
    ]),
    groups: groups && shown.map((at) => groups[at]),
    marked: isMarked ? shown.length - 1 : null,
  };
}

interface SomeCluster {
  readonly id: number;
  readonly weight: number;
  /** D */
  readonly mean: readonly number[];
  /** D x D */
  readonly covariance: readonly number[];
}

/** Clusters by their first two dimensions; those with little weight are faint. */
export function ellipsesOf(
  clusters: readonly SomeCluster[],
  chosen: number | null = null,
): LivePicture {
  const most = Math.max(...clusters.map(({ weight }) => weight), 1e-12);
  return {
    kind: 'ellipses',
    of: clusters
      .filter(({ weight }) => weight > 0.01 * most)
      .map(({ id, weight, mean, covariance }) => ({
        id,
        mean: [mean[0], mean[1] ?? 0],
        covariance: planeCovariance(covariance, mean.length, [0, 1]),
        weight: chosen === null ? weight / most : Number(id === chosen),
      })),
  };
}

/** "0.31, 0.69" */
export const numbersInWords = (values: ArrayLike<number>, decimals = 2): string =>
  Array.from(values, (value) => formatFixed(value, decimals)).join(', ');

/** A vector in the units of the data: "(3.10, −2.00)". */
export const vectorInWords = (values: ArrayLike<number>, units?: ColumnUnits): string =>
  `(${numbersInWords(
    Array.from(values, (value, column) => (units ? toOwn(units[column], value) : value)),
  )})`;

/** The largest shares, by their names: "cluster 2 0.93, cluster 5 0.06". */
export function sharesInWords(shares: ArrayLike<number>, name: string, most = 3): string {
  const ordered = Array.from(shares, (share, index) => ({ share, index }))
    .sort((a, b) => b.share - a.share)
    .filter(({ share }, rank) => rank === 0 || share >= 0.005)
    .slice(0, most);
  return ordered
    .map(({ share, index }) => `${name} ${index + 1}: ${formatFixed(share, 2)}`)
    .join(', ');
}
