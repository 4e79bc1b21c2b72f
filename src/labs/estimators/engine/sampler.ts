/** Draws of q with all estimators there are for it, of a Gaussian and of a coin alike. */
import { bestBaseline } from '../../../inference/estimators/bestBaseline.ts';
import {
  type CoinDraws,
  createCoinDraws,
  drawUniforms,
  evaluateCoinDraws,
} from '../../../inference/estimators/coinDraws.ts';
import { type CoinMoments, coinMoments } from '../../../inference/estimators/coinMoments.ts';
import { enumeration } from '../../../inference/estimators/enumeration.ts';
import type {
  Draws,
  Estimator,
  Exact,
  ScoreMoments,
} from '../../../inference/estimators/estimator.ts';
import {
  createGaussianDraws,
  drawNoise,
  evaluateGaussianDraws,
  type GaussianDraws,
  type GaussianParameter,
} from '../../../inference/estimators/gaussianDraws.ts';
import {
  type GaussianMoments,
  gaussianMoments,
} from '../../../inference/estimators/gaussianMoments.ts';
import type { Integrand } from '../../../inference/estimators/integrands.ts';
import { leaveOneOut } from '../../../inference/estimators/leaveOneOut.ts';
import { meanBaseline } from '../../../inference/estimators/meanBaseline.ts';
import { pathwise } from '../../../inference/estimators/pathwise.ts';
import { relaxation } from '../../../inference/estimators/relaxation.ts';
import { scoreFunction } from '../../../inference/estimators/scoreFunction.ts';
import { stickingTheLanding } from '../../../inference/estimators/stickingTheLanding.ts';
import { straightThrough } from '../../../inference/estimators/straightThrough.ts';
import type { Random } from '../../../math/random.ts';
import type { EstimatorId, Parameter } from '../names.ts';
import type { FirstDraws, Place } from '../snapshot.ts';

/** Draws of one kind of q; `evaluate` says which q, f and parameter they are of from then on. */
export interface Sampler {
  readonly ids: readonly EstimatorId[];
  readonly count: number;
  draw(random: Random): void;
  /** @returns exact expectations at this q */
  evaluate(q: Place, f: Integrand, parameter: Parameter): ScoreMoments;
  /** @param out N: one estimate for each draw */
  fill(id: EstimatorId, batch: number, out: Float64Array): void;
  /** @param out averages over batches of `batch` draws, of an estimator that uses its batch */
  fillAverages(id: EstimatorId, batch: number, out: Float64Array): void;
  exact(id: EstimatorId, batch: number): Exact;
  usesBatch(id: EstimatorId): boolean;
  /** f averaged over the draws as evaluated. */
  average(): number;
  /** The first of the draws as evaluated. */
  first(count: number): FirstDraws;
}

const SCORES = { score: scoreFunction, meanBaseline, bestBaseline, leaveOneOut } as const;

type Estimators<D extends Draws, M extends ScoreMoments> = Partial<
  Readonly<Record<EstimatorId, Estimator<D, M>>>
>;

abstract class Sampling<D extends Draws, M extends ScoreMoments> implements Sampler {
  readonly ids: readonly EstimatorId[];
  private moments: M | null = null;

  constructor(
    protected readonly draws: D,
    private readonly estimators: Estimators<D, M>,
  ) {
    this.ids = Object.keys(estimators) as EstimatorId[];
  }

  get count(): number {
    return this.draws.count;
  }

  abstract draw(random: Random): void;
  abstract first(count: number): FirstDraws;
  protected abstract evaluated(q: Place, f: Integrand, parameter: Parameter): M;

  evaluate(q: Place, f: Integrand, parameter: Parameter): M {
    this.moments = this.evaluated(q, f, parameter);
    return this.moments;
  }

  average(): number {
    const { values, count } = this.draws;
    let sum = 0;
    for (let n = 0; n < count; n++) sum += values[n];
    return sum / count;
  }

  fill(id: EstimatorId, batch: number, out: Float64Array): void {
    this.estimator(id).fill(this.draws, this.known, batch, out);
  }

  fillAverages(id: EstimatorId, batch: number, out: Float64Array): void {
    this.estimator(id).fillAverages?.(this.draws, batch, out);
  }

  exact(id: EstimatorId, batch: number): Exact {
    return this.estimator(id).exact(this.known, batch);
  }

  usesBatch(id: EstimatorId): boolean {
    return this.estimator(id).fillAverages !== undefined;
  }

  private get known(): M {
    if (!this.moments) throw new Error('These draws are of no q yet.');
    return this.moments;
  }

  private estimator(id: EstimatorId): Estimator<D, M> {
    const estimator = this.estimators[id];
    if (!estimator) throw new Error(`There is no ${id} for this q.`);
    return estimator;
  }
}

class GaussianSampler extends Sampling<GaussianDraws, GaussianMoments> {
  draw(random: Random): void {
    drawNoise(this.draws, random);
  }

  protected evaluated(q: Place, f: Integrand, parameter: Parameter): GaussianMoments {
    if (!('mean' in q)) throw new Error('A Gaussian has a mean.');
    evaluateGaussianDraws(this.draws, q, f, parameter as GaussianParameter);
    return gaussianMoments(q, f, parameter as GaussianParameter, this.draws.dimension);
  }

  first(count: number): FirstDraws {
    const { noise, dimension, places, values, scores, slopes, paths } = this.draws;
    return {
      noise: Float64Array.from({ length: count }, (_, n) => noise[n * dimension]),
      places: places.slice(0, count),
      values: values.slice(0, count),
      scores: scores.slice(0, count),
      slopes: slopes.slice(0, count),
      paths: paths.slice(0, count),
    };
  }
}

class CoinSampler extends Sampling<CoinDraws, CoinMoments> {
  draw(random: Random): void {
    drawUniforms(this.draws, random);
  }

  protected evaluated(q: Place, f: Integrand): CoinMoments {
    if (!('theta' in q)) throw new Error('A coin has a probability of heads.');
    evaluateCoinDraws(this.draws, q, f);
    return coinMoments(q, f, this.draws.dimension);
  }

  first(count: number): FirstDraws {
    const { uniforms, dimension, values, scores, slopes } = this.draws;
    const thrown = Float64Array.from({ length: count }, (_, n) => uniforms[n * dimension]);
    return {
      noise: thrown,
      places: thrown.slice(),
      values: values.slice(0, count),
      scores: scores.slice(0, count),
      slopes: slopes.slice(0, count),
      paths: new Float64Array(count).fill(1),
    };
  }
}

/**
 * @param count N
 * @param isElbo f holds -log q: then there is sticking the landing
 */
export function createSampler(
  { q, dimension }: { readonly q: 'gaussian' | 'coin'; readonly dimension: number },
  count: number,
  isElbo: boolean,
): Sampler {
  if (q === 'gaussian')
    return new GaussianSampler(createGaussianDraws(count, dimension), {
      ...SCORES,
      pathwise,
      ...(isElbo && { sticking: stickingTheLanding }),
    });
  return new CoinSampler(createCoinDraws(count, dimension), {
    ...SCORES,
    ...{ enumeration, straightThrough, relaxed: relaxation },
  });
}
