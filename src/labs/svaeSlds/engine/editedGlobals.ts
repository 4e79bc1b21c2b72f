/** Edits of a switching system laid over what was learned. */
import { mergeStates, splitState, swapStates } from '../../../distributions/stateMoves.ts';
import { stateAt } from '../../../distributions/switchingDynamics.ts';
import { modalForm, modulus } from '../../../math/eigenvalues.ts';
import { symmetricEigen } from '../../../math/symmetricEigen.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import { LEAST_PROBABILITY, type SldsGlobals } from './globals.ts';

/** Steps; a state that lasts one step less would have no probability of staying. */
const LEAST_DWELL = 1 + LEAST_PROBABILITY;

/** The states that edits remove. */
export function removedBy(edits: readonly SvaeSldsEdit[], states: number): number[] {
  const removed = edits.flatMap((edit) => (edit.kind === 'removeState' ? [edit.state] : []));
  // The last one stays: every step is in some state.
  return removed.slice(0, states - 1);
}

/**
 * Learned parameters with edits laid over them, as new natural parameters. Removals and the end of the
 * input leave them as they are; what painted steps teach comes after this (`paint.ts`).
 *
 * @param natural eta as learned, length P
 * @throws Error naming an edit that can never fit
 */
export function editedGlobals(
  globals: SldsGlobals,
  natural: Float64Array,
  edits: readonly SvaeSldsEdit[],
): Float64Array {
  const edited = natural.slice();
  for (const edit of edits) checkEdit(globals.states, edit);
  for (const edit of edits) changeStructure(globals, edited, edit);
  editChain(globals, edited, edits);
  for (let k = 0; k < globals.states; k++) editDynamics(globals, edited, k, edits);
  return edited;
}

function changeStructure(globals: SldsGlobals, natural: Float64Array, edit: SvaeSldsEdit): void {
  if (edit.kind === 'mergeStates') mergeStates(globals, natural, edit.state, edit.into);
  if (edit.kind === 'swapStates') swapStates(globals, natural, edit.state, edit.with);
  if (edit.kind === 'splitState') {
    splitState(globals, natural, edit.state, edit.into);
    moveApart(globals, natural, edit.state, edit.into);
  }
}

/** Stickiness first, then entries; counts of a row stay as many as they were. */
function editChain(
  globals: SldsGlobals,
  natural: Float64Array,
  edits: readonly SvaeSldsEdit[],
): void {
  const { states: K } = globals;
  const sticky = edits.findLast((edit) => edit.kind === 'scaleStickiness');
  if (K === 1) return;
  globals.eachRow((at, from) => {
    if (from === null) return;
    const set = new Map<number, number>();
    const total = sumOf(natural, at, K);
    if (sticky && sticky.factor !== 1) {
      const leaves = 1 - natural[at + from] / total;
      const dwell = Math.max(LEAST_DWELL, sticky.factor / Math.max(leaves, LEAST_PROBABILITY));
      setEntries(natural, at, K, new Map([[from, 1 - 1 / dwell]]));
    }
    for (const edit of edits)
      if (edit.kind === 'setChainEntry' && edit.from === from) set.set(edit.to, edit.probability);
    if (set.size > 0) setEntries(natural, at, K, set);
  });
}

/** Turns and shrinks A of a state as edits say. */
function editDynamics(
  globals: SldsGlobals,
  natural: Float64Array,
  state: number,
  edits: readonly SvaeSldsEdit[],
): void {
  const factor = edits.findLast((edit) => edit.kind === 'scaleDynamics')?.factor ?? 1;
  const turn = edits.findLast((edit) => edit.kind === 'turnEigenvalue' && edit.state === state);
  if (factor === 1 && turn === undefined) return;
  const before = globals.step(natural, state).transition;
  const after =
    turn?.kind === 'turnEigenvalue' ? (turned(globals, natural, state, turn) ?? before) : before;
  setTransition(
    globals,
    natural,
    state,
    after.map((value) => factor * value),
  );
}

/** How far two halves of a state begin from the whole: its angle times and by this, and where nothing turns in deviations of its noise. */
const APART = 1.25;
const DEVIATIONS_APART = 0.5;

