import type { Lab } from '../lab.ts';
import { card } from './card.ts';
import { outlivesTopics, parseTopicsEdit, type TopicsEdit, withTopicsEdit } from './edits.ts';
import { topicsLayers } from './layers.ts';
import { topicsTable } from './settings.ts';
import type { TopicsAnswer, TopicsQuery, TopicsSnapshot } from './snapshot.ts';
import { PERPLEXITY, SIDES } from './views.ts';

/** Slow enough to see the topics appear. */
const SPEED = 10;

export const topics: Lab<
  (typeof topicsTable)['settings'],
  TopicsEdit,
  TopicsSnapshot,
  TopicsQuery,
  TopicsAnswer
> = {
  ...card,
  table: topicsTable,
  datum: 'word',
  layers: topicsLayers,
  openedByLinks: [...SIDES, PERPLEXITY],
  selectedByLinks: ['row', 'cluster'],
  objective: {
    name: 'ELBO',
    unit: 'nats per word',
    direction: 'up',
    parts: [
      { key: 'likelihood', name: 'expected log-likelihood', sign: 1 },
      { key: 'localKl', name: 'KL of the documents', sign: -1 },
      { key: 'globalKl', name: 'KL of the topics', sign: -1 },
    ],
  },
  parseEdit: parseTopicsEdit,
  withEdit: withTopicsEdit,
  outlivesModel: outlivesTopics,
  goesOnFromEdits: true,
  editsInWords: 'topics changed by hand',
  startsTrained: false,
  firstSpeed: SPEED,
  plainSnapshot: async (snapshot, dataset) =>
    (await import('./plain.ts')).plainTopicsSnapshot(snapshot, dataset),
};
