/**
 * How a table is read is a list of decisions: most are taken by the reader and notice, some are open
 * and asked. Either way an answer may overrule the reader.
 */
import { shortened } from '../../settings/words.ts';

export interface DecisionOption {
  readonly value: string;
  readonly label: string;
}

export interface Decision {
  /** Such as "decimal:.", by which an answer names it. */
  readonly id: string;
  /** What was recognised, or what is asked. */
  readonly text: string;
  readonly options: readonly DecisionOption[];
  /** The option in force; of an open question, the one its preview is shown with. */
  readonly value: string;
  /** Whether it is asked: nothing may be trained on the table before it is answered. */
  readonly isOpen: boolean;
  /** Whether it was open at first. */
  readonly isQuestion: boolean;
  /** Whether the reader should hear of it: a plain file is read without a word. */
  readonly isNoted: boolean;
}

/** Option by id of the decision. */
export type Answers = Readonly<Record<string, string>>;

export interface Deciding {
  readonly id: string;
  readonly options: readonly DecisionOption[];
  /** The reader's own decision; null asks. */
  readonly found: string | null;
  /** What is shown until an open question is answered; the first option unless given. */
  readonly likely?: string;
  /** Said where the reader decides. */
  readonly notice?: string;
  /** Asked where it does not. */
  readonly asked?: string;
  readonly isNoted?: boolean;
}

export interface Decisions {
  /** The option in force. */
  decide(deciding: Deciding): string;
  list(): readonly Decision[];
}

export function createDecisions(answers: Answers = {}): Decisions {
  const list: Decision[] = [];
  return {
    decide({ id, options, found, likely, notice, asked, isNoted }) {
      const answer = options.find(({ value }) => value === answers[id])?.value ?? null;
      const value = answer ?? found ?? likely ?? options[0].value;
      list.push({
        id,
        text: (found === null ? asked : notice) ?? notice ?? asked ?? '',
        options,
        value,
        isQuestion: found === null,
        isOpen: answer === null && found === null,
        isNoted: isNoted ?? (answer !== null || notice !== undefined || found === null),
      });
      return value;
    },
    list: () => list,
  };
}

/** Names in quotes: `"x"`, `"x" and "y"`, `"a", "b", "c" and 27 more columns`. */
export function quotedList(names: readonly string[], most = 4): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const words = shown.map((name) => `"${shortened(name, 24)}"`);
  const rest = names.length - shown.length;
  if (rest > 0) words.push(`${rest} more columns`);
  const last = words.pop();
  return words.length > 0 ? `${words.join(', ')} and ${last}` : `${last}`;
}
