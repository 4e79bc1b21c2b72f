/** What each challenge asks for, checked against what the model does now. Pure functions. */

import { formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import { collapsedOf } from '../page/forces.ts';
import type { DecodedProbe } from '../page/probe.ts';
import type { VaeSnapshot } from '../snapshot.ts';
import { classShare, distanceToNearest, usualDistance } from './measures.ts';

/** The lab as the checks see it. N points of D numbers, d latent dimensions. */
export interface LabView {
  /** Another number is another run: nothing carries over. */
  readonly run: number;
  readonly step: number;
  /** Shows the model shipped with the page, not one trained here. */
  readonly pretrained: boolean;
  /** Weight of the KL. */
  readonly beta: number;
  /** The importance-weighted bound and the ELBO of the same draws; null where the ELBO is raised. */
  readonly bounds: { readonly weighted: number; readonly elbo: number } | null;
  /** N x D */
  readonly data: Float32Array;
  /** N class numbers from 0; null when they are unknown. */
  readonly labels: Int32Array | null;
  readonly model: Pick<
    VaeSnapshot,
    | 'rows'
    | 'dataDimension'
    | 'latentDimension'
    | 'latents'
    | 'deviations'
    | 'factors'
    | 'coordinateKl'
  >;
  readonly probe: DecodedProbe | null;
}

/** Steps after which a run has shown what becomes of it. */
const SETTLED_STEP = 300;
/** A dimension that says this much, in nats, is in use. */
const IN_USE = 0.5;
/** Share of each other's classes at which posteriors are apart. */
const APART = 0.8;
/** The prior holds 86 % of a plane within this many standard deviations. */
const NEAR_PRIOR = 2;
const AUTOENCODER_BETA = 0.05;
const LOST_SHARE = 0.5;
/** Nats between the importance-weighted bound and the ELBO where q no longer fits. */
const APART_NATS = 2;
/** Times the usual distance between data beyond which a place is like nothing that was seen. */
const UNSEEN = 2;

const untrained = nothing('This is the pretrained model. Train one from scratch.');

/** Some dimensions say nothing while others are in use. */
export function oneDimensionCollapsed({ model, step, pretrained }: LabView): Finding {
  if (pretrained) return untrained;
  const kl = model.coordinateKl;
  const collapsed = collapsedOf(kl).length;
  const used = kl.filter((value) => value >= IN_USE).length;
  const text = `${used} of ${kl.length} dimensions in use, ${collapsed} collapsed.`;
  if (step < SETTLED_STEP) return nothing(`${text} Train up to step ${SETTLED_STEP} to be sure.`);
  return { done: collapsed > 0 && used > 0 && used + collapsed === kl.length, text };
}

/** All dimensions had collapsed in this run, and now the classes lie apart. */
export function classesSeparated(view: LabView, hadCollapsed: boolean): Finding {
  if (view.labels === null) return nothing('These data have no classes.');
  if (view.pretrained) return untrained;
  if (!hadCollapsed) return nothing('First let all dimensions collapse.');
  const share = classShare(view.model, view.labels);
  const text = `${formatFixed(100 * share, 0)} % of the data a posterior overlaps belong to its own class; β is ${formatFixed(view.beta, 2)}.`;
  return { done: share >= APART, text };
}

export const allCollapsed = ({ model, pretrained }: LabView): boolean =>
  !pretrained && collapsedOf(model.coordinateKl).length === model.latentDimension;

/** Without a KL, most latents lie where the prior hardly ever draws one. */
export function latentsLost({ model, beta, step, pretrained }: LabView): Finding {
  if (pretrained) return untrained;
  if (beta > AUTOENCODER_BETA) return nothing('');
  const { latents, latentDimension: d, rows } = model;
  let outside = 0;
  for (let n = 0; n < rows; n++) {
    let squared = 0;
    for (let i = 0; i < d; i++) squared += latents[n * d + i] ** 2;
    if (Math.sqrt(squared) > NEAR_PRIOR) outside++;
  }
  const share = outside / rows;
  const text = `${formatFixed(100 * share, 0)} % of the means lie more than ${NEAR_PRIOR} standard deviations of the prior from its centre.`;
  return { done: step >= SETTLED_STEP && share >= LOST_SHARE, text };
}

/** The importance-weighted bound has been raised until the ELBO of the same q lies far below. */
export function boundsApart({ bounds, step, pretrained }: LabView): Finding {
  if (pretrained) return untrained;
  if (bounds === null) return nothing('The objective is the ELBO now.');
  const gap = bounds.weighted - bounds.elbo;
  const text = `The ELBO lies ${formatFixed(gap, 2)} nats below the IWAE bound.`;
  if (step < SETTLED_STEP) return nothing(`${text} Train up to step ${SETTLED_STEP} to be sure.`);
  return { done: gap >= APART_NATS, text };
}

/** The probe is where the prior draws latents, and decodes to something far from all data. */
export function decodedNothingSeen({ model, data, probe }: LabView): Finding {
  if (!probe || probe.mean.length !== model.dataDimension) return nothing('');
  if (collapsedOf(model.coordinateKl).length === model.latentDimension)
    return nothing('All dimensions have collapsed: every latent decodes to the same.');
  const far = Math.hypot(...probe.latent);
  const usual = usualDistance(data, model.dataDimension);
  const distance = distanceToNearest(probe.mean, data);
  const text = `The nearest observation is ${formatFixed(distance / usual, 1)} times as far away as observations are from each other.`;
  if (far > NEAR_PRIOR)
    return nothing(
      `${text} But this latent is unlikely under the prior: stay within ${NEAR_PRIOR} of the centre.`,
    );
  return { done: distance > UNSEEN * usual, text };
}
