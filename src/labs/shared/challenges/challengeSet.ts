/** What a lab gives so that its challenges check themselves, and what they have come to. */
import type { Values } from '../../../settings/values.ts';
import type { LabController } from '../../../store/controller.ts';

export interface Finding {
  readonly done: boolean;
  /** What there is to see now, in a sentence; empty when there is nothing to say. */
  readonly text: string;
}

/** By the challenges' ids; one that has not been looked at yet is missing. */
export type Findings = Readonly<Record<string, Finding>>;

/** The same words for all settings, or words that go by them: "arms", "moons". */
export type Words = string | ((settings: Values) => string);

export const read = (words: Words, settings: Values): string =>
  typeof words === 'string' ? words : words(settings);

/**
 * A task that checks itself.
 *
 * @typeParam View the lab as the checks see it, at one moment
 * @typeParam Memory what the checks remember of earlier moments
 */
export interface Challenge<View, Memory = null> {
  readonly id: string;
  /** The same for all settings, so that a challenge keeps its name. */
  readonly title: string;
  readonly task: Words;
  /** Where to look. */
  readonly hint: Words;
  /** A way that solves it, hidden until it is asked for. */
  readonly answer: Words;
  /** Solved by training: where edits hide it, what a link has trained does not solve it. */
  readonly ofTraining?: true;
  check(view: View, memory: Memory): Finding;
}

export interface ChallengeSet<View, Memory = null> {
  /** In the order of the list. */
  readonly list: readonly Challenge<View, Memory>[];
  viewOf(controller: LabController): View;
  readonly memory: {
    /** What is remembered holds as long as this stays: the run, for most labs. */
    of(view: View): unknown;
    start(view: View): Memory;
    /** Before the checks of a view, with what it adds. */
    with(memory: Memory, view: View): Memory;
  };
}

/** For checks that go by one view alone. */
export const NO_MEMORY: ChallengeSet<unknown>['memory'] = {
  of: () => null,
  start: () => null,
  with: () => null,
};

/** What has been achieved so far. */
export interface Progress<Memory> {
  readonly memory: { readonly of: unknown; readonly is: Memory } | null;
  readonly findings: Findings;
}

export const NO_PROGRESS: Progress<never> = { memory: null, findings: {} };

/** A finding not made yet, with what there is to say meanwhile. */
export const nothing = (text: string): Finding => ({ done: false, text });

/**
 * The progress after one more look at the lab. What is done stays done and keeps the last thing there
 * was to say about it; `findings` stays the same object while a person could see no change.
 *
 * @param givenOf of the challenges that are solved now, those that do not count
 */
export function observe<View, Memory>(
  { list, memory }: Pick<ChallengeSet<View, Memory>, 'list' | 'memory'>,
  before: Progress<Memory>,
  view: View,
  givenOf: (solved: readonly string[]) => readonly string[] = () => [],
): Progress<Memory> {
  const of = memory.of(view);
  const known = before.memory && before.memory.of === of ? before.memory.is : memory.start(view);
  const is = memory.with(known, view);
  const found = list.map(({ id, check }) => ({ id, finding: check(view, is) }));
  const given = givenOf(found.flatMap(({ id, finding }) => (finding.done ? [id] : [])));
  let { findings } = before;
  for (const { id, finding } of found) {
    const now = given.includes(id) ? nothing(finding.text) : finding;
    const last = findings[id];
    if (last && ((last.done && !now.done) || (last.done === now.done && last.text === now.text)))
      continue;
    findings = { ...findings, [id]: now };
  }
  return { memory: { of, is }, findings };
}
