/** Runs that are kept to be compared: for the time of a visit. */
import { viewEntry } from '../../../../store/view.ts';
import type { TopicLook } from '../looks.ts';

export interface KeptTopic extends TopicLook {
  readonly share: number;
  readonly words: readonly string[];
}

export interface KeptRun {
  /** Counted from 0. */
  readonly number: number;
  readonly corpus: string;
  readonly alpha: number;
  readonly eta: number;
  /** Per word, in nats; null before the first step. */
  readonly elbo: number | null;
  readonly perplexity: number | null;
  readonly topics: readonly KeptTopic[];
  /** D x K, in the order of `topics`; null where there are too many documents. */
  readonly shares: Float32Array | null;
}

/** At most so many are kept: the oldest goes. */
export const MOST_KEPT = 5;

export const keptRuns = viewEntry<readonly KeptRun[]>([]);
