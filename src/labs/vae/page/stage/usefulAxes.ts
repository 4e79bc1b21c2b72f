import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import { COLLAPSED_BELOW } from '../forces/forces.ts';

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
