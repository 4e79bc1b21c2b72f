/** From texts to documents of counted words. */

import { createTimeSlices } from '../../math/timeSlices.ts';
import { grouped } from '../../settings/words.ts';
import { MODEL_DISTANCE } from '../columnUnits.ts';
import type { Documents } from '../dataset.ts';
import { InvalidDataset } from '../ownData.ts';
import type { ReadingWatch } from '../readingWatch.ts';
import { languageOf, loadStopLists } from './stopLists.ts';
import { eachRun, isNumber, wordsOfRun } from './words.ts';

/** D texts and what is known of each. */
export interface Texts {
  readonly name: string;
  readonly texts: readonly string[];
  /** D */
  readonly titles: readonly string[];
  /** D: in years, NaN where it is not known; null where there are no dates. */
  readonly dates: Float64Array | null;
  /** D class numbers from 0, -1 where it is not known; null where there are no classes. */
  readonly labels: Int32Array | null;
  /** Names of the classes. */
  readonly groups: readonly string[];
}

/** Which words count. */
export interface WordChoice {
  /** The words of the stop list of the texts' language are stopped. */
  readonly stopList: boolean;
  /** Words that occur less often are left out. */
  readonly leastCount: number;
  /** Words in more than this fraction of the documents are stopped. */
  readonly mostShare: number;
  /** The most frequent words are kept: V at most. */
  readonly mostWords: number;
  /** Words of digits count. */
  readonly numbers: boolean;
}

/** Characters of one document beyond which it is read in several pieces. */
const PIECE = 200_000;

/**
 * Counts the words of texts. The same texts and choice give the same documents. Works in slices of a few
 * milliseconds, so that a thread can answer meanwhile.
 *
 * @throws InvalidDataset where no topics can be found in what is left, with a sentence that says why
 * @throws DOMException named AbortError where the signal asks for it
 */
export async function countWords(
  source: Texts,
  choice: WordChoice,
  watch: ReadingWatch = {},
): Promise<Documents> {
  const { name, texts, titles, dates, labels, groups } = source;
  if (texts.length < 2)
    throw new InvalidDataset(
      `Topics need at least 2 documents; there ${texts.length === 1 ? 'is 1' : 'are none'}. Cut a long text into documents, by empty lines or by length.`,
    );
  const tokens = await tokensOf(texts, watch);
  const all = tokens.ids.length;
  if (all === 0)
    throw new InvalidDataset(
      `There are no words in the ${grouped(texts.length)} documents; expected texts of letters.`,
    );
  const lists = choice.stopList ? await loadStopLists() : {};
  const { vocabulary, stopped, numbers, notes } = await chosenWords(tokens, texts, choice, lists);
  const { starts, words, counts } = bagsOf(tokens, numbers);
  const isKept = (v: number) => stopped[v] === 0;
  if (!words.some(isKept))
    throw new InvalidDataset(
      `None of the ${grouped(all)} words is left: all are stop words, numbers, rarer than ${choice.leastCount} times or in more than ${Math.round(100 * choice.mostShare)} % of the documents. Turn the stop list off, or change these limits.`,
    );
  return {
    ...{ kind: 'documents', name, rows: texts.length, dimension: 0, values: new Float32Array(0) },
    ...{ labels, columns: [], units: [], distance: MODEL_DISTANCE },
    ...{ starts, words, counts, vocabulary, stopped, titles, texts, dates, groups },
    ...{ side: null, tables: null, truth: null },
    notes: [...notes, ...oddities(texts, { starts, words }, stopped)],
  };
}

interface Tokens {
  /** Each different word, in order of appearance. */
  readonly words: readonly string[];
  /** All words of all documents, as places in `words`. */
  readonly ids: Int32Array;
  /** D + 1: document d has the ids from starts[d] to starts[d + 1]. */
  readonly starts: Int32Array;
}

async function tokensOf(texts: readonly string[], watch: ReadingWatch): Promise<Tokens> {
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  let read = 0;
  const slices = createTimeSlices(() => watch.onProgress?.(all === 0 ? 1 : read / all));
  const known = new Map<string, number>();
  const words: string[] = [];
  /** A run is spelled, lowered and cut once, however often it occurs. */
  const runs = new Map<string, readonly number[]>();
  let ids = new Int32Array(1 << 16);
  let length = 0;
  const idOf = (word: string): number => {
    const present = known.get(word);
    if (present !== undefined) return present;
    words.push(word);
    known.set(word, words.length - 1);
    return words.length - 1;
  };
  const visit = (run: string): void => {
    let its = runs.get(run);
    if (its === undefined) {
      its = wordsOfRun(run).map(({ word }) => idOf(word));
      runs.set(run, its);
    }
    if (length + its.length > ids.length) {
      const longer = new Int32Array(2 * ids.length + its.length);
      longer.set(ids);
      ids = longer;
    }
    for (const id of its) ids[length++] = id;
  };
  const starts = new Int32Array(texts.length + 1);
  for (const [d, text] of texts.entries()) {
    for (const piece of piecesOf(text)) {
      eachRun(piece, visit);
      read += piece.length;
      await slices.rest();
      watch.signal?.throwIfAborted();
    }
    starts[d + 1] = length;
  }
  watch.onProgress?.(1);
  return { words, ids: ids.subarray(0, length), starts };
}

