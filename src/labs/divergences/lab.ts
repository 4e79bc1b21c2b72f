import type { Headline, Lab } from '../lab.ts';
import { plain } from '../shared/data/plain.ts';
import { card } from './card.ts';
import {
  type DivergencesEdit,
  isAboutTarget,
  parseDivergencesEdit,
  withDivergencesEdit,
} from './edits.ts';
import { withInfinities } from './infinities.ts';
import { divergencesLayers } from './layers.ts';
import { divergencesTable } from './settings.ts';
import type { DivergencesAnswer, DivergencesQuery, DivergencesSnapshot } from './snapshot.ts';

/** Slow enough to watch both fits move. */
const SPEED = 30;

/** With the digits that the bar shows: a gap that is closed up to rounding is 0. */
const rounded = (value: number) => Math.round(100 * value) / 100;

/** The figure of a part that has one; both directions at once are in the table of the stage. */
function headlineOf(snapshot: DivergencesSnapshot): Headline | null {
  const figure = (name: string, value: number) => ({ name, value: withInfinities(rounded(value)) });
  if (snapshot.part === 'bars') return figure('KL(p‖q)', snapshot.figures.forward);
  if (snapshot.part === 'jensen')
    return figure(snapshot.convex === 'ratio' ? 'KL(p‖q)' : 'Gap', snapshot.gap);
  if (snapshot.part === 'plane') return null;
  if (snapshot.split) return figure('ELBO', snapshot.split.elbo);
  return snapshot.fits.length === 1 ? figure('Dα(p‖q)', snapshot.fits[0].value) : null;
}

export const divergences: Lab<
  (typeof divergencesTable)['settings'],
  DivergencesEdit,
  DivergencesSnapshot,
  DivergencesQuery,
  DivergencesAnswer
> = {
  ...card,
  table: divergencesTable,
  datum: 'density',
  layers: divergencesLayers,
  parseEdit: parseDivergencesEdit,
  withEdit: withDivergencesEdit,
  outlivesModel: isAboutTarget,
  isTrainedOn: isAboutTarget,
  trainingEditsInWords: 'p',
  goesOnFromEdits: true,
  editsInWords: 'a q placed by hand',
  startsTrained: false,
  firstSpeed: SPEED,
  objective: { name: 'Sum of divergences', unit: 'nats', direction: 'down', parts: [] },
  headline: (_settings, { snapshot }) => snapshot && headlineOf(snapshot),
  plainSnapshot: async (snapshot) => plain(withInfinities(snapshot)),
};
