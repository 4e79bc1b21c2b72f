/** What is kept of a run besides its figures: its topics as they were called, and their shares. */
import * as v from 'valibot';

const schema = v.object({
  /** The last ones of the first course; null before the first step. */
  elbo: v.nullable(v.number()),
  perplexity: v.nullable(v.number()),
  topics: v.array(
    v.object({
      id: v.number(),
      /** Of the palette, counted from 0. */
      colour: v.number(),
      name: v.string(),
      share: v.number(),
      words: v.array(v.string()),
    }),
  ),
  /** D x K, in the order of `topics`; null where there are too many documents. */
  shares: v.nullable(v.custom<Float32Array>((shares) => shares instanceof Float32Array)),
});

export type RunDetails = v.InferOutput<typeof schema>;

/** The details of a run; null where it was not trained here, or by a version that kept none. */
export function runDetails(kept: unknown): RunDetails | null {
  const found = v.safeParse(schema, kept);
  return found.success ? found.output : null;
}
