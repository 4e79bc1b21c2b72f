/** What each challenge asks for, checked against what the experts do now. Pure functions. */

import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { ExpertsSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: ExpertsSnapshot;
  /** Newton steps of the gate in an M-step. */
  readonly gateSteps: number;
}

/** With this weight somewhere, an expert has a region of its own. */
const LEADS = 0.9;
const LEAST_EXPERTS = 3;
/** A gate within this of equal shares everywhere knows nothing. */
const KNOWS_NOTHING = 0.15;
/** Slopes farther apart than this are different lines. */
const DIFFERENT_SLOPES = 1;
const HALF_STEPS = 10;

/** Each of three or more experts leads somewhere. */
export function eachLeads({ snapshot }: LabView): Finding {
  const { experts, gates, halfSteps } = snapshot;
  const K = experts.length;
  if (K < LEAST_EXPERTS) return nothing(`There are ${K} experts; use ${LEAST_EXPERTS} or more.`);
  const most = experts.map(({ id }) => mostOf(gates, K, id));
  const leading = most.filter((share) => share >= LEADS).length;
  const text = `${leading} of ${K} experts lead in some region.`;
  return { done: halfSteps > 0 && leading === K, text };
}

/** EM has climbed to its end with a single step of the gate in each M-step; changing the setting starts the count again. */
export function climbsOnOneStep({ snapshot, gateSteps }: LabView): Finding {
  if (gateSteps !== 1) return nothing('');
  const { halfSteps, falls, converged } = snapshot;
  const text = `${halfSteps} half-steps, ${falls === 0 ? 'none down' : `${falls} down`}.`;
  return { done: converged && falls === 0, text };
}

/** Two experts differ, and the gate cannot tell where to ask which. */
export function gateKnowsNothing({ snapshot }: LabView): Finding {
  const { experts, gates, halfSteps } = snapshot;
  const K = experts.length;
  if (K < 2 || halfSteps < HALF_STEPS) return nothing('');
  let farthest = 0;
  for (const share of gates) farthest = Math.max(farthest, Math.abs(share - 1 / K));
  const slopes = experts.map(({ coefficients }) => coefficients[1]);
  const apart = Math.max(...slopes) - Math.min(...slopes);
  const text = `The weights of the gate differ from equal weights by at most ${Math.round(100 * farthest)} percentage points.`;
  return { done: farthest <= KNOWS_NOTHING && apart >= DIFFERENT_SLOPES, text };
}

function mostOf(gates: ArrayLike<number>, experts: number, k: number): number {
  let most = 0;
  for (let at = k; at < gates.length; at += experts) most = Math.max(most, gates[at]);
  return most;
}
