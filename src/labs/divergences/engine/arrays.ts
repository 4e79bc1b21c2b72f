import type { NamedArrays } from '../../engine.ts';
import { float64, int32, joined } from '../../shared/engine/arrays.ts';
import type { BarsView, DensitiesView, JensenView, PlaneView } from '../snapshot.ts';
import type { Component, Target } from '../targets.ts';

/** What a part shows, by the names of `divergencesArrays`. */
export function divergencesArraysOf(
  view: DensitiesView | BarsView | JensenView | PlaneView,
): NamedArrays {
  if (view.part === 'jensen') {
    const { places, weights, gap } = view;
    const A = places.length;
    return { places: float64(places, A), weights: float64(weights, A), gap: float64([gap]) };
  }
  if (view.part === 'bars') {
    const { p, q, groups, figures } = view;
    return {
      ...{ p: float64(p, p.length), q: float64(q, q.length), groups: int32(groups, groups.length) },
      divergences: float64(four(figures), 1, 4),
      chi_squared: float64([figures.chiForward, figures.chiReverse], 1, 2),
    };
  }
  const F = view.fits.length;
  if (view.part === 'plane') {
    const { fits } = view;
    return {
      q_means: float64(joined(fits.map(({ means }) => means)), F, 2),
      q_deviations: float64(joined(fits.map(({ sds }) => sds)), F, 2),
      divergences: float64(joined(fits.map(({ forward, reverse }) => [forward, reverse])), F, 2),
    };
  }
  const { x, p, fits, target } = view;
  return {
    ...{ x: float64(x, x.length), p: float64(p, p.length), ...targetArrays(target) },
    q: float64(joined(fits.map(({ density }) => density)), F, x.length),
    ...mixtureArrays(
      'q',
      fits.flatMap(({ components }) => components),
      F,
    ),
    divergences: float64(joined(fits.map(({ figures }) => four(figures))), F, 4),
    chi_squared: float64(
      joined(fits.map(({ figures }) => [figures.chiForward, figures.chiReverse])),
      ...[F, 2],
    ),
  };
}

const four = (
  of: Pick<BarsView['figures'], 'forward' | 'reverse' | 'jensenShannon' | 'totalVariation'>,
) => [...[of.forward, of.reverse, of.jensenShannon, of.totalVariation]];

function targetArrays(target: Target): NamedArrays {
  if (target.kind === 'drawn') return { p_heights: float64(target.heights, target.heights.length) };
  const { components, from = -Infinity, to = Infinity } = target;
  return { ...mixtureArrays('p', components), p_ends: float64([from, to], 2) };
}

/** @param count of mixtures, as long as one another; absent: one */
function mixtureArrays(
  of: 'p' | 'q',
  components: readonly Component[],
  count?: number,
): NamedArrays {
  const shape = count === undefined ? [components.length] : [count, components.length / count];
  return {
    [`${of}_weights`]: float64(
      components.map(({ weight }) => weight),
      ...shape,
    ),
    [`${of}_means`]: float64(
      components.map(({ mean }) => mean),
      ...shape,
    ),
    [`${of}_deviations`]: float64(
      components.map(({ sd }) => sd),
      ...shape,
    ),
  };
}
