/**
 * The two sums over messages for latents in a plane, which most models have: the same numbers to the
 * bit as the loops for any dimension in `kernel.ts`, in two thirds of the time.
 */
import type { MeanFieldWorkspace } from './workspace.ts';

/** Length of a packed Gaussian in a plane. */
export const PLANE = 5;

/** The node potential plus sum_k r_k E_k, into `row.natural`. */
export function addMessagesInPlane(ws: MeanFieldWorkspace, row: number): void {
  const { active, messages, responsibilities, report } = ws;
  const { potential, natural } = ws.row;
  const at = row * ws.layout.components;
  const count = report.activeComponents;
  let [x, y, xx, xy, yy] = [potential[0], potential[1], potential[2], potential[3], potential[4]];
  for (let a = 0; a < count; a++) {
    const k = active[a];
    const r = responsibilities[at + k];
    // Most of them where they are shares to look at (`updateLabels`).
    if (r === 0) continue;
    const message = k * PLANE;
    x += r * messages[message];
    y += r * messages[message + 1];
    xx += r * messages[message + 2];
    xy += r * messages[message + 3];
    yy += r * messages[message + 4];
  }
  natural[0] = x;
  natural[1] = y;
  natural[2] = xx;
  natural[3] = xy;
  natural[4] = yy;
}

/** offset_k + <E_k, expected statistics>, into `row.scores`. Returns the largest. */
export function scoresInPlane(ws: MeanFieldWorkspace): number {
  const { active, messages, offsets, report } = ws;
  const { expected, scores } = ws.row;
  const [x, y, xx, xy, yy] = [expected[0], expected[1], expected[2], expected[3], expected[4]];
  let largest = -Infinity;
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const message = k * PLANE;
    const score =
      offsets[k] +
      messages[message] * x +
      messages[message + 1] * y +
      messages[message + 2] * xx +
      messages[message + 3] * xy +
      messages[message + 4] * yy;
    scores[a] = score;
    if (score > largest) largest = score;
  }
  return largest;
}
