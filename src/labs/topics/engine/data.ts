import { ancestry } from '../../../datasets/ancestry.ts';
import { bars, documentsOf } from '../../../datasets/bars.ts';
import type { Documents } from '../../../datasets/dataset.ts';
import { HISTORIES, history } from '../../../datasets/histories.ts';
import { InvalidDataset } from '../../../datasets/ownData.ts';
import type { ReadingWatch } from '../../../datasets/readingWatch.ts';
import { countWords, type Texts } from '../../../datasets/texts/countWords.ts';
import { genotypeDocuments } from '../../../datasets/texts/genotypeDocuments.ts';
import { loadShippedTexts, SHIPPED_TEXTS } from '../../../datasets/texts/shippedTexts.ts';
import { forkRandom } from '../../../math/random.ts';
import { shortened } from '../../../settings/words.ts';
import type { OwnData } from '../../engine.ts';
import type { TopicsSettings } from '../settings.ts';

/** The documents that are made of nothing but the settings. */
export function makeTopicsData(settings: TopicsSettings, seed: number): Documents {
  if (settings.corpus === 'bars') return bars(settings, forkRandom(seed, 'data'));
  if (settings.corpus === 'ancestry') return ancestry(settings, forkRandom(seed, 'data'));
  const past = HISTORIES.find((name) => name === settings.corpus);
  if (past) return history(past, forkRandom(seed, 'data'));
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
  own: OwnData | null,
  watch: ReadingWatch,
): Promise<Documents> | null {
  const shipped = SHIPPED_TEXTS.find((corpus) => corpus === settings.corpus);
  if (shipped) return loadShippedTexts(shipped).then((texts) => counted(texts, settings, watch));
  if (settings.corpus !== 'own') return null;
  if (own?.documents?.loci) return Promise.resolve(genotypeDocuments(own));
  return counted(textsOf(own), settings, watch);
}

function textsOf(own: OwnData | null): Texts {
  if (own?.documents) return { name: own.name, labels: own.labels, ...own.documents };
  throw new InvalidDataset(
    own
      ? `“${shortened(own.name)}” holds numbers; topics are found in texts.`
      : 'There are no own texts yet: paste some, or load files of text or a table.',
  );
}

/** The words of the latest texts; counted again only for other texts or another choice of words. */
let latest: {
  readonly texts: readonly string[];
  readonly choice: string;
  readonly documents: Documents;
} | null = null;

async function counted(
  source: Texts,
  { stopList, leastCount, mostShare, mostWords, numbers, topics }: TopicsSettings,
  watch: ReadingWatch,
): Promise<Documents> {
  const choice = { stopList, leastCount, mostShare, mostWords, numbers };
  const asked = JSON.stringify(choice);
  const { texts } = source;
  const isKnown =
    latest?.choice === asked &&
    latest.texts.length === texts.length &&
    latest.texts.every((text, d) => text === texts[d]);
  if (!latest || !isKnown)
    latest = { texts, choice: asked, documents: await countWords(source, choice, watch) };
  const documents = { ...latest.documents, ...source };
  if (topics <= documents.rows) return documents;
  const note = `There are more topics (${topics}) than documents (${documents.rows}): some topics will stay empty.`;
  return { ...documents, notes: [...documents.notes, note] };
}
