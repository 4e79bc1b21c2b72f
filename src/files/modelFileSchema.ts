import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** JSON knows no Infinity, but reads 1e999 as one. */
const finite = v.pipe(v.number(), v.finite());
const array = v.object({
  dtype: v.picklist(['float32', 'float64', 'int32']),
  length: count,
  base64: v.string(),
});
/** The objective at a step: its total, and its parts by the keys of the lab. */
const terms = v.objectWithRest({ total: finite }, finite);

const optional = v.optional(finite);
/** When the steps of an own series are, in one way or the other. */
const calendar = v.object({
  name: v.optional(v.string()),
  start: optional,
  stepsPerYear: optional,
  startMs: optional,
  stepMs: optional,
});

const body = {
  lab: v.string(),
  settings: v.record(v.string(), v.unknown()),
  seed: count,
  edits: v.array(v.unknown()),
  ownData: v.nullable(
    v.object({
      name: v.string(),
      rows: count,
      columns: v.array(v.string()),
      values: array,
      labels: v.nullable(array),
      calendar: v.optional(calendar),
      documents: v.optional(
        v.object({
          texts: v.array(v.string()),
          titles: v.array(v.string()),
          dates: v.nullable(array),
          groups: v.array(v.string()),
          loci: v.optional(v.array(v.string())),
        }),
      ),
    }),
  ),
  history: v.nullable(v.object({ step: v.array(count), elbo: v.array(terms) })),
  pretrained: v.optional(v.boolean(), false),
  continued: v.optional(v.boolean()),
};

/** The form of a model file, its contents not yet looked into. */
export const modelFileSchema = v.object({
  ...body,
  checkpoint: v.nullable(v.object({ step: count, arrays: v.record(v.string(), array) })),
});

/** That of versions 1 and 2. */
export const oldModelFileSchema = v.object({
  ...body,
  checkpoint: v.nullable(
    v.object({
      step: count,
      parameters: array,
      optimiser: array,
      natural: array,
      modelState: array,
      random: v.array(finite),
    }),
  ),
});

export type ModelFileBody = v.InferOutput<typeof modelFileSchema>;
export type OldBody = v.InferOutput<typeof oldModelFileSchema>;
