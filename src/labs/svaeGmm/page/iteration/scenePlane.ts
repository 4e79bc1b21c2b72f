/** Where the latents of an iteration are drawn: in two of their dimensions, or a line in rows. */

import { type Covariance2, planeCovariance } from '../../../../plots/layers/ellipse.ts';
import { scattered } from '../../../../plots/layers/line.ts';
import { type Cloud, cloudOf, type Latent, latent } from '../../../../plots/plane/coordinates.ts';
import { type Axes, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import type { IterationInspection, SvaeGmmSnapshot } from '../../snapshot.ts';
import { sceneDomain } from './scene.ts';

export interface PlaneGaussian {
  readonly mean: Latent;
  readonly covariance: Covariance2;
}

/** With one latent dimension the hint lies above q(x), and the clusters below. */
export type SceneRow = 'hint' | 'posterior' | 'clusters';

export interface ScenePlane {
  readonly xLabel: string;
  readonly yLabel: string;
  /** Only x means anything. */
  readonly isLine: boolean;
  point(values: ArrayLike<number>, row: SceneRow): Latent;
  /** A direction and length, the same in all rows. */
  vector(values: ArrayLike<number>): Latent;
  /** @param covariance d x d */
  gaussian(mean: readonly number[], covariance: readonly number[], row: SceneRow): PlaneGaussian;
  /** All encoded points, in the row of the clusters. */
  cloud(snapshot: SvaeGmmSnapshot): Cloud;
}

/** The plane for an iteration; `chosen` are the dimensions the stage shows. */
export function scenePlane(inspection: IterationInspection, chosen: Axes): ScenePlane {
  const dimension = inspection.sample.length;
  return dimension === 1
    ? linePlane(inspection)
    : axesPlane(validAxes(chosen, dimension), dimension);
}

function axesPlane(axes: Axes, dimension: number): ScenePlane {
  const [i, j] = axes;
  const place = (values: ArrayLike<number>) => latent(values[i], values[j]);
  return {
    xLabel: `latent dimension ${i + 1}`,
    yLabel: `latent dimension ${j + 1}`,
    isLine: false,
    point: place,
    vector: place,
    gaussian: (mean, covariance) => ({
      mean: place(mean),
      covariance: planeCovariance(covariance, dimension, axes),
    }),
    cloud: ({ latents }) => cloudOf(latents, dimension, axes),
  };
}

/** Parts of half the plot's height: between rows, and the standard deviation an ellipse gets. */
const ROW = 0.5;
const DEVIATION = 0.06;
const ROWS: Readonly<Record<SceneRow, number>> = { hint: 1, posterior: 0, clusters: -1 };

function linePlane(inspection: IterationInspection): ScenePlane {
  const { half } = sceneDomain(inspection, rowsApart(0));
  return rowsApart(half);
}

function rowsApart(half: number): ScenePlane {
  const yOf = (row: SceneRow) => ROW * half * ROWS[row];
  const point = (values: ArrayLike<number>, row: SceneRow) => latent(values[0], yOf(row));
  return {
    xLabel: 'latent dimension 1',
    yLabel: 'hint, q(x), clusters',
    isLine: true,
    point,
    vector: (values) => latent(values[0], 0),
    gaussian: (mean, covariance, row) => ({
      mean: point(mean, row),
      covariance: { xx: covariance[0], xy: 0, yy: (DEVIATION * half) ** 2 },
    }),
    cloud: ({ latents }) =>
      cloudOf(
        scattered(latents, () => yOf('clusters'), 2 * DEVIATION * half),
        2,
      ),
  };
}
