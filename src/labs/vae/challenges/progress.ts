/** What has been achieved so far, and what of the present run the checks need to remember. */
import {
  type Findings,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../shared/challenges/findings.ts';
import {
  allCollapsed,
  classesSeparated,
  decodedNothingSeen,
  type LabView,
  latentsLost,
  oneDimensionCollapsed,
} from './checks.ts';

export type ChallengeId = 'collapse' | 'separate' | 'unseen' | 'autoencoder';

export const CHALLENGE_IDS: readonly ChallengeId[] = [
  'unseen',
  'collapse',
  'separate',
  'autoencoder',
];

export interface ChallengeProgress extends ProgressWith<ChallengeId> {
  readonly run: number | null;
  /** Every dimension has collapsed in this run. */
  readonly hadCollapsed: boolean;
}

export const NO_PROGRESS: ChallengeProgress = {
  run: null,
  hadCollapsed: false,
  findings: noFindings(CHALLENGE_IDS),
};

/** The progress after a look at the lab. What is done stays done. */
export function observe(progress: ChallengeProgress, view: LabView): ChallengeProgress {
  const sameRun = progress.run === view.run;
  const hadCollapsed = allCollapsed(view) || (sameRun && progress.hadCollapsed);
  const found: Findings<ChallengeId> = {
    unseen: decodedNothingSeen(view),
    collapse: oneDimensionCollapsed(view),
    separate: classesSeparated(view, hadCollapsed),
    autoencoder: latentsLost(view),
  };
  return {
    run: view.run,
    hadCollapsed,
    findings: keepFindings(progress.findings, found),
  };
}
