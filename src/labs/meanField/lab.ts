import type { Lab } from '../lab.ts';
import { card } from './card.ts';
import {
  isAboutTarget,
  type MeanFieldEdit,
  outlivesQ,
  parseMeanFieldEdit,
  withMeanFieldEdit,
} from './edits.ts';
import { meanFieldLayers } from './layers.ts';
import { meanFieldTable } from './settings.ts';
import type { MeanFieldAnswer, MeanFieldQuery, MeanFieldSnapshot } from './snapshot.ts';

/** Slow enough to follow one factor after the other. */
const SPEED = 3;

export const meanField: Lab<
  (typeof meanFieldTable)['settings'],
  MeanFieldEdit,
  MeanFieldSnapshot,
  MeanFieldQuery,
  MeanFieldAnswer
> = {
  ...card,
  table: meanFieldTable,
  datum: 'posterior',
  objective: {
    name: 'ELBO',
    unit: 'nats',
    direction: 'up',
    mayBeInfinite: true,
    parts: [
      { key: 'energy', name: 'expected log joint', sign: 1 },
      { key: 'entropy', name: 'entropy of q', sign: 1 },
    ],
  },
  headline: (_settings, { snapshot, objective }) => ({
    name: 'ELBO',
    value: snapshot ? (snapshot.elbo ?? -Infinity) : (objective?.total ?? null),
  }),
  layers: meanFieldLayers,
  parseEdit: parseMeanFieldEdit,
  withEdit: withMeanFieldEdit,
  outlivesModel: outlivesQ,
  isTrainedOn: isAboutTarget,
  trainingEditsInWords: 'the target and its evidence',
  goesOnFromEdits: true,
  editsInWords: 'a q placed by hand',
  startsTrained: false,
  firstSpeed: SPEED,
  plainSnapshot: async (snapshot) => (await import('./plain.ts')).plainMeanFieldSnapshot(snapshot),
};
