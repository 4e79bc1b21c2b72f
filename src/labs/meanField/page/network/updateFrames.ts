/** The update of one node in slow motion: of each stage a sentence, and its numbers. */
import { formatFixed } from '../../../../ui/numbers.ts';
import { type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import { texNumber } from '../../../shared/slowMotion/texNumbers.ts';
import type { NodeMessage, NodeUpdate } from '../../networkSnapshot.ts';
import { messageText, sumText } from './messages.ts';

export const stageNames = {
  blanket: 'Markov blanket',
  own: 'Its own table',
  children: 'Its children',
  sum: 'Sum',
  bound: 'ELBO',
} as const;

export type UpdateStage = keyof typeof stageNames;

/** What the texts speak of: the update, and names of nodes and states. */
export interface Told {
  readonly update: NodeUpdate;
  readonly nameOf: (node: number) => string;
  readonly states: readonly string[];
}

type Writer = (told: Told) => FrameText;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const WRITTEN: Readonly<Partial<Record<UpdateStage, number>>> = { blanket: 0, own: 1 };

/** The messages that have been written by a stage. */
export const messagesBy = ({ messages }: NodeUpdate, stage: UpdateStage): readonly NodeMessage[] =>
  messages.slice(0, WRITTEN[stage] ?? messages.length);

const text = (words: string): string => String.raw`\text{${words.replace(/[\\{}$&#_%^~]/g, ' ')}}`;
const blanket: Writer = ({ update, nameOf }) => {
  const roles = [
    ['parent', 'parents', update.parents],
    ['child', 'children', update.children],
    ['co-parent', 'co-parents', update.coParents],
  ] as const;
  const members = roles
    .filter(([, , ids]) => ids.length > 0)
    .map(([one, several, ids]) => `${ids.length > 1 ? several : one} ${listed(ids.map(nameOf))}`);
  return {
    sentence: `*${nameOf(update.node)}* is updated. Only its Markov blanket matters: ${members.length > 0 ? `its ${members.join('; its ')}` : 'it is empty'}. No other table mentions the node.`,
    tex: lines(
      String.raw`\log q(x_i) &= \mathbb E_q[\log p(x_i \mid \mathrm{pa}_i)]`,
      String.raw`&\quad + \textstyle\sum_c \mathbb E_q[\log p(x_c \mid \mathrm{pa}_c)] + \text{const}`,
    ),
    label: 'The new log q is the sum of one message from the own table and one from each child.',
  };
};

/** Each state of the node with its number in a message. */
const perState = ({ log }: NodeMessage, states: readonly string[]): string =>
  lines(
    ...log.map((value, s) => `${text(states[s])}: &\\quad {${texNumber(value ?? -Infinity, 3)}}`),
  );

const own: Writer = ({ update, nameOf, states }) => ({
  sentence: `From its own table: the expected log probability of each state${update.parents.length > 0 ? `, averaged over q of ${listed(update.parents.map(nameOf))}` : ''}. As ${oddsOf(update)}: ${messageText(update.messages[0])}.`,
  tex: perState(update.messages[0], states),
  label: `Message from the table of ${nameOf(update.node)}.`,
});

const children: Writer = ({ update, nameOf, states }) => {
  const [, ...messages] = update.messages;
  const first = messages[0];
  if (!first)
    return {
      sentence: `*${nameOf(update.node)}* has no children, so there is no other message.`,
      tex: lines(String.raw`\mathrm{ch}_i &= \emptyset`),
      label: 'There are no children.',
    };
  const each = messages.map((m) => `${messageText(m)} from ${nameOf(m.owner)}`);
  const others =
    update.coParents.length > 0
      ? ` It depends on q of the co-parents: ${listed(update.coParents.map(nameOf))}.`
      : '';
  return {
    sentence: `Each child says how well each state explains it: ${listed(each)}.${others}`,
    tex: perState(first, states),
    label: `Message from ${nameOf(first.owner)}.`,
  };
};

const sum: Writer = ({ update, nameOf, states }) => ({
  sentence: `The messages add up to ${oddsOf(update)} ${sumText(update.after)}. Their exponentials, divided by their sum, are the new factor of *${nameOf(update.node)}*.`,
  tex: lines(
    ...states.map(
      (state, s) =>
        String.raw`q(${text(state)}) &= ${formatFixed(update.before[s], 3)} \to ${formatFixed(update.after[s], 3)}`,
    ),
  ),
  label: 'The probabilities of q before and after the update.',
});

const bound: Writer = ({ update }) => {
  const { elboBefore: before, elboAfter: after } = update;
  const rises = before === null || (after !== null && after - before > 1e-10);
  return {
    sentence:
      after === null
        ? 'The ELBO is still minus infinity: q gives weight to something that cannot happen.'
        : rises
          ? 'The ELBO rises. No other factor of this node could raise it more, while the rest of q stays.'
          : 'The ELBO stays: this factor was already the best one, given the others.',
    tex: lines(
      String.raw`\text{ELBO} &= ${texNumber(before ?? -Infinity, 4)} \to ${texNumber(after ?? -Infinity, 4)}`,
    ),
    label: 'The ELBO before and after the update.',
  };
};

const oddsOf = ({ after }: NodeUpdate): string =>
  after.length === 2 ? 'log-odds of the second state' : 'numbers for the states';

const writers: Readonly<Record<UpdateStage, Writer>> = { blanket, own, children, sum, bound };

export const describeFrame = (told: Told, stage: UpdateStage): FrameText => writers[stage](told);
