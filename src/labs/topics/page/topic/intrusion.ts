/** Word intrusion (Chang et al. 2009): five words of a topic and one of another, to be found. */
import { forkRandom, shuffle } from '../../../../math/random.ts';
import type { LabController } from '../../../../store/controller.ts';
import { viewEntry } from '../../../../store/view.ts';
import type { Topic } from '../../snapshot.ts';

/** Words of the topic that are shown, and among how many of another topic the intruder is chosen. */
const OWN = 5;
const FOREIGN = 10;

export interface Question {
  /** The id of the topic that all words but one belong to. */
  readonly topic: number;
  /** Words of the vocabulary, counted from 0. */
  readonly words: readonly number[];
  readonly intruder: number;
}

export interface Intrusion {
  /** Questions asked so far. */
  readonly asked: number;
  /** Stays as it was asked while training goes on; null: the documents of the topic are shown. */
  readonly question: Question | null;
  readonly answer: number | null;
  /** Intruders found since the last wrong answer. */
  readonly streak: number;
}

export const intrusion = viewEntry<Intrusion>({
  ...{ asked: 0, question: null, answer: null, streak: 0 },
});

/** A question about one of the topics; null where no two of them have words of their own. */
export function questionAbout(topics: readonly Topic[], seed: number): Question | null {
  const random = forkRandom(seed, 'word intrusion');
  const candidates = topics.flatMap(({ id, top }) => {
    const all = new Set(top.map(({ word }) => word));
    const foreign = topics.flatMap((other) =>
      other.id === id
        ? []
        : other.top.slice(0, FOREIGN).flatMap(({ word }) => (all.has(word) ? [] : [word])),
    );
    const own = top.slice(0, OWN).map(({ word }) => word);
    return own.length < OWN || foreign.length === 0 ? [] : [{ topic: id, own, foreign }];
  });
  if (candidates.length === 0) return null;
  const { topic, own, foreign } = candidates[random.integer(candidates.length)];
  const intruder = foreign[random.integer(foreign.length)];
  const words = Int32Array.of(...own, intruder);
  shuffle(random, words);
  return { topic, words: Array.from(words), intruder };
}

type Entries = Pick<LabController, 'setEntry'>;

export const askNext = (controller: Entries, topics: readonly Topic[]): void =>
  controller.setEntry(intrusion, ({ asked, streak }) => ({
    ...{ asked: asked + 1, question: questionAbout(topics, asked), answer: null, streak },
  }));

export const answerWith = (controller: Entries, word: number): void =>
  controller.setEntry(intrusion, (before) => ({
    ...before,
    answer: word,
    streak: word === before.question?.intruder ? before.streak + 1 : 0,
  }));

export const stopAsking = (controller: Entries): void =>
  controller.setEntry(intrusion, (before) => ({ ...before, question: null, answer: null }));
