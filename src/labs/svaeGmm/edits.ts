/** Edits of a mixture: plain data laid over the learned clusters. Clusters are counted from 0. */
import * as v from 'valibot';
import { countedFromZero, numbersWithin, numberWithin } from '../shared/data/editNumbers.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { replacing } from '../shared/data/replacing.ts';

const cluster = countedFromZero('cluster');
/** In latent units: farther out the square of a mean eats up the digits of the covariance. */
const FARTHEST = 1e4;
/** A thousand latent units along an axis: a cluster as wide as that covers all that can be seen. */
const LARGEST_VARIANCE = 1e6;

const schema = v.variant('kind', [
  v.strictObject({ kind: v.literal('moveCluster'), cluster, mean: numbersWithin(FARTHEST) }),
  v.strictObject({
    kind: v.literal('reshapeCluster'),
    cluster,
    covariance: numbersWithin(LARGEST_VARIANCE),
  }),
  v.strictObject({
    kind: v.literal('weighCluster'),
    cluster,
    weight: numberWithin(0, 1, 'a weight'),
  }),
  v.strictObject({ kind: v.literal('removeCluster'), cluster }),
]);

/**
 * moveCluster: the mean goes to `mean` (d numbers). reshapeCluster: the covariance becomes
 * `covariance` (d x d, row-major, symmetric positive definite). weighCluster: the mixing weight
 * becomes `weight`, the others share the rest in proportion; of several edited weights, and beside
 * removed clusters, what counts is the proportion again. removeCluster: weight zero, its points go to others.
 */
export type SvaeGmmEdit = v.InferOutput<typeof schema>;

export const parseSvaeGmmEdit = editParser(schema);

/** A long drag leaves one edit; removing a cluster keeps its other edits for when it comes back. */
export const { withEdit, keyOf } = replacing<SvaeGmmEdit>({
  moveCluster: ['cluster'],
  reshapeCluster: ['cluster'],
  weighCluster: ['cluster'],
  removeCluster: ['cluster'],
});

/** Brings a removed cluster back, with whatever other edits it had. */
export function withoutRemoval(edits: readonly SvaeGmmEdit[], cluster: number): SvaeGmmEdit[] {
  return edits.filter((edit) => edit.kind !== 'removeCluster' || edit.cluster !== cluster);
}