/** Pieces of a long text that end at white space. */
function* piecesOf(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    let end = Math.min(from + PIECE, text.length);
    while (end < text.length && end > from + PIECE / 2 && !/\s/.test(text[end])) end--;
    yield from === 0 && end === text.length ? text : text.slice(from, end);
    from = end;
  }
}

/** Which words are in the vocabulary, the most frequent ones first, and which of them are stopped. */
async function chosenWords(
  { words, ids, starts }: Tokens,
  texts: readonly string[],
  { leastCount, mostShare, mostWords, numbers: keepsNumbers }: WordChoice,
  lists: Awaited<ReturnType<typeof loadStopLists>>,
) {
  const occurrences = new Int32Array(words.length);
  const documents = new Int32Array(words.length);
  const lastSeen = new Int32Array(words.length).fill(-1);
  for (let d = 0; d < texts.length; d++)
    for (let at = starts[d]; at < starts[d + 1]; at++) {
      const id = ids[at];
      occurrences[id] += 1;
      if (lastSeen[id] === d) continue;
      lastSeen[id] = d;
      documents[id] += 1;
    }
  const language = languageOf(lists, new Map(words.map((word, id) => [word, occurrences[id]])));
  const stopList = new Set(language === null ? [] : lists[language]);
  const frequent: number[] = [];
  for (let id = 0; id < words.length; id++)
    if (occurrences[id] >= leastCount && (keepsNumbers || !isNumber(words[id]))) frequent.push(id);
  // Equally frequent ones stay in the order of their first appearance.
  frequent.sort((a, b) => occurrences[b] - occurrences[a]);
  const kept = frequent.slice(0, mostWords);
  /** The place of each different word in the vocabulary, -1 where it has none. */
  const numbers = new Int32Array(words.length).fill(-1);
  kept.forEach((id, v) => {
    numbers[id] = v;
  });
  const isStopped = (id: number) =>
    stopList.has(words[id]) || documents[id] > mostShare * texts.length;
  const notes: string[] = [];
  if (language !== null) notes.push(`Stop words: ${inWords(language)}, ${stopList.size} words.`);
  if (frequent.length > kept.length)
    notes.push(
      `The ${grouped(kept.length)} most frequent of ${grouped(frequent.length)} different words are used.`,
    );
  const vocabulary = kept.map((id) => words[id]);
  return { vocabulary, stopped: Uint8Array.from(kept, (id) => +isStopped(id)), numbers, notes };
}

const inWords = (language: string): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** Pairs of document and word with their counts, words ascending within a document. */
function bagsOf({ ids, starts: tokenStarts }: Tokens, numbers: Int32Array) {
  const documents = tokenStarts.length - 1;
  const starts = new Int32Array(documents + 1);
  const words = new Int32Array(ids.length);
  const counts = new Int32Array(ids.length);
  let pairs = 0;
  for (let d = 0; d < documents; d++) {
    const document = new Int32Array(tokenStarts[d + 1] - tokenStarts[d]);
    let length = 0;
    for (let at = tokenStarts[d]; at < tokenStarts[d + 1]; at++) {
      const word = numbers[ids[at]];
      if (word >= 0) document[length++] = word;
    }
    document.subarray(0, length).sort();
    for (let i = 0; i < length; i++) {
      if (pairs === starts[d] || words[pairs - 1] !== document[i]) words[pairs++] = document[i];
      counts[pairs - 1] += 1;
    }
    starts[d + 1] = pairs;
  }
  return { starts, words: words.slice(0, pairs), counts: counts.slice(0, pairs) };
}

/** What a reader of topics should know of the documents: empty ones and copies. */
function oddities(
  texts: readonly string[],
  { starts, words }: Pick<Documents, 'starts' | 'words'>,
  stopped: Uint8Array,
): readonly string[] {
  let empty = 0;
  for (let d = 0; d < texts.length; d++) {
    let isEmpty = true;
    for (let at = starts[d]; at < starts[d + 1] && isEmpty; at++)
      isEmpty = stopped[words[at]] === 1;
    if (isEmpty) empty += 1;
  }
  const different = new Set(texts).size;
  const notes: string[] = [];
  if (empty > 0)
    notes.push(
      `${grouped(empty)} of ${grouped(texts.length)} documents have no words that count: their shares are those of the prior.`,
    );
  if (different === 1) notes.push('All documents have the same text: one topic is all there is.');
  else if (different < texts.length)
    notes.push(
      `${grouped(texts.length - different)} of ${grouped(texts.length)} documents repeat another one: copies make topics of their own.`,
    );
  return notes;
}
