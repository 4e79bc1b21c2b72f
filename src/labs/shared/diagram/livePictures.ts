/** Pictures and words that the diagrams of several labs need. */
import {
  type ColumnUnit,
  type ColumnUnits,
  MODEL_UNIT,
  toOwn,
} from '../../../datasets/columnUnits.ts';
import type { LivePicture } from '../../../plots/diagram/livePicture.ts';
import { planeCovariance } from '../../../plots/layers/ellipse.ts';
import type { Theme } from '../../../plots/style/theme.ts';
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
      .filter(({ id, weight }) => id === chosen || weight > 0.01 * most)
      .map(({ id, weight, mean, covariance }) => ({
        id,
        mean: [mean[0], mean[1] ?? 0],
        covariance: planeCovariance(covariance, mean.length, [0, 1]),
        weight: chosen === null ? weight / most : Number(id === chosen),
      })),
  };
}

/** The standard deviations along the axes. */
export const deviationsOf = ({
  mean,
  covariance,
}: Pick<SomeCluster, 'mean' | 'covariance'>): readonly number[] =>
  mean.map((_, axis) => Math.sqrt(covariance[axis * mean.length + axis]));

/** A number in the units of the data. */
export const ownNumber = (value: number, unit: ColumnUnit = MODEL_UNIT): string =>
  formatFixed(toOwn(unit, value), 2);

const MOST_NUMBERS = 4;

/** A vector in the units of the data: "(3.10, −2.00)"; a long one is cut off. */
export const vectorInWords = (values: ArrayLike<number>, units?: ColumnUnits): string =>
  `(${Array.from(values, (value, column) => ownNumber(value, units?.[column]))
    .slice(0, MOST_NUMBERS)
    .join(', ')}${values.length > MOST_NUMBERS ? ', …' : ''})`;

/** The largest shares, by their names, and the rest: "cluster 2: 0.60, cluster 5: 0.30, others: 0.10". */
export function sharesInWords(shares: ArrayLike<number>, name: string, most = 3): string {
  const ordered = Array.from(shares, (share, index) => ({ share, index }))
    .sort((a, b) => b.share - a.share)
    .filter(({ share }, rank) => rank === 0 || share >= 0.005)
    .slice(0, most);
  const rest = ordered.reduce((left, { share }) => left - share, 1);
  return [
    ...ordered.map(({ share, index }) => `${name} ${index + 1}: ${formatFixed(share, 2)}`),
    ...(rest >= 0.005 ? [`others: ${formatFixed(rest, 2)}`] : []),
  ].join(', ');
}

/** The settings of encoder and decoder, as every lab that has them names them. */
export interface NetworkSettings {
  readonly hiddenUnits: number;
  readonly hiddenLayers: number;
  readonly activation: string;
}

/** What a network computes, and how large it is. */
export const networkInWords = (
  { hiddenUnits, hiddenLayers, activation }: NetworkSettings,
  from: string,
  to: string,
): string =>
  `From ${from} to ${to}, ${
    hiddenLayers === 0
      ? 'without hidden layers'
      : `through ${hiddenLayers} hidden ${hiddenLayers === 1 ? 'layer' : 'layers'} of ${hiddenUnits} units (${activation})`
  }.`;

/** One row of a matrix. */
export const rowOf = (values: ArrayLike<number>, row: number, columns: number): readonly number[] =>
  Array.from({ length: columns }, (_, column) => values[row * columns + column]);

interface LineGaussian {
  readonly id: number;
  readonly ink?: (theme: Theme) => string;
  readonly mean: number;
  readonly deviation: number;
}

const PLACES = 25;
const REACH = 3;

/** Densities of Gaussians on a line. */
export const densitiesOf = (
  gaussians: readonly LineGaussian[],
  chosen: number | null = null,
): LivePicture => ({
  kind: 'lines',
  of: gaussians.map(({ id, mean, deviation, ink }) => ({
    ...{ id, ...(ink && { ink }) },
    weight: chosen === null || chosen === id ? 1 : 0,
    places: Array.from({ length: PLACES }, (_, index) => {
      const z = -REACH + (2 * REACH * index) / (PLACES - 1);
      return [mean + z * deviation, Math.exp((-z * z) / 2) / deviation];
    }).flat(),
  })),
});

interface InkedCurve {
  readonly id: number;
  readonly ink: (theme: Theme) => string;
  /** Places along x, and the height at each. */
  readonly xs: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Places that a small picture can show of a curve on a fine grid. */
const MOST_PLACES = 61;

/** Curves in colours of their own. */
export const curvesOf = (curves: readonly InkedCurve[]): LivePicture => ({
  kind: 'lines',
  of: curves.map(({ id, ink, xs, values }) => {
    const every = Math.ceil(xs.length / MOST_PLACES);
    const places = Array.from({ length: Math.ceil(xs.length / every) }, (_, i) => every * i);
    return { id, ink, weight: 1, places: places.flatMap((at) => [xs[at], values[at]]) };
  }),
});

/** Functions of x, K of them, at G places: values is G x K. */
export const functionsOf = (
  x: ArrayLike<number>,
  values: ArrayLike<number>,
  count: number,
  chosen: number | null = null,
): LivePicture => ({
  kind: 'lines',
  of: Array.from({ length: count }, (_, id) => ({
    id,
    weight: chosen === null || chosen === id ? 1 : 0,
    places: Array.from(x, (place, g) => [place, values[g * count + id]]).flat(),
  })),
});
