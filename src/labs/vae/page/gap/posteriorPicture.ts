/** What the latent plane shows of the gap of the selected observation. */
import { useMemo } from 'react';
import { type Covariance2, planeCovariance } from '../../../../plots/layers/ellipse.ts';
import type { Surface } from '../../../../plots/layers/landscapeBands.ts';
import { type Latent, latent } from '../../../../plots/plane/coordinates.ts';
import type { SquareDomain } from '../../../../plots/plane/domain.ts';
import { useViewEntry } from '../../../../store/context.ts';
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import type { PlacedQ, PosteriorDensity } from '../../snapshot.ts';
import { gapIsShown, isNear, useClimb, useGap } from './gap.ts';

export interface PosteriorPicture {
  /** The exact posterior; null unless the latent space is a plane. */
  readonly surface: Surface | null;
  /** q(x) on its way; null before it has set out. */
  readonly q: { readonly mean: Latent; readonly covariance: Covariance2 } | null;
  /** The part of the plane around the posterior; null for all of it. */
  readonly domain: SquareDomain | null;
}

const NOTHING: PosteriorPicture = { surface: null, q: null, domain: null };

export function usePosteriorPicture(axes: Axes): PosteriorPicture {
  const isShown = useViewEntry(gapIsShown);
  const near = useViewEntry(isNear);
  const density = useGap()?.density ?? null;
  const q = useClimb()?.now.q ?? null;
  const [i, j] = axes;
  const surface = useMemo(() => density && surfaceOf(density, [i, j]), [density, i, j]);
  const domain = useMemo(() => (surface && near ? domainOf(surface) : null), [surface, near]);
  const shown = useMemo(() => q && gaussianOf(q, [i, j]), [q, i, j]);
  return useMemo(
    () => (isShown ? { surface, q: shown, domain } : NOTHING),
    [isShown, surface, shown, domain],
  );
}

/** With the two dimensions along the axes that are shown. */
function surfaceOf({ cells, x, y, values }: PosteriorDensity, [i]: Axes): Surface {
  if (i === 0) return { cells, x, y, values };
  const turned = values.map((_, at) => values[(at % cells) * cells + Math.floor(at / cells)]);
  return { cells, x: y, y: x, values: turned };
}

function domainOf({ cells, x, y }: Surface): SquareDomain {
  const [width, height] = [x, y].map((at) => at[cells - 1] - at[0]);
  return {
    x: (x[0] + x[cells - 1]) / 2,
    y: (y[0] + y[cells - 1]) / 2,
    half: Math.max(width, height) / 2,
  };
}

function gaussianOf({ mean, factor }: PlacedQ, axes: Axes) {
  const d = mean.length;
  const covariance = factor.map((_, at) => {
    const [a, b] = [Math.floor(at / d), at % d];
    let sum = 0;
    for (let k = 0; k < d; k++) sum += factor[a * d + k] * factor[b * d + k];
    return sum;
  });
  return {
    mean: latent(mean[axes[0]], mean[axes[1]] ?? 0),
    covariance: planeCovariance(covariance, d, axes),
  };
}
