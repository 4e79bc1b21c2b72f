/** Which documents topics are learned from, which they are judged by, and without which words. */
import type { Documents } from '../../../datasets/dataset.ts';
import {
  type Bags,
  type Corpus,
  documentsIn,
  halves,
  takeDocuments,
  withoutWords,
} from '../../../inference/topics/corpus.ts';
import type { HeldOut } from '../../../inference/topics/heldOut.ts';
import { forkRandom, shuffle } from '../../../math/random.ts';
import type { TopicsEdit } from '../edits.ts';

export interface Split {
  /** Documents that topics are learned from, and those held out; ascending. */
  readonly learned: Int32Array;
  readonly heldOut: Int32Array;
}

/** Pairs of a document and a word up to which the bound is taken on all documents … */
const ALL_JUDGED = 200_000;
/** … and about how many it is taken on beyond: stochastic VI fits them for each point of its curve. */
const JUDGED = 40_000;
/** Their shares are inferred for each point of a curve. */
const MOST_HELD_OUT = 200;

/** What topics are learned from and judged by. */
export interface Material {
  readonly corpus: Corpus;
  /** Documents that the bound is taken on; null for all. */
  readonly judged: { readonly bags: Bags; readonly documents: Int32Array } | null;
  readonly heldOut: HeldOut;
  readonly seed: number;
}

/** At least one document is learned from. */
export function splitDocuments(documents: number, share: number, seed: number): Split {
  const order = Int32Array.from({ length: documents }, (_, d) => d);
  const count = Math.min(Math.round(share * documents), documents - 1, MOST_HELD_OUT);
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
  const judged = words.length > ALL_JUDGED ? drawnDocuments(corpus, JUDGED, seed) : null;
  return {
    corpus,
    judged: judged && { bags: takeDocuments(corpus, judged), documents: judged },
    heldOut: halves(part(heldOut), forkRandom(seed, 'hidden words')),
    seed,
  };
}

/** Documents with about so many pairs together, ascending. Drawn, since their order may mean something. */
function drawnDocuments(bags: Bags, pairs: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: documentsIn(bags) }, (_, d) => d);
  shuffle(forkRandom(seed, 'judged documents'), order);
  let sum = 0;
  let count = 0;
  for (; sum < pairs; count++) sum += bags.starts[order[count] + 1] - bags.starts[order[count]];
  return order.slice(0, count).sort();
}
