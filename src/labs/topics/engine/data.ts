import { bars, documentsOf } from '../../../datasets/bars.ts';
import type { Documents } from '../../../datasets/dataset.ts';
import { forkRandom } from '../../../math/random.ts';
import type { TopicsSettings } from '../settings.ts';

/** The documents the settings ask for. */
export function makeTopicsData(settings: TopicsSettings, seed: number): Documents {
  if (settings.corpus === 'bars') return bars(settings, forkRandom(seed, 'data'));
  return {
    ...documentsOf('Two documents', [
      [2, 1, 0],
      [0, 1, 2],
    ]),
    vocabulary: ['a', 'b', 'c'],
    titles: ['a a b', 'b c c'],
    texts: ['a a b', 'b c c'],
  };
}
