/** Several starts of CAVI, of which the ones with the largest bound go on. */
import { distantDocuments } from '../../../inference/topics/starts.ts';
import type { TopicState } from '../../../inference/topics/state.ts';
import { forkRandom } from '../../../math/random.ts';
import type { TopicsSettings } from '../settings.ts';
import { TopicFit } from './fit.ts';
import type { Material } from './material.ts';

/** After so many passes half of the starts go on, and then one alone. */
const HALVED = 20;
const DECIDED = 50;

/** The first is shown. */
export const startingFits = (settings: TopicsSettings, material: Material): TopicFit[] =>
  Array.from(
    { length: settings.restarts },
    (_, start) => new TopicFit('batch', startingTopics(settings, material, start), material),
  );

export const startingTopics = (
  { topics, alpha, eta }: TopicsSettings,
  { corpus, seed }: Material,
  start = 0,
): TopicState =>
  distantDocuments(corpus, topics, { alpha, eta }, forkRandom(seed, `topics ${start}`));

/** Those that go on, the best first; the same list as long as nothing is to be decided. */
export function goingOn(fits: TopicFit[]): TopicFit[] {
  const passes = fits[0].moves;
  if (fits.length === 1 || fits.some((fit) => !fit.isBetweenPasses || fit.moves !== passes))
    return fits;
  if (passes !== HALVED && passes !== DECIDED) return fits;
  const ranked = [...fits].sort((a, b) => b.objective().total - a.objective().total);
  return ranked.slice(0, passes === DECIDED ? 1 : Math.ceil(fits.length / 2));
}
