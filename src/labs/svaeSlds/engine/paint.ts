/** Stretches that a person has painted with a state: inference takes the state as given, and the state learns from them. */
import { addEnergyStatistics } from '../../../inference/switchingLinearDynamics/forward.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import type { Forecaster, ForecastRequest } from './forecast.ts';

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

/**
 * Dynamics that have also learned from the painted steps: their expected statistics under q(x) are added to
 * those of the state each is painted with, as if they belonged to the rows for training. So the steps
 * that move alike follow. What is painted where nothing is seen teaches nothing.
 *
 * @param look with the edited eta as `natural`, length P
 * @returns a new eta, or the same where there is nothing to learn, or inference fails
 */
export function taughtByPaint(look: ForecastRequest, forecaster: Forecaster, states: number) {
  const { natural, painted, removed, inputEnds } = look;
  if (taughtSteps(look, states).every((steps) => steps === 0)) return natural;
  const { status, workspace } = forecaster.infer(look, inputEnds);
  if (!status.ok) return natural;
  const weights = new Float64Array(inputEnds * states);
  for (let t = 1; t < inputEnds; t++)
    if (painted[t] >= 0 && !removed.includes(painted[t]))
      weights[(t - 1) * states + painted[t]] = 1;
  const taught = natural.slice();
  addEnergyStatistics(workspace, weights, taught);
  return taught;
}
