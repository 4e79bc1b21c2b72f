/** Stretches that a person has painted with a state: inference takes the state as given, and the state learns from them. */
import { stateAt } from '../../../distributions/switchingDynamics.ts';
import { addEnergyStatistics } from '../../../inference/switchingLinearDynamics/forward.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import type { Forecaster, ForecastRequest } from './forecast.ts';
import type { SldsGlobals } from './globals.ts';

/** T: the state of the step to each row shown, -1 where none is painted; later strokes cover earlier ones. */
export function paintedRows(
  edits: readonly SvaeSldsEdit[],
  firstRow: number,
  steps: number,
  states: number,
): Int32Array {
  const painted = new Int32Array(steps).fill(-1);
  for (const edit of edits) {
    if (edit.kind !== 'paintState' || edit.state >= states) continue;
    const [from, to] = [edit.from - firstRow, edit.to - firstRow];
    if (to > 0) painted.fill(edit.state, Math.max(0, from), Math.min(steps, to));
  }
  return painted;
}

type Look = Pick<ForecastRequest, 'painted' | 'removed' | 'inputEnds'>;

/** K: from how many painted steps each state learns: those that are seen, and that it is not removed from. */
export function taughtSteps({ painted, removed, inputEnds }: Look, states: number): number[] {
  const taught = new Array<number>(states).fill(0);
  // The first row is the start of no pair.
  for (let t = 1; t < inputEnds; t++)
    if (painted[t] >= 0 && !removed.includes(painted[t])) taught[painted[t]] += 1;
  return taught;
}

/** What training has made of its rows. */
export interface Counted {
  /** N x K: the shares that the step from each row to the next was counted with. */
  readonly shares: Float64Array;
  /** Row of the data set that the first step shown is. */
  readonly firstRow: number;
}

/**
 * Dynamics that have also learned from the painted steps: their expected statistics under q(x) are added to
 * those of the state each is painted with, as if they belonged to the rows for training. So the steps
 * that move alike follow. A step that training has counted already is taken from the states it was
 * counted for, as far as what is left to them is still that of some data. What is painted where nothing is
 * seen teaches nothing.
 *
 * @param look with the edited eta as `natural`, length P
 * @returns a new eta, or the same where there is nothing to learn, or inference fails
 */
export function taughtByPaint(
  look: ForecastRequest,
  forecaster: Forecaster,
  { family, prior, states: K }: SldsGlobals,
  { shares, firstRow }: Counted,
): Float64Array {
  const { natural, painted, removed, inputEnds } = look;
  if (taughtSteps(look, K).every((steps) => steps === 0)) return natural;
  const { status, workspace } = forecaster.infer(look, inputEnds);
  if (!status.ok) return natural;
  const added = new Float64Array(inputEnds * K);
  const counted = new Float64Array(inputEnds * K);
  // The last row for training is the start of no pair.
  const pairs = shares.length / K - 1;
  for (let t = 1; t < inputEnds; t++) {
    if (painted[t] < 0 || removed.includes(painted[t])) continue;
    const at = (t - 1) * K;
    added[at + painted[t]] = 1;
    const row = firstRow + t - 1;
    if (row < pairs) counted.set(shares.subarray(row * K, (row + 1) * K), at);
  }
  const taught = natural.slice();
  addEnergyStatistics(workspace, added, taught);
  if (counted.every((share) => share === 0)) return taught;
  const less = taught.slice();
  addEnergyStatistics(
    workspace,
    counted.map((share) => -share),
    less,
  );
  const { layout, dynamics } = family;
  for (let k = 0; k < K; k++) {
    const at = stateAt(layout, k);
    const degrees = at + layout.dynamics.degrees;
    if (less[degrees] >= prior[degrees] && dynamics.validate(less, at).ok)
      taught.set(less.subarray(at, at + layout.dynamics.length), at);
  }
  return taught;
}
