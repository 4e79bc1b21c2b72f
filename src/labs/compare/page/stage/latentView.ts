/** The latents of a model, as its plot takes them: the plane where its Gaussians are not bent. */

import type { PlottedCluster } from '../../../../plots/layers/clusterView.ts';
import { onRows } from '../../../../plots/layers/line.ts';
import { ellipseOutline } from '../../../../plots/layers/outlines.ts';
import { cloudOf } from '../../../../plots/plane/coordinates.ts';
import { isInUse } from '../../../shared/data/inUse.ts';
import type { CompareSnapshot } from '../../snapshot.ts';
import type { ModelPlotProps } from './ModelPlot.tsx';

type LatentView = Pick<
  ModelPlotProps,
  | 'observations'
  | 'dimension'
  | 'shows'
  | 'columns'
  | 'hasY'
  | 'axes'
  | 'points'
  | 'assignments'
  | 'confidence'
  | 'outlines'
  | 'samples'
>;

/** As the plot takes it; `id` is null where there are no clusters. */
type Gaussian = Omit<PlottedCluster, 'id' | 'removed'> & { readonly id: number | null };

const NO_OBSERVATIONS = new Float32Array(0);
const AXES = [0, 1] as const;

export function latentView(model: 'vae' | 'svae', snapshot: CompareSnapshot): LatentView {
  const own = snapshot.svae;
  const owners = model === 'svae' ? own.assignments : null;
  const drawn = model === 'svae' ? (own.samples?.clusters ?? null) : null;
  const { latents, latentDimension, samples } = snapshot[model];
  const expected = gaussians(model, snapshot);
  const rows = latentDimension === 1 ? inRows(latents, expected) : null;
  const dimension = rows ? 2 : latentDimension;
  const points = rows?.spread(latents, owners) ?? latents;
  const outlines = (rows?.gaussians ?? expected).map(({ id, ...cluster }) => ({
    ...ellipseOutline({ ...cluster, id: id ?? 0, removed: false }, AXES),
    cluster: id,
  }));
  return {
    observations: NO_OBSERVATIONS,
    dimension,
    shows: [cloudOf(points, dimension, AXES), ...outlines.map(({ cloud }) => cloud)],
    columns: rows
      ? ['latent dimension 1', model === 'svae' ? 'one row for each cluster' : '']
      : Array.from({ length: dimension }, (_, i) => `latent dimension ${i + 1}`),
    hasY: rows === null,
    axes: AXES,
    points,
    assignments: owners,
    ...(model === 'svae' ? { confidence: own.confidence } : {}),
    outlines,
    samples: samples && {
      data: rows?.spread(samples.latents, drawn) ?? samples.latents,
      clusters: drawn,
    },
  };
}

/** One dimension as a plane: each Gaussian has a row, points without one are in the first. */
function inRows(latents: Float32Array, expected: ReturnType<typeof gaussians>) {
  const rowOf = new Map(expected.map(({ id }, row) => [id, row]));
  const inOrder = expected.map((gaussian, row) => ({ ...gaussian, id: row, removed: false }));
  const rows = onRows(latents, inOrder);
  return {
    spread: (values: Float32Array, owners: ArrayLike<number> | null) =>
      rows.spread(
        values,
        Array.from(values, (_, n) => (owners && rowOf.get(owners[n])) || 0),
      ),
    gaussians: rows.clusters.map((cluster, row) => ({ ...cluster, id: expected[row].id })),
  };
}

/** Where a model expects latents: the prior of a VAE, the clusters in use of an SVAE. */
function gaussians(model: 'vae' | 'svae', { vae, svae }: CompareSnapshot): readonly Gaussian[] {
  if (model === 'svae') return svae.clusters.filter(isInUse);
  const d = vae.latentDimension;
  const mean = new Array<number>(d).fill(0);
  const covariance = Array.from({ length: d * d }, (_, i) => (i % (d + 1) === 0 ? 1 : 0));
  return [{ id: null, weight: 1, count: vae.rows, mean, covariance }];
}
