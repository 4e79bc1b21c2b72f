/** Edits of a mixture: plain data laid over the learned clusters. Clusters are counted from 0. */
import * as v from 'valibot';
import { editRefusal } from '../shared/data/editRefusal.ts';

const cluster = v.pipe(
  v.number('the cluster must be a number, counted from 0'),
  v.safeInteger('the cluster must be a whole number, counted from 0'),
  v.minValue(0, 'the cluster is counted from 0'),
);
const finite = v.pipe(v.number('must be a number'), v.finite('must be finite'));
/** In latent units: farther out the square of a mean eats up the digits of the covariance. */
const FARTHEST = 1e4;
/** A thousand latent units along an axis: a cluster as wide as that covers all that can be seen. */
const LARGEST_VARIANCE = 1e6;
const within = (largest: number) =>
  v.pipe(
    v.array(
      v.pipe(
        finite,
        v.minValue(-largest, `must be at least ${-largest}`),
        v.maxValue(largest, `must be at most ${largest}`),
      ),
      'must be a list of numbers',
    ),
    v.minLength(1),
  );

const schema = v.variant('kind', [
  v.strictObject({ kind: v.literal('moveCluster'), cluster, mean: within(FARTHEST) }),
  v.strictObject({
    kind: v.literal('reshapeCluster'),
    cluster,
    covariance: within(LARGEST_VARIANCE),
  }),
  v.strictObject({
    kind: v.literal('weighCluster'),
    cluster,
    weight: v.pipe(
      finite,
      v.minValue(0, 'a weight is at least 0'),
      v.maxValue(1, 'a weight is at most 1'),
    ),
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

/** Checks an edit from a link, a file or a script. Throws an Error that names the bad value. */
export function parseSvaeGmmEdit(edit: unknown): SvaeGmmEdit {
  const result = v.safeParse(schema, edit);
  if (result.success) return result.output;
  throw editRefusal(result.issues[0], edit);
}

/**
 * The list with `edit` in force. An edit of the same kind on the same cluster is replaced, so a
 * long drag leaves one edit; removing a cluster keeps its other edits for when it comes back.
 */
export function withEdit(edits: readonly SvaeGmmEdit[], edit: SvaeGmmEdit): SvaeGmmEdit[] {
  return [
    ...edits.filter((other) => other.kind !== edit.kind || other.cluster !== edit.cluster),
    edit,
  ];
}

/** Brings a removed cluster back, with whatever other edits it had. */
export function withoutRemoval(edits: readonly SvaeGmmEdit[], cluster: number): SvaeGmmEdit[] {
  return edits.filter((edit) => edit.kind !== 'removeCluster' || edit.cluster !== cluster);
}
