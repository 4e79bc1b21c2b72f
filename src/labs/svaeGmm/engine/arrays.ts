/** Clusters under their edits as arrays. */
import { float64, int32, joined } from '../../shared/engine/arrays.ts';
import { posteriorArrays } from '../../shared/engine/mixtureArrays.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import type { MixtureGlobals } from './globals.ts';

export function clusterArrays(
  globals: MixtureGlobals,
  natural: Float64Array,
  edits: readonly SvaeGmmEdit[],
) {
  const { clusters: K, dimension: d, layout } = globals;
  const summary = globals.summary(natural, edits, new Float64Array(K));
  const each = (values: readonly ArrayLike<number>[], ...shape: number[]) =>
    float64(joined(values), K, ...shape);
  return {
    weights: each(summary.map(({ weight }) => [weight])),
    means: each(
      summary.map(({ mean }) => mean),
      d,
    ),
    covariances: each(
      summary.map(({ covariance }) => covariance),
      d,
      d,
    ),
    ...posteriorArrays(layout, globals.withEdits(natural, edits)),
    removed: int32(
      summary.map(({ removed }) => Number(removed)),
      K,
    ),
  };
}
