import { inRows } from '../shared/data/inRows.ts';
import type { PlaneSnapshot } from './planeSnapshot.ts';

/** A snapshot of the plane as nested plain arrays; density by row (y) and column (x). */
export function plainPlaneSnapshot({ kind: _, target, factors, chain, ...shown }: PlaneSnapshot) {
  const { key: _key, density, marginals, ...about } = target;
  return {
    ...shown,
    target: { ...about, density: inRows(density, about.cells), marginals: marginals.map(listOf) },
    factors: factors.map(listOf),
    chain: chain && {
      ...chain,
      path: inRows(chain.path, 2),
      histograms: chain.histograms.map(listOf),
    },
  };
}

const listOf = (values: Float32Array): number[] => Array.from(values);
