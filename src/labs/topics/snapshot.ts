/**
 * What the page shows of a topic model: figures of each topic and the courses, small whatever the
 * corpus. What belongs to one document or one word is asked for. D documents, V words, K topics in
 * use. A topic keeps its id as long as it lives; ids are counted from 0.
 */
import type { SharedAlleles } from '../../inference/topics/ancestry/sharedAlleles.ts';

export interface Topic {
  readonly id: number;
  /** Expected fraction of all words. */
  readonly share: number;
  /** Its words do not change while it is locked. */
  readonly isLocked: boolean;
  /**
   * The words with the largest relevance, l log p(w | topic) + (1 - l) log lift, from the largest.
   * The page sends l as `relevance` of the view; .6 until then.
   */
  readonly top: readonly TopWord[];
  /** Of generated documents: the true topic it is matched with, and their total variation distance. */
  readonly match: { readonly truth: number; readonly distance: number } | null;
}

export interface TopWord {
  readonly word: number;
  /** E[beta_kw] */
  readonly probability: number;
  /** E[beta_kw] over the frequency of the word in the corpus. */
  readonly lift: number;
}

/** One algorithm's way: a value for each time it was looked at. */
export interface Course {
  readonly algorithm: 'batch' | 'stochastic';
  readonly documentsSeen: Float64Array;
  /** Per word, in nats. */
  readonly elbo: Float64Array;
  /** Held-out perplexity; null where no documents are held out. */
  readonly perplexity: Float64Array | null;
}

export interface TopicsSnapshot {
  readonly kind: 'topics';
  readonly documents: number;
  /** How many words the documents that are learned from have, stopped ones left out. */
  readonly tokens: number;
  readonly topics: readonly Topic[];
  /** K x V, E[beta], where topics are pictures or alleles; null where there are too many words. */
  readonly beta: Float32Array | null;
  /** D x K, E[theta]; null where there are more than `SHOWN_DOCUMENTS`. */
  readonly shares: Float32Array | null;
  /** The one that is shown first; in a race the other one after it. */
  readonly courses: readonly Course[];
  /** Per word, in nats, of one topic for all documents; exact. */
  readonly singleTopic: number;
  /** Held-out perplexity of one topic for all documents; null where none are held out. */
  readonly singleTopicPerplexity: number | null;
  /**
   * Held-out perplexity of the frequencies of the words as they are, not smoothed by eta; null where
   * none are held out, or where it is infinite.
   */
  readonly unigram: number | null;
  /** Hidden words that do not occur in the documents that are learned from. */
  readonly unseen: number;
  /** log p(w) / tokens by enumeration, where there are few enough words; else null. */
  readonly logEvidence: number | null;
  /** The step size of the next step; 1 in CAVI. */
  readonly rho: number;
  readonly converged: boolean;
}

/** Corpora with more documents do not send the shares of all. */
export const SHOWN_DOCUMENTS = 1000;

export type TopicsQuery =
  | DocumentQuery
  | DocumentsQuery
  | VocabularyQuery
  | FoldInQuery
  | { readonly kind: 'map' | 'time' | 'sharing' };

/** One document: its responsibilities, its shares, and how its update went. */
export interface DocumentQuery {
  readonly kind: 'document';
  readonly document: number;
}

export interface DocumentAnswer {
  readonly kind: 'document';
  readonly document: number;
  readonly words: Int32Array;
  readonly counts: Int32Array;
  /** For each word, K: q(z = k | word). */
  readonly responsibilities: Float32Array;
  /** K: q(theta) = Dirichlet(gamma). */
  readonly gamma: Float64Array;
  /** K: E[log theta] under it. */
  readonly logShares: Float64Array;
  /** From the start to rest, with the topics as they are, alternating phi and gamma: K for each round. */
  readonly gammaSteps: Float64Array;
  /** E[log theta] under each row of `gammaSteps`. */
  readonly logShareSteps: Float64Array;
  /** The part of the ELBO that depends on this document, after each round. */
  readonly boundSteps: Float64Array;
}

/** The documents with the most of a topic, by the lower end of its share. */
export interface DocumentsQuery {
  readonly kind: 'documents';
  readonly topic: number;
  readonly count: number;
}

export interface DocumentsAnswer {
  readonly kind: 'documents';
  readonly topic: number;
  readonly documents: Int32Array;
  /** Mean and standard deviation of each share. */
  readonly shares: Float32Array;
  readonly deviations: Float32Array;
}

/** Words by their number of occurrences, with the topic that has most of each. */
export interface VocabularyQuery {
  readonly kind: 'vocabulary';
  /** Words that contain it; '' for all. */
  readonly search: string;
  readonly count: number;
}

export interface VocabularyAnswer {
  readonly kind: 'vocabulary';
  readonly words: Int32Array;
  readonly occurrences: Int32Array;
  readonly documents: Int32Array;
  readonly isStopped: Uint8Array;
  /** Words x K: expected share of each word's occurrences. */
  readonly shares: Float32Array;
  /** How many words contain the search text. */
  readonly found: number;
}

/** A new text with the topics fixed. */
export interface FoldInQuery {
  readonly kind: 'foldIn';
  readonly text: string;
}

export interface FoldInAnswer extends Omit<DocumentAnswer, 'kind' | 'document'> {
  readonly kind: 'foldIn';
  /** Words of the text that the vocabulary does not have. */
  readonly unknown: number;
}

/** Places of topics in the plane, by the distances of their words. */
export interface MapAnswer {
  readonly kind: 'map';
  readonly ids: readonly number[];
  /** K x 2 */
  readonly places: Float32Array;
}

/** Shares of the topics in the documents of each period. */
export interface TimeAnswer {
  readonly kind: 'time';
  readonly years: Float64Array;
  readonly documents: Int32Array;
  /** Periods x K */
  readonly shares: Float32Array;
}

/** Of individuals: whether their shares explain which alleles groups of them have in common. */
export interface SharingAnswer extends SharedAlleles {
  readonly kind: 'sharing';
  /** G: the groups of the data that are compared; ids of clusters where the data name none. */
  readonly groups: readonly number[];
  readonly areClusters: boolean;
}

export type TopicsAnswer =
  | DocumentAnswer
  | DocumentsAnswer
  | VocabularyAnswer
  | FoldInAnswer
  | MapAnswer
  | TimeAnswer
  | SharingAnswer;
