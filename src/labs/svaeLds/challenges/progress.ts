/** What has been achieved so far, and what of the present run the checks need to remember. */
import {
  type Findings,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../parts/challenges/findings.ts';
import {
  diedOut,
  dreamt,
  foundColumn,
  isBroken,
  type LabView,
  learnt,
  mended,
  twiceAsFast,
} from './checks.ts';

export type ChallengeId = 'learn' | 'dream' | 'faster' | 'fade' | 'break' | 'column';

export const CHALLENGE_IDS: readonly ChallengeId[] = [
  'learn',
  'dream',
  'faster',
  'fade',
  'break',
  'column',
];

export interface ChallengeProgress extends ProgressWith<ChallengeId> {
  readonly run: number | null;
  /** Period of the prediction without edits, as last seen in this run. */
  readonly learnedPeriod: number | null;
  /** Edits have made the system of this run unstable. */
  readonly broken: boolean;
}

export const NO_PROGRESS: ChallengeProgress = {
  run: null,
  learnedPeriod: null,
  broken: false,
  findings: noFindings(CHALLENGE_IDS),
};

/** The progress after a look at the lab; its findings are the same object when none has changed. */
export function observe(progress: ChallengeProgress, view: LabView): ChallengeProgress {
  const sameRun = progress.run === view.run;
  const before = sameRun ? progress.learnedPeriod : null;
  const learnedPeriod = view.snapshot.edited ? before : view.snapshot.period;
  const broken = (sameRun && progress.broken) || isBroken(view);
  const found: Findings<ChallengeId> = {
    learn: learnt(view),
    dream: dreamt(view, learnedPeriod),
    faster: twiceAsFast(view, learnedPeriod),
    fade: diedOut(view),
    break: mended(view, broken),
    column: foundColumn(view, learnedPeriod),
  };
  const findings = keepFindings(progress.findings, found);
  return { run: view.run, learnedPeriod, broken, findings };
}
