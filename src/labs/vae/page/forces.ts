/** The two forces a VAE is under, in nats per datum, and what they have come to in words. */

import { formatFixed } from '../../../ui/numbers.ts';
import type { Axes } from '../../shared/stage/AxisChoice.tsx';
import { coordinateKl } from '../snapshot.ts';

/** A dimension with less than this, in nats, tells its datum from no other. */
export const COLLAPSED_BELOW = 0.05;

/** d: which share of its KL a row owes to each dimension. Both arrays N x d. */
export function rowKlByDimension(
  means: ArrayLike<number>,
  deviations: ArrayLike<number>,
  dimension: number,
  row: number,
): number[] {
  return Array.from({ length: dimension }, (_, i) => {
    const at = row * dimension + i;
    return coordinateKl(means[at], deviations[at] ** 2);
  });
}

/** Which dimensions say nothing, counted from 0. */
export const collapsedOf = (kl: readonly number[]): number[] =>
  kl.flatMap((value, dimension) => (value < COLLAPSED_BELOW ? [dimension] : []));

/**
 * What the balance means, in a sentence or two.
 *
 * @param beta 'weighted' where the objective is the importance-weighted bound, which does not contain beta
 */
export function forcesInWords(kl: readonly number[], beta: number | 'weighted'): string {
  const collapsed = collapsedOf(kl);
  if (collapsed.length === kl.length)
    return 'Posterior collapse: every posterior is the prior, and the latents carry no information for the decoder.';
  if (collapsed.length > 0) {
    const names = collapsed.map((dimension) => dimension + 1).join(', ');
    return collapsed.length === 1
      ? `Dimension ${names} has collapsed: its posteriors are the prior, and it carries no information.`
      : `Dimensions ${names} have collapsed: their posteriors are the prior, and they carry no information.`;
  }
  if (beta === 'weighted')
    return 'Their difference is the ELBO. The IWAE bound is higher: bad draws of q count for little in it, so q pays less for a poor fit. β has no effect.';
  if (beta === 0) return 'Nothing holds the posteriors near the prior: this is an autoencoder.';
  return beta === 1
    ? 'Both forces have the same weight: their difference is what the ELBO gains from the latents.'
    : `A nat of KL costs ${formatFixed(beta, 2)} nats of reconstruction here.`;
}

/** A dimension that says this much, in nats, is worth being shown in place of a collapsed one. */
const IN_USE = 0.5;

/**
 * The two dimensions shown by default: the first, and in place of collapsed ones those
 * that say most.
 *
 * @param kl d: KL of each dimension in nats
 */
export function usefulAxes(first: Axes, kl: readonly number[]): Axes {
  const shown: [number, number] = [...first];
  for (const slot of [0, 1]) {
    if (!(kl[shown[slot]] < COLLAPSED_BELOW)) continue;
    const others = kl.flatMap((value, i) => (value >= IN_USE && !shown.includes(i) ? [i] : []));
    if (others.length > 0) shown[slot] = others.reduce((a, b) => (kl[b] > kl[a] ? b : a));
  }
  return shown;
}
