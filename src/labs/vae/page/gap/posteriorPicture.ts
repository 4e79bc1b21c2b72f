/** What the latent plane shows of the gap of the selected observation. */
import { useMemo } from 'react';
import type { SquareDomain } from '../../../../plots/plane/domain.ts';
import { useViewEntry } from '../../../../store/context.ts';
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import type { PlacedQ, PosteriorDensity } from '../../snapshot.ts';
import { usePanel } from '../panels.ts';
import { isNear, useClimb, useGap } from './gap.ts';

export interface PosteriorPicture {
  /** The exact posterior; null unless the latent space is a plane. */
  readonly density: PosteriorDensity | null;
  /** q(x) on its way; null before it has set out. */
  readonly q: PlacedQ | null;
  /** The part of the plane around the posterior; null for all of it. */
  readonly domain: SquareDomain | null;
}

const NOTHING: PosteriorPicture = { density: null, q: null, domain: null };

export function usePosteriorPicture([i]: Axes): PosteriorPicture {
  const isShown = usePanel() === 'gap';
  const near = useViewEntry(isNear);
  const density = useGap()?.density ?? null;
  const q = useClimb()?.now.q ?? null;
  const domain = useMemo(() => (density && near ? domainOf(density, i) : null), [density, near, i]);
  return useMemo(() => (isShown ? { density, q, domain } : NOTHING), [isShown, density, q, domain]);
}

/** @param first the dimension along x */
function domainOf({ cells, x, y }: PosteriorDensity, first: number): SquareDomain {
  const sides = [x, y].map((at) => ({
    middle: (at[0] + at[cells - 1]) / 2,
    half: (at[cells - 1] - at[0]) / 2,
  }));
  const half = Math.max(sides[0].half, sides[1].half);
  return { x: sides[first].middle, y: sides[1 - first].middle, half };
}
