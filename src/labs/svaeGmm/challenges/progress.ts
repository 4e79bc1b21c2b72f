/** What has been achieved so far, and what of the present run the checks need to remember. */
import {
  type Findings,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../shared/challenges/findings.ts';
import {
  classesCollapsed,
  classesRepaired,
  collapsedPair,
  type LabView,
  movedOntoAnother,
  oneClusterPerClass,
  type Pair,
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
  /** Two classes that have come to share a cluster in this run. */
  readonly collapsed: Pair | null;
}

export const NO_PROGRESS: ChallengeProgress = {
  run: null,
  untouched: null,
  collapsed: null,
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
  const known = sameRun ? progress.collapsed : null;
  const collapsed = known ?? (failure.done ? collapsedPair(view) : null);
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
