/**
 * Documents as sparse counts. D documents, V words, P pairs of a document and a word that occurs in
 * it. Individuals are documents, too, and their alleles words, with a table for each locus.
 */
import type { Random } from '../../math/random.ts';

export interface Bags {
  /** D + 1: document d has the pairs from starts[d] to starts[d + 1]. */
  readonly starts: Int32Array;
  /** P: the word of each pair, ascending within a document. */
  readonly words: Int32Array;
  /** P: how often the word occurs in the document. */
  readonly counts: Int32Array;
}

export interface Corpus extends Bags {
  /** V */
  readonly vocabulary: { readonly length: number };
  /**
   * V: the table that each word belongs to, from 0, ascending. A topic has one distribution for each
   * table; null where all words share one.
   */
  readonly tables: Int32Array | null;
}

export const documentsIn = ({ starts }: Bags): number => starts.length - 1;

/** How many words there are, each counted as often as it occurs. */
export function tokensIn({ counts }: Bags): number {
  let tokens = 0;
  for (const count of counts) tokens += count;
  return tokens;
}

/** How many words document d has. */
export function lengthOf({ starts, counts }: Bags, d: number): number {
  let tokens = 0;
  for (let at = starts[d]; at < starts[d + 1]; at++) tokens += counts[at];
  return tokens;
}

/** Adds the relative frequencies of a document's words to `out` (length V). */
export function addFrequencies(bags: Bags, d: number, out: Float64Array): void {
  const { starts, words, counts } = bags;
  const length = lengthOf(bags, d);
  for (let at = starts[d]; at < starts[d + 1]; at++) out[words[at]] += counts[at] / length;
}

/**
 * Total variation distance, 0..1, of a document's frequencies from others (length V), which sum to 1;
 * 0 for a document without words.
 */
export function distanceFrom(bags: Bags, d: number, frequencies: Float64Array): number {
  const { starts, words, counts } = bags;
  const length = lengthOf(bags, d);
  if (length === 0) return 0;
  let common = 0;
  for (let at = starts[d]; at < starts[d + 1]; at++)
    common += Math.min(counts[at] / length, frequencies[words[at]]);
  return Math.max(0, 1 - common);
}

/** V words: how often each occurs. */
export function occurrences({ words, counts }: Bags, vocabulary: number): Float64Array {
  const out = new Float64Array(vocabulary);
  for (let at = 0; at < words.length; at++) out[words[at]] += counts[at];
  return out;
}

export const tableCount = ({ tables }: Corpus): number => (tables ? (tables.at(-1) ?? -1) + 1 : 1);

/** For each table, how many words it has. */
export function tableSizes(corpus: Corpus): Int32Array {
  const sizes = new Int32Array(tableCount(corpus));
  if (corpus.tables) for (const table of corpus.tables) sizes[table] += 1;
  else sizes[0] = corpus.vocabulary.length;
  return sizes;
}

/** Throws a RangeError that names what is wrong with the counts. */
export function checkCorpus({ starts, words, counts, vocabulary, tables }: Corpus): void {
  const V = vocabulary.length;
  const P = words.length;
  if (counts.length !== P)
    throw new RangeError(`There are ${counts.length} counts for ${P} words.`);
  if (starts.length === 0 || starts[0] !== 0 || starts[starts.length - 1] !== P)
    throw new RangeError(`Documents must start at 0 and end at ${P}.`);
  if (tables && (tables.length !== V || tables.some((table, v) => table < (tables[v - 1] ?? 0))))
    throw new RangeError(`Tables must be ${V} numbers from 0 that ascend.`);
  for (let d = 0; d + 1 < starts.length; d++)
    for (let at = starts[d]; at < starts[d + 1]; at++) {
      if (!(words[at] >= 0 && words[at] < V))
        throw new RangeError(`Document ${d} has word ${words[at]}; there are ${V} words.`);
      if (at > starts[d] && words[at] <= words[at - 1])
        throw new RangeError(`The words of document ${d} do not ascend.`);
      if (!(counts[at] > 0))
        throw new RangeError(`Document ${d} has word ${words[at]} ${counts[at]} times.`);
    }
}

/** Some of the documents, in the order they are named. */
export function takeDocuments(bags: Bags, documents: ArrayLike<number>): Bags {
  const starts = new Int32Array(documents.length + 1);
  for (let i = 0; i < documents.length; i++) {
    const d = documents[i];
    starts[i + 1] = starts[i] + bags.starts[d + 1] - bags.starts[d];
  }
  const words = new Int32Array(starts[documents.length]);
  const counts = new Int32Array(words.length);
  for (let i = 0; i < documents.length; i++) {
    const [from, to] = [bags.starts[documents[i]], bags.starts[documents[i] + 1]];
    words.set(bags.words.subarray(from, to), starts[i]);
    counts.set(bags.counts.subarray(from, to), starts[i]);
  }
  return { starts, words, counts };
}

/** Documents without some words. @param isLeftOut V: 1 where a word is left out */
export function withoutWords<Given extends Bags>(corpus: Given, isLeftOut: Uint8Array): Given {
  const starts = new Int32Array(corpus.starts.length);
  const words: number[] = [];
  const counts: number[] = [];
  for (let d = 0; d + 1 < starts.length; d++) {
    for (let at = corpus.starts[d]; at < corpus.starts[d + 1]; at++) {
      if (isLeftOut[corpus.words[at]]) continue;
      words.push(corpus.words[at]);
      counts.push(corpus.counts[at]);
    }
    starts[d + 1] = words.length;
  }
  return { ...corpus, starts, words: Int32Array.from(words), counts: Int32Array.from(counts) };
}

/**
 * Divides the words of each document at random into two halves, which differ by at most one word:
 * one to infer its shares from, one to predict.
 */
export function halves(bags: Bags, random: Random): { readonly seen: Bags; readonly hidden: Bags } {
  const { starts, words, counts } = bags;
  const taken = new Int32Array(words.length);
  for (let d = 0; d + 1 < starts.length; d++) {
    let left = lengthOf(bags, d);
    let wanted = left >> 1;
    for (let at = starts[d]; at < starts[d + 1]; at++)
      for (let n = 0; n < counts[at]; n++) {
        // Each word is hidden with the probability that leaves exactly half of them hidden.
        if (random.uniform() * left < wanted) {
          taken[at] += 1;
          wanted -= 1;
        }
        left -= 1;
      }
  }
  const rest = counts.map((count, at) => count - taken[at]);
  return { seen: nonZero(bags, rest), hidden: nonZero(bags, taken) };
}

function nonZero({ starts, words }: Bags, counts: Int32Array): Bags {
  const kept = new Int32Array(starts.length);
  for (let d = 0; d + 1 < starts.length; d++) {
    kept[d + 1] = kept[d];
    for (let at = starts[d]; at < starts[d + 1]; at++) if (counts[at] > 0) kept[d + 1] += 1;
  }
  const isKept = (_: number, at: number) => counts[at] > 0;
  return { starts: kept, words: words.filter(isKept), counts: counts.filter((count) => count > 0) };
}
