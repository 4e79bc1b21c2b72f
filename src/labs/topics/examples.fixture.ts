import type { LabExamples } from '../examples.fixture.ts';
import { rounded } from '../miniature.fixture.ts';
import type { TopicsEdit } from './edits.ts';
import type { TopicsQuery, TopicsSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: { documents: 20, words: 20, topics: 3 },
  otherShape: { documents: 20, words: 20, topics: 4 },
  edits: [{ kind: 'mergeTopics', topic: 0, into: 1 }] satisfies TopicsEdit[],
  harmless: (): TopicsEdit[] => [
    { kind: 'nameTopic', topic: 0, name: 'top row', colour: 2, words: ['row 1, column 1'] },
  ],
  queries: [
    { kind: 'document', document: 1 },
    { kind: 'documents', topic: 1, count: 4 },
    { kind: 'vocabulary', search: 'row 1', count: 3 },
    { kind: 'foldIn', text: 'nothing known' },
    { kind: 'map' },
    { kind: 'time' },
  ] satisfies TopicsQuery[],
  shipped: {},
  timed: [
    {
      name: 'a pass over 1,000 documents of 100 words',
      settings: { documents: 1000, words: 100, restarts: 1 },
      what: 'step',
      bars: [250, 33],
    },
  ],
  miniature: {
    preset: 'bars',
    steps: 60,
    of: ({ beta }: TopicsSnapshot) => ({ beta: rounded(beta ?? []) }),
  },
};
