/** What a lab's challenges have come to, and what a lab gives so that they check themselves. */
import type { LabController } from '../../../store/controller.ts';

export interface Finding {
  readonly done: boolean;
  /** What there is to see now, in a sentence; empty when there is nothing to say. */
  readonly text: string;
}

export type Findings<Id extends string> = Readonly<Record<Id, Finding>>;

export interface ChallengeText {
  readonly title: string;
  readonly task: string;
  readonly hint: string;
}

export type ChallengeTexts<Id extends string> = Readonly<Record<Id, ChallengeText>>;

/** A lab's challenges. `View` is the lab as the checks see it, at one moment. */
export interface ChallengeSet<Id extends string, View, Progress extends ProgressWith<Id>> {
  /** In the order of the list. */
  readonly ids: readonly Id[];
  /** What each is called when it is announced. */
  readonly titles: Readonly<Record<Id, string>>;
  readonly start: Progress;
  /** The progress after a look at the lab; keeps `findings` itself when none has changed. */
  readonly observe: (progress: Progress, view: View) => Progress;
  /** Those that training solves: where edits hide it, what a link has trained solves none of them. */
  readonly ofTraining?: readonly Id[];
  readonly viewOf: (controller: LabController) => View;
  /** What the view is made of besides the lab's own state: how it stands, and word of its changes. */
  readonly also?: {
    readonly now: () => unknown;
    readonly subscribe: (onChange: () => void) => () => void;
  };
}

/** What has been achieved so far; a lab adds what its checks need to remember. */
export interface ProgressWith<Id extends string> {
  readonly findings: Findings<Id>;
}

/** A finding not made yet, with what there is to say meanwhile. */
export const nothing = (text: string): Finding => ({ done: false, text });

/** Findings before the first look. */
export function noFindings<Id extends string>(ids: readonly Id[]): Findings<Id> {
  return Object.fromEntries(ids.map((id) => [id, nothing('')])) as Record<Id, Finding>;
}

/**
 * The findings after those of one more look. What is done stays done and keeps the last thing there
 * was to say about it. Returns `before` itself when nothing a person could see has changed.
 */
export function keepFindings<Id extends string>(
  before: Findings<Id>,
  found: Findings<Id>,
): Findings<Id> {
  let findings = before;
  for (const id of Object.keys(found) as Id[]) {
    const next = kept(findings[id], found[id]);
    if (next !== findings[id]) findings = { ...findings, [id]: next };
  }
  return findings;
}

/** The findings of a look, where those that were there already do not count. */
export function withoutGiven<Id extends string>(
  found: Findings<Id>,
  given: readonly Id[],
): Findings<Id> {
  const undone = given.map((id) => [id, nothing(found[id].text)]);
  return { ...found, ...(Object.fromEntries(undone) as Partial<Findings<Id>>) };
}

function kept(before: Finding, now: Finding): Finding {
  if (before.done && !now.done) return before;
  return before.done === now.done && before.text === now.text ? before : now;
}
