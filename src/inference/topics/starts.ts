/** Where topics begin. */
import { drawIndex } from '../../math/draws.ts';
import type { Random } from '../../math/random.ts';
import {
  addFrequencies,
  type Corpus,
  distanceFrom,
  documentsIn,
  lengthOf,
  tableCount,
} from './corpus.ts';
import { type Priors, startingState, type TopicState } from './state.ts';

/** Documents that are drawn from, at most: in large corpora a sample has all there is to find. */
const MOST_DRAWN_FROM = 2000;
/** Words that a topic begins with, for each table; few, so that documents soon outweigh them. */
const SEED_WEIGHT = 100;
/** Of every word, for each topic: none begins impossible. */
const FLOOR = 0.5;

/**
 * Each topic begins as one document, far from those before: the next is drawn with a probability
 * that grows with the square of its total variation distance to the nearest (k-means++).
 */
export function distantDocuments(
  corpus: Corpus,
  topics: number,
  priors: Priors,
  random: Random,
): TopicState {
  const V = corpus.vocabulary.length;
  const lambda = new Float64Array(topics * V).fill(priors.eta + FLOOR);
  const all = documentsIn(corpus);
  const drawnFrom = Math.min(all, MOST_DRAWN_FROM);
  const documentAt = (i: number) => Math.floor((i * all) / drawnFrom);
  const distances = Float64Array.from({ length: drawnFrom }, (_, i) =>
    lengthOf(corpus, documentAt(i)) > 0 ? 1 : 0,
  );
  const row = new Float64Array(V);
  for (let k = 0; k < topics && drawnFrom > 0; k++) {
    const seed = documentAt(drawn(distances, random));
    row.fill(0);
    addFrequencies(corpus, seed, row);
    const weight = SEED_WEIGHT * tableCount(corpus);
    for (let v = 0; v < V; v++) lambda[k * V + v] += weight * row[v];
    for (let i = 0; i < drawnFrom; i++)
      distances[i] = Math.min(distances[i], distanceFrom(corpus, documentAt(i), row));
  }
  return startingState(corpus, lambda, priors);
}

/** Drawn in proportion to the squares; any where all are 0. */
function drawn(distances: Float64Array, random: Random): number {
  const squares = distances.map((value) => value * value);
  const total = squares.reduce((sum, value) => sum + value, 0);
  return total > 0 ? drawIndex(squares, random, total) : random.integer(distances.length);
}
