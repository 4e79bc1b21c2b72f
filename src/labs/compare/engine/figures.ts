/** What each model comes to, as far as it is known without sampling. */
import type { Points } from '../../../datasets/dataset.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import { parameterCount } from '../../em/engine/measures.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import type { CompareSettings } from '../settings.ts';
import type { ByModel, ModelFigures } from '../snapshot.ts';
import { gmmSettings, type Members } from './members.ts';

export function figuresOf(
  { gmm, vae, svae }: Members,
  { labels, dimension }: Points,
  settings: CompareSettings,
): ByModel<ModelFigures> {
  const ofGmm = gmm.snapshot();
  const ofSvae = svae.snapshot();
  const agreement = (assignments: ArrayLike<number>) =>
    labels ? adjustedRandIndex(labels, assignments) : null;
  // A mixture has as many numbers to learn in latent space as it would have in data space.
  const inMixture = (clusters: number, d: number) =>
    parameterCount({ ...gmmSettings(settings), clusters }, d);
  return {
    gmm: {
      bound: gmm.evaluate().total,
      adjustedRandIndex: agreement(ofGmm.assignments),
      clustersUsed: ofGmm.clusters.filter(isInUse).length,
      parameterCount: inMixture(settings.mixtureClusters, dimension),
    },
    vae: {
      bound: vae.evaluate().total,
      adjustedRandIndex: null,
      clustersUsed: null,
      parameterCount: vae.parameterCount,
    },
    svae: {
      bound: svae.evaluate().total,
      adjustedRandIndex: agreement(ofSvae.assignments),
      clustersUsed: ofSvae.clusters.filter(isInUse).length,
      parameterCount:
        svae.parameterCount + inMixture(ofSvae.clusters.length, settings.latentDimension),
    },
  };
}
