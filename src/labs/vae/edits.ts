/** The one thing of a VAE that can be put somewhere: the probe. Nothing that was learned changes. */
import * as v from 'valibot';
import { numbersWithin } from '../shared/data/editNumbers.ts';
import { editParser } from '../shared/data/editRefusal.ts';

/** Standard deviations of the prior: far beyond anything a decoder has seen. */
export const FARTHEST_PROBE = 100;
/** As many as a model can have latent dimensions. */
const MOST_DIMENSIONS = 8;

const schema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('placeProbe'),
    latent: v.pipe(
      numbersWithin(FARTHEST_PROBE),
      v.maxLength(MOST_DIMENSIONS, `it must have at most ${MOST_DIMENSIONS} numbers`),
    ),
  }),
]);

/**
 * placeProbe: the latent that is decoded as the probe. Dimensions it does not name are 0; those the
 * model does not have count for nothing.
 */
export type VaeEdit = v.InferOutput<typeof schema>;

export const parseVaeEdit = editParser(schema);
