/**
 * Documents that are pictures: topics are the rows and columns of a square, words its pixels
 * (Griffiths and Steyvers 2004).
 */
import { drawDirichlet, drawIndex } from '../math/draws.ts';
import type { Random } from '../math/random.ts';
import { MODEL_DISTANCE } from './columnUnits.ts';
import type { Documents } from './dataset.ts';

const SIDE = 5;

export interface BarsOptions {
  readonly documents: number;
  /** Words of each document. */
  readonly words: number;
  /** Prior of the shares that each document is drawn with. */
  readonly mixing: number;
}

/** Ten bars on 5 x 5 pixels. */
export function bars({ documents, words, mixing }: BarsOptions, random: Random): Documents {
  const [K, V] = [2 * SIDE, SIDE * SIDE];
  const topics = new Float64Array(K * V);
  for (let k = 0; k < K; k++)
    for (let i = 0; i < SIDE; i++) {
      const pixel = k < SIDE ? k * SIDE + i : i * SIDE + (k - SIDE);
      topics[k * V + pixel] = 1 / SIDE;
    }
  const shares = new Float64Array(documents * K);
  const bags = Array.from({ length: documents }, (_, d) => {
    const theta = drawDirichlet(mixing, K, random);
    shares.set(theta, d * K);
    const bag = new Int32Array(V);
    for (let n = 0; n < words; n++) {
      const k = drawIndex(theta, random);
      bag[drawIndex(topics.subarray(k * V, (k + 1) * V), random)] += 1;
    }
    return bag;
  });
  return {
    ...documentsOf('Bars', bags),
    vocabulary: Array.from(
      { length: V },
      (_, pixel) => `row ${Math.floor(pixel / SIDE) + 1}, column ${(pixel % SIDE) + 1}`,
    ),
    titles: Array.from({ length: documents }, (_, d) => `Picture ${d + 1}`),
    side: SIDE,
    truth: { count: K, topics, shares },
  };
}

/** Documents of counts, with nothing else known of them. */
export function documentsOf(
  name: string,
  bags: readonly ArrayLike<number>[],
): Omit<Documents, 'vocabulary' | 'titles'> {
  const starts = new Int32Array(bags.length + 1);
  const words: number[] = [];
  const counts: number[] = [];
  bags.forEach((bag, d) => {
    for (let word = 0; word < bag.length; word++)
      if (bag[word] > 0) {
        words.push(word);
        counts.push(bag[word]);
      }
    starts[d + 1] = words.length;
  });
  return {
    ...{ kind: 'documents', name, rows: bags.length, dimension: 0, values: new Float32Array(0) },
    ...{ labels: null, columns: [], units: [], distance: MODEL_DISTANCE },
    ...{ starts, words: Int32Array.from(words), counts: Int32Array.from(counts) },
    ...{ texts: null, dates: null, groups: [], side: null, tables: null, truth: null },
    ...{ stopped: null, notes: [] },
  };
}
