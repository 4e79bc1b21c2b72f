/** Edits of the targets in the plane, as plain data. */
import * as v from 'valibot';
import { numberWithin } from '../shared/data/editNumbers.ts';

const FARTHEST = 1e4;
const number = numberWithin(-FARTHEST, FARTHEST);
/** Narrower factors have no width that a number could hold next to their mean. */
const NARROWEST = 1e-6;
const deviation = v.pipe(
  number,
  v.minValue(
    NARROWEST,
    `a standard deviation must be at least ${NARROWEST}: a factor without width has no density`,
  ),
);
const pair = <Item extends v.GenericSchema>(item: Item) =>
  v.strictTuple([item, item], 'must be two numbers');

const MOST_OBSERVATIONS = 40;
export const MOST_DRAWN = 400;
const LEAST_DRAWN = 2;
/** Drawn points lie in a square that reaches so far from the origin. */
export const DRAWN_REACH = 3.4;
const drawn = numberWithin(-DRAWN_REACH, DRAWN_REACH);

export const planeEditSchemas = [
  v.strictObject({
    kind: v.literal('placeFactors'),
    mean: pair(number),
    deviation: pair(deviation),
  }),
  v.strictObject({
    kind: v.literal('observe'),
    values: v.pipe(
      v.array(number, 'must be a list of numbers'),
      v.minLength(1, 'needs at least one observation'),
      v.maxLength(MOST_OBSERVATIONS, `has room for ${MOST_OBSERVATIONS} observations`),
    ),
  }),
  v.strictObject({
    kind: v.literal('drawDensity'),
    points: v.pipe(
      v.array(pair(drawn), 'must be a list of points'),
      v.minLength(
        LEAST_DRAWN,
        `a drawn density needs at least ${LEAST_DRAWN} points: fewer have no shape; draw a stroke`,
      ),
      v.maxLength(MOST_DRAWN, `has room for ${MOST_DRAWN} points`),
    ),
  }),
] as const;

/**
 * placeFactors: q goes to these means and standard deviations. observe: the observations of the
 * normal. drawDensity: the points whose smoothed density is the target.
 */
export type PlaneEdit = v.InferOutput<(typeof planeEditSchemas)[number]>;

/** Observations and drawings say what the target is; they stay when q starts again. */
export const isOfTarget = ({ kind }: { readonly kind: string }): boolean =>
  kind === 'observe' || kind === 'drawDensity';
