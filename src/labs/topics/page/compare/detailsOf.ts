import type { Dataset } from '../../../../datasets/dataset.ts';
import type { RunDetails } from '../../runDetails.ts';
import type { TopicsSnapshot } from '../../snapshot.ts';
import { knownBy, type TopicLook } from '../looks.ts';

const WORDS = 6;

const lastOf = (values: ArrayLike<number> | null | undefined): number | null =>
  values && values.length > 0 ? values[values.length - 1] : null;

/** @param looks of the topics of the snapshot, in its order */
export function detailsOf(
  snapshot: TopicsSnapshot,
  dataset: Dataset | null,
  looks: readonly TopicLook[],
): RunDetails {
  const [course] = snapshot.courses;
  return {
    elbo: lastOf(course?.elbo),
    perplexity: lastOf(course?.perplexity),
    topics: snapshot.topics.map((topic, k) => ({
      ...looks[k],
      share: topic.share,
      words: knownBy(topic, k, snapshot, dataset).slice(0, WORDS),
    })),
    shares: snapshot.shares,
  };
}
