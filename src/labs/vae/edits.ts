/** The one thing of a VAE that can be put somewhere: the probe. Nothing that was learned changes. */
import * as v from 'valibot';
import { editRefusal } from '../shared/data/editRefusal.ts';

/** Standard deviations of the prior: far beyond anything a decoder has seen. */
export const FARTHEST_PROBE = 100;
/** As many as a model can have latent dimensions. */
const MOST_DIMENSIONS = 8;

const coordinate = v.pipe(
  v.number('must be a number'),
  v.finite('must be finite'),
  v.minValue(-FARTHEST_PROBE, `must be at least ${-FARTHEST_PROBE}`),
  v.maxValue(FARTHEST_PROBE, `must be at most ${FARTHEST_PROBE}`),
);

const schema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('placeProbe'),
    latent: v.pipe(
      v.array(coordinate, 'must be a list of coordinates'),
      v.minLength(1, 'must have a coordinate'),
      v.maxLength(MOST_DIMENSIONS, `must have at most ${MOST_DIMENSIONS} coordinates`),
    ),
  }),
]);

/**
 * placeProbe: the latent that is decoded as the probe. Dimensions it does not name are 0; those the
 * model does not have count for nothing.
 */
export type VaeEdit = v.InferOutput<typeof schema>;

/** Checks an edit from a link, a file or a script. Throws an Error that names the bad value. */
export function parseVaeEdit(edit: unknown): VaeEdit {
  const result = v.safeParse(schema, edit);
  if (result.success) return result.output;
  throw editRefusal(result.issues[0], edit);
}
