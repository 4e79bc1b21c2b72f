/** Several starts of EM, of which the run begins at the best. */
import type { Checkpoint } from '../../engine.ts';
import { freeEnergyOf } from '../../shared/engine/emCourse.ts';
import type { EmSettings } from '../settings.ts';
import type { StartChoice } from '../snapshot.ts';
import type { MixtureFit } from './fit.ts';
import { boundPartsOf } from './measures.ts';
import { startingMeans } from './start.ts';

/** Iterations of a start at most: with few points EM rests long before. */
const MOST_ITERATIONS = 500;
/** With many points each start gets fewer iterations: rows x clusters x iterations, all starts together. */
const MOST_WORK = 5e7;
const LEAST_ITERATIONS = 20;
/** A change of the objective per point, in nats, that no longer decides between two starts. */
const STILL = 1e-8;
/** Starts that end within this distance of one another, in nats per point, have found one maximum. */
const SAME_MAXIMUM = 1e-6;

/** The objectives by the number they are saved under. */
const OBJECTIVES = ['log-likelihood', 'ELBO'] as const satisfies StartChoice['objective'][];

/** Where a run begins, and how that was found: null where there is one start only. */
interface BestStart {
  /** K x D */
  readonly means: Float64Array;
  readonly choice: StartChoice | null;
}

/**
 * Runs EM from every start and takes the one that ends highest. It gives the means where that one
 * began, not where it ended, so that the whole run can be watched. Start 0 is what a single start takes.
 *
 * @param scratch a fit of these rows, to run EM with
 * @param values N x D
 */
export function bestStart(
  scratch: MixtureFit,
  settings: EmSettings,
  values: Float64Array,
  seed: number,
): BestStart {
  const { restarts, clusters, algorithm } = settings;
  const meansOf = (start: number) =>
    startingMeans(settings, values, scratch.dimension, seed, start);
  if (restarts === 1) return { means: meansOf(0), choice: null };
  const work = restarts * clusters * (values.length / scratch.dimension);
  const affordable = Math.max(LEAST_ITERATIONS, Math.floor(MOST_WORK / work));
  const iterations = Math.min(MOST_ITERATIONS, affordable);
  const isLikelihood = algorithm === 'gmm' || algorithm === 'soft-k-means';
  const ends = Array.from({ length: restarts }, (_, start) => {
    scratch.start(meansOf(start));
    return climb(scratch, iterations, isLikelihood);
  });
  const reached = ends.filter(Number.isFinite);
  // Training itself says what broke down.
  if (reached.length === 0) return { means: meansOf(0), choice: null };
  const best = Math.max(...reached);
  const isBest = (end: number) => end >= best - SAME_MAXIMUM;
  const chosen = ends.findIndex(isBest);
  const choice: StartChoice = {
    chosen,
    of: restarts,
    objective: OBJECTIVES[isLikelihood ? 0 : 1],
    best,
    worst: Math.min(...reached),
    asGood: ends.filter(isBest).length,
  };
  return { means: meansOf(chosen), choice };
}

/** What EM raises, where it ends from there, per point in nats; minus infinity if numbers break down. */
function climb(fit: MixtureFit, iterations: number, isLikelihood: boolean): number {
  let before = Number.NEGATIVE_INFINITY;
  if (!fit.refresh().ok) return before;
  for (let iteration = 0; iteration < iterations; iteration++) {
    fit.assign();
    if (!fit.maximise().ok) return Number.NEGATIVE_INFINITY;
    const parts = boundPartsOf(fit);
    const now =
      isLikelihood && parts.logLikelihood !== null ? parts.logLikelihood : freeEnergyOf(parts);
    if (Math.abs(now - before) < STILL) return now;
    before = now;
  }
  return before;
}

/** Its numbers for a checkpoint: the algorithm may be another one by then, and the choice stays. */
export function savedChoice({ chosen, of, objective, best, worst, asGood }: StartChoice) {
  return Float64Array.of(chosen, of, OBJECTIVES.indexOf(objective), best, worst, asGood);
}

/** Null where a checkpoint has none. */
export function loadedChoice({ arrays }: Checkpoint): StartChoice | null {
  const saved = arrays.starts;
  if (!saved) return null;
  const [chosen, of, objective, best, worst, asGood] = saved;
  return { chosen, of, objective: OBJECTIVES[objective] ?? 'ELBO', best, worst, asGood };
}
