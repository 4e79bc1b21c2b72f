/** What has been achieved so far, and what of the present run the checks need to remember. */
import {
  type Findings,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../parts/challenges/findings.ts';
import {
  classesCollapsed,
  classesRepaired,
  type LabView,
  movedOntoAnother,
  oneClusterPerClass,
  removedClusterShared,
  type Untouched,
} from './checks.ts';

export type ChallengeId = 'separate' | 'remove' | 'pile' | 'fail' | 'repair';

export const CHALLENGE_IDS: readonly ChallengeId[] = [
  'separate',
  'remove',
  'pile',
  'fail',
  'repair',
];

export interface ChallengeProgress extends ProgressWith<ChallengeId> {
  readonly run: number | null;
  readonly untouched: Untouched | null;
  /** Classes have shared a cluster in this run. */
  readonly collapsed: boolean;
}

export const NO_PROGRESS: ChallengeProgress = {
  run: null,
  untouched: null,
  collapsed: false,
  findings: noFindings(CHALLENGE_IDS),
};

/**
 * The progress after a look at the lab. What is done stays done and keeps the last thing there was
 * to say about it. Returns `progress` itself when nothing a person could see has changed.
 */
export function observe(progress: ChallengeProgress, view: LabView): ChallengeProgress {
  const sameRun = progress.run === view.run;
  const before = sameRun ? progress.untouched : null;
  const untouched = view.edited
    ? before
    : { assignments: view.assignments, clusters: view.clusters };
  const failure = classesCollapsed(view);
  const collapsed = failure.done || (sameRun && progress.collapsed);
  const found: Findings<ChallengeId> = {
    separate: oneClusterPerClass(view),
    remove: removedClusterShared(view, untouched),
    pile: movedOntoAnother(view, untouched),
    fail: failure,
    repair: classesRepaired(view, collapsed),
  };
  const findings = keepFindings(progress.findings, found);
  return { run: view.run, untouched, collapsed, findings };
}
