/** What has been achieved so far, and what of the present run the checks need to remember. */

import {
  type Findings,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../shared/challenges/findings.ts';
import { motionLeft } from '../motionLeft.ts';
import {
  diedOut,
  dreamt,
  foundColumn,
  isBroken,
  type LabView,
  type Learned,
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
  /** Null where this run has not been seen without edits. */
  readonly learned: Learned | null;
  /** Edits have made the system of this run unstable. */
  readonly broken: boolean;
}

export const NO_PROGRESS: ChallengeProgress = {
  run: null,
  learned: null,
  broken: false,
  findings: noFindings(CHALLENGE_IDS),
};

/** The progress after a look at the lab; its findings are the same object when none has changed. */
export function observe(progress: ChallengeProgress, view: LabView): ChallengeProgress {
  const sameRun = progress.run === view.run;
  const { snapshot } = view;
  const before = sameRun ? progress.learned : null;
  const learned = snapshot.edited
    ? before
    : { period: snapshot.period, motion: motionLeft(snapshot) };
  const broken = (sameRun && progress.broken) || isBroken(view);
  const found: Findings<ChallengeId> = {
    learn: learnt(view),
    dream: dreamt(view, learned),
    faster: twiceAsFast(view, learned),
    fade: diedOut(view, learned),
    break: mended(view, broken),
    column: foundColumn(view, learned),
  };
  const findings = keepFindings(progress.findings, found);
  return { run: view.run, learned, broken, findings };
}