/** Halves of a state that are the same would stay the same. */
function moveApart(globals: SldsGlobals, natural: Float64Array, state: number, into: number): void {
  const { dimension: d } = globals;
  const halves = [
    { half: state, sign: -1 },
    { half: into, sign: 1 },
  ];
  for (const { half, sign } of halves) {
    const turn = { angleFactor: APART ** sign, radiusFactor: 1 };
    const after = turned(globals, natural, half, turn);
    if (after) {
      setTransition(globals, natural, half, after);
      continue;
    }
    const { noise, transition } = globals.step(natural, half);
    const axes = new Float64Array(d * d);
    symmetricEigen(noise, axes, d);
    const variances = Array.from({ length: d }, (_, i) => noise[i * d + i]);
    const widest = variances.indexOf(Math.max(...variances));
    const size = sign * DEVIATIONS_APART * Math.sqrt(variances[widest]);
    setTransition(globals, natural, half, transition, (i) => size * axes[i * d + widest]);
  }
}

/** A of a state, d x d, with its pair that lasts longest turned; null where none turns. */
function turned(
  globals: SldsGlobals,
  natural: Float64Array,
  state: number,
  turn: { readonly angleFactor: number; readonly radiusFactor: number },
): Float64Array | null {
  const { layout } = globals.family;
  const { dimension: d } = globals;
  const m = d + 1;
  const past = stateAt(layout, state) + layout.dynamics.past;
  const moment = Float64Array.from(
    { length: d * d },
    (_, i) => natural[past + Math.floor(i / d) * m + (i % d)],
  );
  const form = modalForm(globals.step(natural, state).transition, d, moment);
  const radii = form.pairs.map(modulus);
  const pair = radii.indexOf(Math.max(...radii));
  return pair < 0 ? null : form.turned([{ ...turn, pair }]);
}

/** Another A (d x d) for a state; the offset follows, so that its mean latent goes where it went, and `push` from there. */
function setTransition(
  { family, dimension: d }: SldsGlobals,
  natural: Float64Array,
  state: number,
  after: Float64Array,
  push: (i: number) => number = () => 0,
): void {
  const { dynamics, layout } = family;
  const at = stateAt(layout, state);
  const standard = dynamics.toStandard(natural, at);
  const m = d + 1;
  const past = at + layout.dynamics.past;
  const count = natural[past + d * m + d];
  const transition = standard.transition.slice();
  for (let i = 0; i < d; i++) {
    transition[i * m + d] += push(i);
    for (let j = 0; j < d; j++) {
      const value = after[i * d + j];
      const mean = natural[past + j * m + d] / count;
      transition[i * m + d] += (standard.transition[i * m + j] - value) * mean;
      transition[i * m + j] = value;
    }
  }
  dynamics.fromStandard({ ...standard, transition }, natural, at);
}

function checkEdit(K: number, edit: SvaeSldsEdit): void {
  const check = (state: number) => {
    if (state < K) return;
    throw new Error(
      `There is no state ${state + 1}: the model has ${K} (counted from 0 in edits).`,
    );
  };
  if ('state' in edit) check(edit.state);
  if (edit.kind === 'mergeStates' || edit.kind === 'splitState') check(edit.into);
  if (edit.kind === 'swapStates') check(edit.with);
  if (edit.kind === 'setChainEntry') {
    check(edit.from);
    check(edit.to);
  }
  if ((edit.kind === 'mergeStates' || edit.kind === 'splitState') && edit.state === edit.into)
    throw new Error(`State ${edit.state + 1} cannot be joined with itself.`);
}

function sumOf(values: Float64Array, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += values[i];
  return sum;
}

/** Some entries of a row get a share of its sum; the others share the rest as they did. */
function setEntries(
  values: Float64Array,
  at: number,
  length: number,
  shares: ReadonlyMap<number, number>,
): void {
  const total = sumOf(values, at, length);
  let set = 0;
  let others = total;
  for (const [entry, share] of shares) {
    set += share;
    others -= values[at + entry];
  }
  const isWhole = shares.size === length;
  const scale = isWhole || set > 1 ? 1 / Math.max(set, LEAST_PROBABILITY) : 1;
  const rest = Math.max(0, 1 - set * scale);
  for (let i = 0; i < length; i++) {
    const share = shares.get(i);
    const wanted =
      share === undefined
        ? (rest * values[at + i]) / Math.max(others, Number.MIN_VALUE)
        : share * scale;
    values[at + i] = total * Math.max(LEAST_PROBABILITY, wanted);
  }
}
