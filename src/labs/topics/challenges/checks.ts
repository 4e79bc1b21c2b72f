/** What each challenge asks for, checked against what is on the stage. Pure functions. */
import { formatFixed } from '../../../ui/numbers.ts';
import { type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { TopicsSettings } from '../settings.ts';
import type { Course, TopicsSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: TopicsSnapshot;
  readonly settings: TopicsSettings;
  /** Places of the topics that have a name typed by hand. */
  readonly named: readonly number[];
  /** Intruders among words, found without a mistake. */
  readonly streak: number;
}

const SHORT = 30;
const BARS = 10;
const FOUND = 0.2;
const SEEN = 10_000;
const BEHIND = 0.1;
const BELOW = 0.1;
const BETTER = 0.9;
const FEW = 3;
const ABOUT = 0.5;
const STREAK = 3;

const isOfTexts = ({ corpus }: TopicsSettings): boolean =>
  corpus === 'countries' || corpus === 'addresses' || corpus === 'own';

const last = (values: ArrayLike<number> | null | undefined): number | undefined =>
  values?.[values.length - 1];

/** All bars are found in short documents. */
export function findsBars({ snapshot, settings }: LabView): Finding {
  if (settings.corpus !== 'bars') return nothing('Choose the corpus “Bars”.');
  const found = snapshot.topics.filter(({ match }) => match && match.distance < FOUND).length;
  const text = `Found: ${found} of ${BARS}, in documents of ${settings.words} words.`;
  return { done: found === BARS && settings.words <= SHORT, text };
}

/** Stochastic VI is left behind by CAVI. */
export function starves({ snapshot: { courses } }: LabView): Finding {
  const of = (algorithm: Course['algorithm']) =>
    courses.find((course) => course.algorithm === algorithm);
  const [cavi, stochastic] = [of('batch'), of('stochastic')];
  const [ahead, behind] = [last(cavi?.elbo), last(stochastic?.elbo)];
  if (ahead === undefined || behind === undefined) return nothing('Choose the preset “Race”.');
  const seen = Math.min(last(cavi?.documentsSeen) ?? 0, last(stochastic?.documentsSeen) ?? 0);
  const text = `After ${seen} documents seen, stochastic VI is ${formatFixed(ahead - behind, 3)} nats per word behind CAVI.`;
  return { done: seen >= SEEN && ahead - behind >= BEHIND, text };
}

/** At rest, one topic has the larger ELBO, and all topics together predict better. */
export function measuresDisagree({ snapshot }: LabView): Finding {
  const { courses, singleTopic, singleTopicPerplexity: single, converged } = snapshot;
  const [elbo, perplexity] = [last(courses[0]?.elbo), last(courses[0]?.perplexity)];
  if (elbo === undefined || perplexity === undefined || single === null)
    return nothing('Hold documents out, and press Play.');
  const text = `ELBO ${formatFixed(elbo, 2)}, with K = 1 ${formatFixed(singleTopic, 2)}. Perplexity ${formatFixed(perplexity, 1)}, with K = 1 ${formatFixed(single, 1)}.`;
  const isBelow = elbo <= singleTopic - BELOW;
  return { done: converged && isBelow && perplexity <= BETTER * single, text };
}

/** A topic that few documents are about has a name. */
export function namesRareTopic({ snapshot, settings, named }: LabView): Finding {
  const { shares, topics, documents } = snapshot;
  if (!isOfTexts(settings) || shares === null) return nothing('Choose the preset “Countries”.');
  const K = topics.length;
  const counts = named.map((k) => {
    let count = 0;
    for (let d = 0; d < documents; d++) if (shares[d * K + k] >= ABOUT) count += 1;
    return count;
  });
  if (counts.length === 0) return nothing('No topic has a name yet.');
  const rarest = Math.min(...counts.filter((count) => count > 0));
  const text = Number.isFinite(rarest)
    ? `Documents with half of their words from the rarest named topic: ${rarest}.`
    : 'No document has half of its words from a named topic.';
  return { done: rarest <= FEW, text };
}

/** Intruders are found one after the other. */
export function findsIntruders({ settings, streak }: LabView): Finding {
  if (!isOfTexts(settings)) return nothing('Choose the preset “Countries”.');
  return { done: streak >= STREAK, text: `Found without a mistake: ${streak}.` };
}
