/** Densities of the lab as `inference/divergences` has them. */
import { type Density, makeDensity } from '../../../inference/divergences/density.ts';
import { AXIS, type Component, type Target } from '../targets.ts';

/** @throws RangeError in words where it is no density */
export function densityOf(target: Target): Density {
  if (target.kind === 'drawn')
    return makeDensity({ kind: 'drawn', from: AXIS.low, to: AXIS.high, heights: target.heights });
  const { components, from, to } = target;
  return makeDensity({
    kind: 'mixture',
    weights: components.map(({ weight }) => weight),
    means: components.map(({ mean }) => mean),
    sds: components.map(({ sd }) => sd),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
}

export const mixtureDensity = (components: readonly Component[]): Density =>
  densityOf({ kind: 'mixture', components });
