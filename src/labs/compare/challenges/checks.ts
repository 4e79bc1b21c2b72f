/** What each challenge asks of the models as they are now. Pure functions. */

import { formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import { type Lead, lead } from '../page/measuring/lead.ts';
import type { Likelihood } from '../page/measuring/pooled.ts';
import type { ByModel, ModelFigures } from '../snapshot.ts';

/** The lab as the checks see it, once all three models are measured in full; else null. */
export interface Measured {
  readonly step: number;
  /** Shows the models shipped with the page, not some trained here. */
  readonly pretrained: boolean;
  readonly figures: ByModel<ModelFigures>;
  readonly likelihoods: ByModel<Likelihood>;
  /** Number of true classes of the data; null where they are unknown. */
  readonly classes: number | null;
  readonly isHeldOut: boolean;
}

/**
 * Steps after which networks explain fresh points about as well as they ever will: at 500 the SVAE is
 * 0.3 nats short of that and any mixture seems to win.
 */
const SETTLED_STEP = 2000;
/** Steps after which an SVAE has found its clusters. */
const CLUSTERED_STEP = 500;
/** Errors that a difference must exceed to be one. */
const SURE = 3;
const SEPARATED = 0.9;
/** Nats that a model may do better on what it has learned from. */
const BY_HEART = 1;

/** Why there is nothing to judge yet; null when there is. */
function notYet(measured: Measured | null, settled = SETTLED_STEP): Finding | null {
  if (!measured) return nothing('Press Pause to measure all three models.');
  if (measured.pretrained) return nothing('These are the pretrained models. Train your own.');
  if (!measured.isHeldOut)
    return nothing('For own points there are no fresh points to measure on.');
  if (measured.step < settled)
    return nothing(`Train to step ${settled}, so that the networks have converged.`);
  return null;
}

const twoDigits = (value: number) => formatFixed(value, 2);
const withError = ({ nats, error }: Lead) => `${formatFixed(nats, 3)} ± ${formatFixed(error, 3)}`;
const isSure = ({ nats, error }: Lead) => nats > SURE * error;

/** With pieces of classes, more of them than there are classes, the GMM explains fresh points as well. */
export function mixtureCatchesUp(measured: Measured | null): Finding {
  const early = notYet(measured);
  if (early || !measured) return early ?? nothing('');
  const { figures, likelihoods } = measured;
  const text = `GMM ${twoDigits(likelihoods.gmm.logLikelihood)} with ${figures.gmm.clustersUsed} clusters, SVAE ${twoDigits(likelihoods.svae.logLikelihood)} with ${figures.svae.clustersUsed}.`;
  if ((figures.gmm.clustersUsed ?? 0) <= (measured.classes ?? 0))
    return nothing(`${text} The GMM needs more clusters than there are classes.`);
  // Not merely within its error: that is as wide as most leads.
  return { done: likelihoods.gmm.logLikelihood >= likelihoods.svae.logLikelihood, text };
}

/** With as many Gaussians as classes the GMM wins over both networks, the VAE by more than luck. */
export function mixtureWins(measured: Measured | null): Finding {
  const early = notYet(measured);
  if (early || !measured) return early ?? nothing('');
  const { gmm, vae, svae } = measured.likelihoods;
  const overVae = lead(gmm, vae);
  const overSvae = lead(gmm, svae);
  const text = `The GMM leads the VAE by ${withError(overVae)} nats and the SVAE by ${withError(overSvae)}.`;
  const { clustersUsed } = measured.figures.gmm;
  if (clustersUsed === null || clustersUsed > (measured.classes ?? 0))
    return nothing(`${text} The GMM has more clusters than there are classes.`);
  // An SVAE that bends nothing is a GMM: it can only be led by what bending costs, some thousandths.
  return { done: isSure(overVae) && overSvae.nats > 0, text };
}

/** As many clusters as classes, and yet only the SVAE puts each class into its own. */
export function sameNumberOfClusters(measured: Measured | null): Finding {
  const early = notYet(measured, CLUSTERED_STEP);
  if (early || !measured) return early ?? nothing('');
  const { gmm, svae } = measured.figures;
  const text = `Rand index: GMM ${formatFixed(gmm.adjustedRandIndex, 2)} with ${gmm.clustersUsed} clusters, SVAE ${formatFixed(svae.adjustedRandIndex, 2)}.`;
  if (measured.classes === null || gmm.clustersUsed !== measured.classes)
    return nothing(`${text} Give the GMM as many clusters as there are classes.`);
  const [ofGmm, ofSvae] = [gmm.adjustedRandIndex ?? 0, svae.adjustedRandIndex ?? 0];
  return { done: ofSvae >= SEPARATED && ofGmm < ofSvae, text };
}

/** The GMM's training points are much likelier under it than fresh ones. */
export function learnedByHeart(measured: Measured | null): Finding {
  if (!measured) return nothing('Press Pause to measure all three models.');
  if (!measured.isHeldOut)
    return nothing('For own points there are no fresh points to measure on.');
  const { bound } = measured.figures.gmm;
  const { logLikelihood } = measured.likelihoods.gmm;
  return {
    done: bound - logLikelihood >= BY_HEART,
    text: `GMM: ${twoDigits(bound)} on its training points, ${twoDigits(logLikelihood)} on fresh points.`,
  };
}
