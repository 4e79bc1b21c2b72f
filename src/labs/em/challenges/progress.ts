/** What has been achieved so far, and what of the points and the present run the checks remember. */
import { keepFindings, noFindings, type ProgressWith } from '../../shared/challenges/findings.ts';
import {
  fellOnto,
  type LabView,
  neverDown,
  prunedToFew,
  restOf,
  restsLower,
  restsTooHigh,
} from './checks.ts';

export type ChallengeId = 'monotone' | 'stuck' | 'unstick' | 'singular' | 'prune';

export const CHALLENGE_IDS: readonly ChallengeId[] = [
  'monotone',
  'stuck',
  'unstick',
  'singular',
  'prune',
];

export interface ChallengeProgress extends ProgressWith<ChallengeId> {
  readonly problem: string;
  /** Least mean squared distance known on these points: of the classes, or where k-means rested. */
  readonly best: number | null;
  /** Where it was stuck above that. */
  readonly stuckAt: number | null;
}

export const NO_PROGRESS: ChallengeProgress = {
  problem: '',
  best: null,
  stuckAt: null,
  findings: noFindings(CHALLENGE_IDS),
};

/** The progress after a look at the lab; keeps `findings` itself when none has changed. */
export function observe(progress: ChallengeProgress, view: LabView): ChallengeProgress {
  const isSame = progress.problem === view.problem;
  const known = isSame ? progress : { ...NO_PROGRESS, best: view.classDistortion };
  const rest = restOf(view);
  const best = rest === null ? known.best : Math.min(rest, known.best ?? Infinity);
  const stuck = restsTooHigh(view, best);
  const stuckAt = stuck.done && rest !== null ? rest : known.stuckAt;
  const findings = keepFindings(progress.findings, {
    monotone: neverDown(view),
    stuck,
    unstick: restsLower(view, known.stuckAt),
    singular: fellOnto(view),
    prune: prunedToFew(view),
  });
  return { problem: view.problem, best, stuckAt, findings };
}
