/** The latents of a model, as its plot takes them: the plane where its Gaussians are not bent. */
import type { CompareSnapshot } from '../../../models/compare/snapshot.ts';
import { isInUse } from '../../../models/parts/inUse.ts';
import type { ModelPlotProps } from '../../../plots/compare/ModelPlot.tsx';
import { ellipseOutline } from '../../../plots/compare/outlines.ts';
import { cloudOf } from '../../../plots/coordinates.ts';

type LatentView = Pick<
  ModelPlotProps,
  | 'observations'
  | 'dimension'
  | 'shows'
  | 'columns'
  | 'axes'
  | 'points'
  | 'assignments'
  | 'confidence'
  | 'outlines'
  | 'samples'
>;

const NO_OBSERVATIONS = new Float32Array(0);
/** The first two dimensions; of one alone, the line. */
const AXES = [0, 1] as const;

export function latentView(model: 'vae' | 'svae', snapshot: CompareSnapshot): LatentView {
  const { latents: points, latentDimension: dimension, samples } = snapshot[model];
  const outlines = gaussians(model, snapshot).map(({ id, ...cluster }) => ({
    ...ellipseOutline({ ...cluster, id: id ?? 0, removed: false }, AXES),
    cluster: id,
  }));
  const own = snapshot.svae;
  return {
    observations: NO_OBSERVATIONS,
    dimension,
    shows: [cloudOf(points, dimension, AXES), ...outlines.map(({ cloud }) => cloud)],
    columns: Array.from({ length: dimension }, (_, i) => `latent dimension ${i + 1}`),
    axes: AXES,
    points,
    assignments: model === 'svae' ? own.assignments : null,
    ...(model === 'svae' ? { confidence: own.confidence } : {}),
    outlines,
    samples: samples && {
      data: samples.latents,
      clusters: model === 'svae' ? (own.samples?.clusters ?? null) : null,
    },
  };
}

/** Where a model expects latents: the prior of a VAE, the clusters in use of an SVAE. */
function gaussians(model: 'vae' | 'svae', { vae, svae }: CompareSnapshot) {
  if (model === 'svae') return svae.clusters.filter(isInUse);
  const d = vae.latentDimension;
  const mean = new Array<number>(d).fill(0);
  const covariance = Array.from({ length: d * d }, (_, i) => (i % (d + 1) === 0 ? 1 : 0));
  return [{ id: null, weight: 1, count: vae.rows, mean, covariance }];
}
