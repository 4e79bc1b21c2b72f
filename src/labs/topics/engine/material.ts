/** Which documents topics are learned from, which they are judged by, and without which words. */
import type { Documents } from '../../../datasets/dataset.ts';
import {
  type Bags,
  type Corpus,
  halves,
  takeDocuments,
  withoutWords,
} from '../../../inference/topics/corpus.ts';
import { forkRandom, shuffle } from '../../../math/random.ts';
import type { TopicsEdit } from '../edits.ts';
import type { Material } from './fit.ts';

export interface Split {
  /** Documents that topics are learned from, and those held out; ascending. */
  readonly learned: Int32Array;
  readonly heldOut: Int32Array;
}

/** At least one document is learned from. */
export function splitDocuments(documents: number, share: number, seed: number): Split {
  const order = Int32Array.from({ length: documents }, (_, d) => d);
  const count = Math.min(Math.round(share * documents), documents - 1);
  if (count <= 0) return { learned: order, heldOut: new Int32Array(0) };
  shuffle(forkRandom(seed, 'held-out documents'), order);
  return { learned: order.slice(count).sort(), heldOut: order.slice(0, count).sort() };
}

/** V: 1 where a word is left out, by the data or by an edit. */
export function stoppedWords(data: Documents, edits: readonly TopicsEdit[]): Uint8Array {
  const stopped = data.stopped?.slice() ?? new Uint8Array(data.vocabulary.length);
  for (const edit of edits)
    if (edit.kind === 'stopWord') {
      const at = data.vocabulary.indexOf(edit.word);
      if (at >= 0) stopped[at] = Number(edit.stopped);
    }
  return stopped;
}

export function materialOf(
  data: Documents,
  { learned, heldOut }: Split,
  stopped: Uint8Array,
  seed: number,
): Material {
  const { vocabulary, tables } = data;
  const used = stopped.some((flag) => flag === 1) ? withoutWords<Bags>(data, stopped) : data;
  const part = (documents: Int32Array): Bags =>
    documents.length === data.rows ? used : takeDocuments(used, documents);
  const { starts, words, counts } = part(learned);
  const corpus: Corpus = { starts, words, counts, vocabulary, tables };
  return { corpus, heldOut: halves(part(heldOut), forkRandom(seed, 'hidden words')), seed };
}
