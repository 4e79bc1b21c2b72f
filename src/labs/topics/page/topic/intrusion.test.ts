import { expect, it } from 'vitest';
import { viewEntries } from '../../../../store/viewEntries.fixture.ts';
import type { Topic } from '../../snapshot.ts';
import { answerWith, askNext, intrusion, questionAbout } from './intrusion.ts';

/** Twenty words in a topic; the first two topics share ten. */
const topics = [0, 10, 40].map(
  (first, id): Topic => ({
    ...{ id, share: 1 / 3, isLocked: false, match: null },
    top: Array.from({ length: 20 }, (_, at) => ({ word: first + at, probability: 0.05, lift: 3 })),
  }),
);

it('asks for the one word that is not among those of the topic', () => {
  for (let seed = 0; seed < 50; seed++) {
    const question = questionAbout(topics, seed);
    const own = topics[question?.topic ?? 0].top.map(({ word }) => word);
    expect(question?.words).toHaveLength(6);
    expect(question?.words.filter((word) => !own.includes(word))).toEqual([question?.intruder]);
  }
});

it('asks nothing where there is one topic, or topics are too small', () => {
  expect(questionAbout(topics.slice(0, 1), 0)).toBeNull();
  expect(
    questionAbout(
      topics.map((topic) => ({ ...topic, top: [] })),
      0,
    ),
  ).toBeNull();
});

it('counts intruders until a mistake, and keeps a question while topics change', () => {
  const entries = viewEntries();
  const asked = () => entries.get(intrusion);
  for (const streak of [1, 2]) {
    askNext(entries, topics);
    answerWith(entries, asked().question?.intruder ?? -1);
    expect(asked().streak).toBe(streak);
  }
  askNext(entries, topics);
  const { question } = asked();
  answerWith(entries, question?.words.find((word) => word !== question.intruder) ?? -1);
  expect(asked()).toMatchObject({ question, streak: 0 });
});
