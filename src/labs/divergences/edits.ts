/** What is dragged, as plain data. */
import * as v from 'valibot';
import { numberWithin } from '../shared/data/editNumbers.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { replacing } from '../shared/data/replacing.ts';
import { AXIS, DRAWN_POINTS, MOST_COMPONENTS, TARGETS, WIDTHS } from './targets.ts';

const number = (what: string, least: number, most: number) =>
  numberWithin(least, most, `the ${what}`);

const place = (what: string) => number(what, AXIS.low, AXIS.high);
const width = number('standard deviation', WIDTHS.least, WIDTHS.most);
const share = (what: string) => number(what, 0, 1);
const someMass = (values: number[]) => values.some((value) => value > 0);
const NO_MASS = 'there must be some mass: all values are 0';

const components = (most: number) =>
  v.pipe(
    v.array(
      v.strictObject({ weight: share('weight'), mean: place('mean'), sd: width }),
      'the components must be a list',
    ),
    v.minLength(1, 'there must be at least one component'),
    v.maxLength(most, `there can be at most ${most} components`),
    v.check((list) => someMass(list.map(({ weight }) => weight)), NO_MASS),
  );

const list = <Item extends v.GenericSchema<number>>(item: Item, least: number, most: number) =>
  v.pipe(
    v.array(item, 'it must be a list of numbers'),
    v.minLength(least, `there must be at least ${least} numbers`),
    v.maxLength(most, `there can be at most ${most} numbers`),
  );

const shares = (most: number) => v.pipe(list(share('share'), 2, most), v.check(someMass, NO_MASS));
const pair = <Item extends v.GenericSchema<number>>(item: Item) =>
  v.tuple([item, item], 'it must be a pair of numbers');

const MOST_BARS = 8;
const MOST_ATOMS = 6;
/** Coordinates in the plane, where p has standard deviations of 1. */
const planeNumber = number('coordinate', -4, 4);

const schema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('reshape'),
    target: v.picklist(
      Object.keys(TARGETS).filter((name) => name !== 'drawn'),
      'the target must be a density of the setting "target", not the drawn one',
    ),
    components: components(MOST_COMPONENTS),
    from: v.optional(place('left end')),
    to: v.optional(place('right end')),
  }),
  v.strictObject({
    kind: v.literal('draw'),
    heights: v.pipe(
      list(number('height', 0, 1e6), 2, DRAWN_POINTS),
      v.check(someMass, 'a drawn density needs some mass: all its heights are 0'),
    ),
  }),
  v.strictObject({ kind: v.literal('placeFit'), components: components(2) }),
  v.strictObject({
    kind: v.literal('setBars'),
    of: v.picklist(['p', 'q'], 'the bars must be of "p" or "q"'),
    shares: shares(MOST_BARS),
  }),
  v.strictObject({
    kind: v.literal('mergeBars'),
    after: v.array(
      v.pipe(number('bar', 0, MOST_BARS - 2), v.integer('bars are counted from 0')),
      'the bars to merge must be a list, each counted from 0',
    ),
  }),
  v.strictObject({
    kind: v.literal('moveAtoms'),
    convex: v.picklist(['-log', 'square', 'exp', 'abs', 'ratio'], 'there is no such function'),
    places: list(number('place of an atom', -100, 100), 2, MOST_ATOMS),
    weights: shares(MOST_ATOMS),
  }),
  v.strictObject({
    kind: v.literal('placeFactors'),
    means: pair(planeNumber),
    sds: pair(number('standard deviation', 0.05, 3)),
  }),
]);

/**
 * reshape: p becomes this mixture while that target is chosen. draw: the density drawn by hand.
 * placeFit: q, in all directions, is this mixture. setBars, mergeBars: shares of the outcomes, and which
 * bars are joined with their right neighbours. moveAtoms: values of X and their probabilities.
 * placeFactors: the factorised q of the plane.
 */
export type DivergencesEdit = v.InferOutput<typeof schema>;
export type EditOf<Kind extends DivergencesEdit['kind']> = Extract<
  DivergencesEdit,
  { readonly kind: Kind }
>;

const parsed = editParser(schema);

/** Checks an edit from a link, a file or a script. Throws an Error that names the bad value. */
export function parseDivergencesEdit(edit: unknown): DivergencesEdit {
  const output = parsed(edit);
  if (output.kind === 'reshape' && !((output.from ?? -Infinity) < (output.to ?? Infinity)))
    throw new Error(
      `The density is cut off below ${output.from} and above ${output.to}: nothing is left.`,
    );
  return output;
}

export const { withEdit: withDivergencesEdit } = replacing<DivergencesEdit>({
  reshape: ['target'],
  setBars: ['of'],
  moveAtoms: ['convex'],
});

/** What is approximated stays; where an approximation was put goes with it. */
export const isAboutTarget = (edit: DivergencesEdit): boolean =>
  edit.kind === 'reshape' ||
  edit.kind === 'draw' ||
  edit.kind === 'mergeBars' ||
  (edit.kind === 'setBars' && edit.of === 'p');
