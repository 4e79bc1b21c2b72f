/** What a gesture in the latent plot means as an edit of the model. */

import type { Covariance2 } from '../../../../plots/layers/ellipse.ts';
import { reshapeInPlane } from '../../../../plots/layers/ellipse.ts';
import type { SvaeGmmEdit } from '../../edits.ts';
import type { ClusterSummary } from '../../snapshot.ts';

type Axes = readonly [number, number];

/** The mean goes where it was put in the plane shown; its other coordinates stay. */
export function moveEdit(
  cluster: Pick<ClusterSummary, 'id' | 'mean'>,
  axes: Axes,
  to: readonly [number, number],
): SvaeGmmEdit {
  const mean = cluster.mean.map((value, dimension) => {
    const shown = axes.indexOf(dimension);
    return shown < 0 ? value : to[shown];
  });
  return { kind: 'moveCluster', cluster: cluster.id, mean };
}

/** The ellipse in the plane shown becomes `covariance`; the matrix stays positive definite. */
export function reshapeEdit(
  cluster: Pick<ClusterSummary, 'id' | 'mean' | 'covariance'>,
  axes: Axes,
  covariance: Covariance2,
): SvaeGmmEdit {
  const dimension = cluster.mean.length;
  return {
    kind: 'reshapeCluster',
    cluster: cluster.id,
    covariance: reshapeInPlane(cluster.covariance, dimension, axes, covariance),
  };
}

/** The edits without those of one cluster. */
export function withoutCluster(edits: readonly SvaeGmmEdit[], cluster: number): SvaeGmmEdit[] {
  return edits.filter((edit) => edit.cluster !== cluster);
}
