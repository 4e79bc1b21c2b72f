import { bars, documentsOf } from '../../../datasets/bars.ts';
import type { Documents } from '../../../datasets/dataset.ts';
import { countWords } from '../../../datasets/texts/countWords.ts';
import { loadShippedTexts, SHIPPED_TEXTS } from '../../../datasets/texts/shippedTexts.ts';
import { forkRandom } from '../../../math/random.ts';
import type { OwnData, ReadingWatch } from '../../engine.ts';
import type { TopicsSettings } from '../settings.ts';

/** The documents that are made of nothing but the settings. */
export function makeTopicsData(settings: TopicsSettings, seed: number): Documents {
  if (settings.corpus === 'bars') return bars(settings, forkRandom(seed, 'data'));
  if (settings.corpus !== 'two')
    throw new Error(`The texts of “${settings.corpus}” are read, not made.`);
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

/** The documents of texts, counted; null where the settings ask for none. */
export function readTopicsData(
  settings: TopicsSettings,
  _own: OwnData | null,
  watch: ReadingWatch,
): Promise<Documents> | null {
  const shipped = SHIPPED_TEXTS.find((corpus) => corpus === settings.corpus);
  if (shipped) return counted(loadShippedTexts(shipped), settings, watch);
  return null;
}

const counted = async (
  texts: ReturnType<typeof loadShippedTexts>,
  { stopList, leastCount, mostShare, mostWords, numbers }: TopicsSettings,
  watch: ReadingWatch,
) => countWords(await texts, { stopList, leastCount, mostShare, mostWords, numbers }, watch);
