/** How well a series was cut into states: T steps, each with a label from 0; -1 where none is known. */
import { bestMatching } from './bestMatching.ts';

type Labels = ArrayLike<number>;

/** Which true state each found one stands for (null: none is left), so that most labels agree. */
export function matchedStates(
  found: Labels,
  truth: Labels,
  states: number,
  trueStates: number,
): (number | null)[] {
  const agree = Array.from({ length: states }, () => new Array<number>(trueStates).fill(0));
  for (let t = 0; t < found.length; t++)
    if (found[t] >= 0 && truth[t] >= 0) agree[found[t]][truth[t]] += 1;
  return bestMatching(agree);
}

/** Share of steps whose state stands for the true one; null where no true state is known. */
export function segmentationAccuracy(
  found: Labels,
  truth: Labels,
  states: number,
  trueStates: number,
): number | null {
  const standsFor = matchedStates(found, truth, states, trueStates);
  let right = 0;
  let known = 0;
  for (let t = 0; t < found.length; t++) {
    if (truth[t] < 0) continue;
    known += 1;
    if (found[t] >= 0 && standsFor[found[t]] === truth[t]) right += 1;
  }
  return known > 0 ? right / known : null;
}

/** Steps whose label differs from that of the step before. */
export function changePoints(labels: Labels): number[] {
  const points: number[] = [];
  for (let t = 1; t < labels.length; t++)
    if (labels[t] >= 0 && labels[t - 1] >= 0 && labels[t] !== labels[t - 1]) points.push(t);
  return points;
}

/**
 * F1 of change points: a found one is right when a true one lies within `reach` steps, and each
 * counts once (van den Burg & Williams 2020). 1 where there are none on either side.
 */
export function changePointF1(found: Labels, truth: Labels, reach = 5): number {
  const points = changePoints(found);
  const wanted = changePoints(truth);
  if (points.length + wanted.length === 0) return 1;
  // Both ascend: the first that is left and near enough is the best partner.
  let right = 0;
  let next = 0;
  for (const point of points) {
    while (next < wanted.length && wanted[next] < point - reach) next += 1;
    if (next < wanted.length && wanted[next] <= point + reach) {
      right += 1;
      next += 1;
    }
  }
  return (2 * right) / (points.length + wanted.length);
}

/** K: how many steps are in each state. */
export function occupancy(labels: Labels, states: number): number[] {
  const counts = new Array<number>(states).fill(0);
  for (let t = 0; t < labels.length; t++) if (labels[t] >= 0) counts[labels[t]] += 1;
  return counts;
}

/** How many labels there are, counted from 0. */
export function labelCount(labels: Labels): number {
  let most = -1;
  for (let t = 0; t < labels.length; t++) most = Math.max(most, labels[t]);
  return most + 1;
}

/** States with more than this share of the steps are in use. */
export const LEAST_SHARE = 0.02;

export function statesInUse(labels: Labels, states: number): number {
  return occupancy(labels, states).filter((count) => count > LEAST_SHARE * labels.length).length;
}

/** Stretches of one state each, in order. */
export interface Visit {
  readonly state: number;
  readonly from: number;
  readonly steps: number;
}

export function visitsOf(labels: Labels): Visit[] {
  const visits: Visit[] = [];
  for (let from = 0; from < labels.length; ) {
    let to = from + 1;
    while (to < labels.length && labels[to] === labels[from]) to += 1;
    if (labels[from] >= 0) visits.push({ state: labels[from], from, steps: to - from });
    from = to;
  }
  return visits;
}

/** Median length of a visit, in steps; null where there is none. */
export function medianDwell(visits: readonly Visit[]): number | null {
  if (visits.length === 0) return null;
  const sorted = visits.map(({ steps }) => steps).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
