/** What has been achieved so far, and what of the present run the checks need to remember. */
import {
  classesCollapsed,
  classesRepaired,
  type Finding,
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

export interface ChallengeProgress {
  readonly run: number | null;
  readonly untouched: Untouched | null;
  /** Classes have shared a cluster in this run. */
  readonly collapsed: boolean;
  readonly findings: Readonly<Record<ChallengeId, Finding>>;
}

const OPEN: Finding = { done: false, text: '' };

export const NO_PROGRESS: ChallengeProgress = {
  run: null,
  untouched: null,
  collapsed: false,
  findings: { separate: OPEN, remove: OPEN, pile: OPEN, fail: OPEN, repair: OPEN },
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
  const found: Record<ChallengeId, Finding> = {
    separate: oneClusterPerClass(view),
    remove: removedClusterShared(view, untouched),
    pile: movedOntoAnother(view, untouched),
    fail: failure,
    repair: classesRepaired(view, collapsed),
  };
  let findings = progress.findings;
  for (const id of CHALLENGE_IDS) {
    const next = kept(findings[id], found[id]);
    if (next !== findings[id]) findings = { ...findings, [id]: next };
  }
  return { run: view.run, untouched, collapsed, findings };
}

function kept(before: Finding, now: Finding): Finding {
  if (before.done && !now.done) return before;
  return before.done === now.done && before.text === now.text ? before : now;
}
