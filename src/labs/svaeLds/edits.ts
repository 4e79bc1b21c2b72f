/** Edits of a linear dynamical system: plain data laid over what was learned. Everything counts from 0. */
import * as v from 'valibot';
import { countedFromZero, numberWithin } from '../shared/data/editNumbers.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { inputEndAmong, setInputEnd } from '../shared/data/inputEnd.ts';
import { replacing } from '../shared/data/replacing.ts';

/** Beyond this nothing can be seen of latents any more. */
const LARGEST_LATENT = 1e4;
/**
 * Of entries and of factors of columns. Natural parameters hold Psi + A K^-1 A', so that much larger
 * ones would drown the noise in rounding.
 */
export const LARGEST_ENTRY = 100;
const latentNumber = numberWithin(-LARGEST_LATENT, LARGEST_LATENT);
const transitionNumber = numberWithin(-LARGEST_ENTRY, LARGEST_ENTRY);
/** Of turns: drift that hardly turns, and what has all but died out, can be brought anywhere. */
export const LARGEST_TURN = { angleFactor: 1e4, radiusFactor: LARGEST_ENTRY } as const;
const factor = (largest: number) => numberWithin(0, largest, 'a factor');

const schema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('scaleTransitionColumn'),
    column: countedFromZero('column'),
    factor: transitionNumber,
  }),
  v.strictObject({
    kind: v.literal('setTransitionEntry'),
    row: countedFromZero('row'),
    column: countedFromZero('column'),
    value: transitionNumber,
  }),
  v.strictObject({
    kind: v.literal('turnEigenvalue'),
    pair: countedFromZero('pair'),
    angleFactor: factor(LARGEST_TURN.angleFactor),
    radiusFactor: factor(LARGEST_TURN.radiusFactor),
  }),
  v.strictObject({
    kind: v.literal('scaleLatent'),
    latent: countedFromZero('latent'),
    factor: latentNumber,
  }),
  v.strictObject({ kind: v.literal('shiftLatents'), amount: latentNumber }),
  setInputEnd,
]);

/**
 * turnEigenvalue: a complex pair of the learned transition turns to `angleFactor` times its angle
 * and `radiusFactor` times its radius. Pairs are counted by their share of the motion, those that
 * set a pace first. Overtones turn with their pair, and a pair that is not there at present turns
 * when it comes. scaleTransitionColumn: a column times `factor`. setTransitionEntry: an entry
 * becomes `value`, whatever else is done to its column. These three change the transition, in this
 * order. scaleLatent and shiftLatents change latents on their way to the decoder.
 */
export type SvaeLdsEdit = v.InferOutput<typeof schema>;

export const parseSvaeLdsEdit = editParser(schema);

export const { withEdit, keyOf } = replacing<SvaeLdsEdit>({
  scaleTransitionColumn: ['column'],
  setTransitionEntry: ['row', 'column'],
  turnEigenvalue: ['pair'],
  scaleLatent: ['latent'],
});

/** Where the input ends unless an edit says otherwise, as a share of the steps shown. */
const INPUT_SHARE = 0.5;

/** A scan shows the model at least this many steps: with fewer, samples share no phase and their mean no period. */
export const LEAST_SCAN_INPUT = 20;

/** First of the steps shown that the model does not see: what the edits say, or the middle. */
export const inputEnd = (
  edits: readonly SvaeLdsEdit[],
  stretch: Parameters<typeof inputEndAmong>[1],
): number => inputEndAmong(edits, stretch, INPUT_SHARE);
