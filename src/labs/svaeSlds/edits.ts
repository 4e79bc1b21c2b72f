/** Edits of a switching system: plain data laid over what was learned. Everything counts from 0. */
import * as v from 'valibot';
import { countedFromZero, numberWithin } from '../shared/data/editNumbers.ts';
import { editParser } from '../shared/data/editRefusal.ts';
import { setInputEnd } from '../shared/data/inputEnd.ts';
import { replacing } from '../shared/data/replacing.ts';

/** Of turns: drift that hardly turns, and what has all but died out, can be brought anywhere. */
export const LARGEST_TURN = { angleFactor: 1e4, radiusFactor: 100 } as const;
/** Of stickiness: a mean time in a state so many times as long, or as short. */
export const LARGEST_STICKINESS = 1e4;

const state = countedFromZero('state');

const schema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('turnEigenvalue'),
    state,
    angleFactor: numberWithin(0, LARGEST_TURN.angleFactor, 'a factor'),
    radiusFactor: numberWithin(0, LARGEST_TURN.radiusFactor, 'a factor'),
  }),
  v.strictObject({
    kind: v.literal('scaleDynamics'),
    factor: numberWithin(0, 1, 'a factor'),
  }),
  v.strictObject({
    kind: v.literal('setChainEntry'),
    from: state,
    to: state,
    probability: numberWithin(0, 1, 'a probability'),
  }),
  v.strictObject({
    kind: v.literal('scaleStickiness'),
    factor: numberWithin(1 / LARGEST_STICKINESS, LARGEST_STICKINESS, 'a factor'),
  }),
  v.strictObject({ kind: v.literal('removeState'), state }),
  v.strictObject({ kind: v.literal('mergeStates'), state, into: state }),
  v.strictObject({ kind: v.literal('splitState'), state, into: state }),
  v.strictObject({ kind: v.literal('swapStates'), state, with: state }),
  v.strictObject({
    kind: v.literal('paintState'),
    from: countedFromZero('row'),
    to: countedFromZero('row'),
    state,
  }),
  setInputEnd,
]);

/**
 * turnEigenvalue: the complex pair of a state that lasts longest turns to `angleFactor` times its
 * angle and `radiusFactor` times its radius. scaleDynamics: A of every state times `factor`; 0 is a
 * hidden Markov model. setChainEntry: the probability of going from one state to another; the others
 * of the row share the rest in proportion. scaleStickiness: the mean time in each state times
 * `factor`. removeState: no step is in it. mergeStates: what both have learned is in `into`, and
 * `state` is left with the prior. splitState: half of what `state` has learned is in `into`, and the two
 * are a little apart. swapStates: the two change places, in everything. paintState: rows from..to-1 of the data set are in that
 * state, whatever the model says, and where they are shown to the model the state learns from them.
 * Merges, splits and swaps come first, in the order of the list.
 */
export type SvaeSldsEdit = v.InferOutput<typeof schema>;

export const parseSvaeSldsEdit = editParser(schema);

/** Merges, splits and swaps each add to those before. */
export const { withEdit, keyOf } = replacing<SvaeSldsEdit>({
  turnEigenvalue: ['state'],
  removeState: ['state'],
  setChainEntry: ['from', 'to'],
  paintState: ['from', 'to'],
  mergeStates: 'adds',
  splitState: 'adds',
  swapStates: 'adds',
});
