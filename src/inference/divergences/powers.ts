/**
 * Integrals of f^a g^(1 - a) over two densities: moments of the ratio f / g under g. They decide
 * whether chi-squared is finite (a = 2), and whether an estimate of a divergence by samples has a
 * variance.
 */
import { type Density, logDensity, tailOf } from './density.ts';

/** Where integrals over a Gaussian are cut, in standard deviations. */
const CUTS = [-12, -5, -2, 0, 2, 5, 12];
/** Precisions that differ by less, relative to their size, are equal. */
const EQUAL = 1e-12;

/** Whether the integral exists, for a > 1. */
export function existsPower(f: Density, g: Density, a: number): boolean {
  return (
    isCovered(f, g) &&
    !touchesZero(f, g) &&
    ([-1, 1] as const).every((side) => {
      const [ofF, ofG] = [tailOf(f, side), tailOf(g, side)];
      // Where f ends nothing is left to be added up, and where g ends f does, too.
      if (!ofF || !ofG) return true;
      const [inF, inG] = [a * ofF.precision, (a - 1) * ofG.precision];
      if (Math.abs(inF - inG) > EQUAL * inF) return inF > inG;
      return side * (inF * ofF.mean - inG * ofG.mean) < 0;
    })
  );
}

/** Whether g is positive wherever f is. */
const isCovered = (f: Density, g: Density): boolean =>
  f.support.every(({ from, to }) =>
    g.support.some((other) => other.from <= from && other.to >= to),
  );

/** Whether a drawn g goes down to zero in a place where f does not: near it 1 / g has no integral. */
function touchesZero(f: Density, g: Density): boolean {
  const { shape, edges } = g;
  if (shape.kind !== 'drawn') return false;
  return Array.from(shape.heights).some(
    (height, i) => height === 0 && logDensity(f, edges[i]) > -Infinity,
  );
}

/**
 * Places to cut such an integral at, ascending: the edges of both densities, and around where the
 * product of a component of each has its mass, which may be far outside of both.
 */
export function powerEdges(f: Density, g: Density, a: number): Float64Array {
  const edges = [...f.edges, ...g.edges];
  f.means.forEach((mean, i) => {
    g.means.forEach((other, k) => {
      const [inF, inG] = [a * f.inverseSds[i] ** 2, (a - 1) * g.inverseSds[k] ** 2];
      const precision = inF - inG;
      if (!(precision > EQUAL * inF)) return;
      const centre = (inF * mean - inG * other) / precision;
      for (const cut of CUTS) edges.push(centre + cut / Math.sqrt(precision));
    });
  });
  return Float64Array.from(edges).sort();
}
