/** Changes of states in natural parameters of switching dynamics (eta, length P), in place. */
import { type SwitchingDynamicsLayout, stateAt } from './switchingDynamics.ts';

/** Where the states are, and the prior (length P) that they are left with. */
export interface StatesUnderPrior {
  readonly family: { readonly layout: SwitchingDynamicsLayout };
  readonly prior: Float64Array;
}

/** Counts of states that become one: `state` joins `into` and is left with the prior. */
export function mergeStates(
  { family, prior }: StatesUnderPrior,
  natural: Float64Array,
  state: number,
  into: number,
): void {
  eachPlace(family.layout, state, into, (from, to) => {
    natural[to] += natural[from] - prior[from];
    natural[from] = prior[from];
  });
}

/**
 * What a state has learned is shared with `into`, half each; what `into` had learned is lost. Each half goes
 * over to the other only as the prior expects; where the whole hardly went over to `into`, each lasts about
 * as long as the whole did.
 */
export function splitState(
  states: StatesUnderPrior,
  natural: Float64Array,
  state: number,
  into: number,
): void {
  const { prior } = states;
  const { layout } = states.family;
  clearState(states, natural, into);
  eachPlace(layout, state, into, (from, to) => {
    const half = (natural[from] - prior[from]) / 2;
    natural[from] = prior[from] + half;
    natural[to] += half;
  });
  for (const [from, to] of [
    [state, into],
    [into, state],
  ]) {
    const row = layout.chainAt + from * layout.states;
    natural[row + from] += natural[row + to] - prior[row + to];
    natural[row + to] = prior[row + to];
  }
}

/** Two states change places. */
export function swapStates(
  { family }: StatesUnderPrior,
  natural: Float64Array,
  state: number,
  other: number,
): void {
  eachPlace(family.layout, state, other, (from, to) => {
    const value = natural[from];
    natural[from] = natural[to];
    natural[to] = value;
  });
}

/** Leaves a state with the prior. */
export function clearState(
  { family, prior }: StatesUnderPrior,
  natural: Float64Array,
  state: number,
): void {
  eachPlace(family.layout, state, state, (at) => {
    natural[at] = prior[at];
  });
}

/** Every place of eta that belongs to a state, with that of another; the transitions from a state before those to it. */
function eachPlace(
  layout: SwitchingDynamicsLayout,
  state: number,
  other: number,
  visit: (at: number, otherAt: number) => void,
): void {
  const { states: K } = layout;
  const [at, otherAt] = [stateAt(layout, state), stateAt(layout, other)];
  for (let i = 0; i < layout.dynamics.length; i++) visit(at + i, otherAt + i);
  visit(state, other);
  const entry = (j: number, k: number) => layout.chainAt + j * K + k;
  for (let k = 0; k < K; k++) visit(entry(state, k), entry(other, k));
  for (let j = 0; j < K; j++) visit(entry(j, state), entry(j, other));
}
