/** All estimators on the same draws: single estimates, their spread, and that of averages. */
import type { ScoreMoments } from '../../../inference/estimators/estimator.ts';
import { averages, type Spread, spreadOf } from '../../../inference/estimators/spread.ts';
import { forkRandom } from '../../../math/random.ts';
import type { NamedArrays } from '../../engine.ts';
import { float64, joined } from '../../shared/engine/arrays.ts';
import { DrawnPart } from '../../shared/engine/drawnPart.ts';
import { ESTIMATORS, type EstimatorId } from '../names.ts';
import type { EstimatorsSettings } from '../settings.ts';
import type { CurveView, DrawsView, EstimatesView } from '../snapshot.ts';
import type { EstimatorsPart } from './part.ts';
import { createSampler, type Sampler } from './sampler.ts';
import { parameterOf, placeOf, type Target } from './target.ts';

/** Draws that are shown one by one. */
const FIRST = 40;
const BINS = 61;
/** Draws that a file for NumPy holds at most. */
const MOST_SAVED = 10_000;
/** Of the widest estimator, from its mean to the ends of the histograms. */
const DEVIATIONS = 2.5;
/** Averages of so many draws; of each size there are at least so many. */
const SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
const LEAST_BATCHES = 40;
const PLACES = 241;
/** Ends of the chart of a Gaussian. */
const AXIS = { low: -6, high: 6 } as const;

export class DrawsModel extends DrawnPart<EstimatorsSettings, DrawsView> implements EstimatorsPart {
  /** How many sets of draws have been taken. */
  readonly state = { sets: new Float64Array(1) };
  protected readonly inWords = 'number of sets of draws';
  private readonly sampler: Sampler;
  private readonly out: Float64Array;
  /** Averages of `out` by their size, each made from those of the largest size that divides it. */
  private readonly averaged: ReadonlyMap<number, Float64Array>;
  /** Of the present q and f, and f averaged over the draws; null until the draws are evaluated. */
  private present: { readonly moments: ScoreMoments; readonly average: number } | null = null;

  constructor(
    settings: EstimatorsSettings,
    private target: Target,
    seed: number,
  ) {
    super(settings, seed);
    const count = Number(settings.draws);
    this.sampler = createSampler(settings, count, target.f.hasEntropy);
    this.out = new Float64Array(count);
    this.averaged = new Map(
      SIZES.slice(1).map((n) => [n, new Float64Array(Math.floor(count / n))]),
    );
    this.draw();
  }

  protected advance(): void {
    this.state.sets[0] += 1;
    this.draw();
  }

  override restored(): void {
    this.draw();
  }

  private draw(): void {
    this.sampler.draw(forkRandom(this.seed, `draws ${this.state.sets[0]}`));
    this.forget();
  }

  update(settings: EstimatorsSettings, target: Target): void {
    this.target = target;
    this.take(settings);
  }

  protected override forget(): void {
    super.forget();
    this.present = null;
  }

  /** Measured on the draws; the exact one is in the view. */
  value(target: Target): number {
    return this.evaluated(target).average;
  }

  private evaluated(target = this.target) {
    if (this.present && target === this.target) return this.present;
    const { sampler, settings } = this;
    const q = placeOf(settings);
    const moments = sampler.evaluate(q, target.f, parameterOf(settings));
    const found = { moments, average: sampler.average() };
    // Of another f the draws are evaluated for this answer alone.
    this.present = target === this.target ? found : null;
    return found;
  }

  measure() {
    const { gradient, value, estimates, count, batch } = this.view();
    const measured = estimates.map(({ id, mean, meanError, variance, varianceError, ...of }) => [
      id,
      {
        ...{ mean, meanError, exactMean: of.exactMean },
        ...{ variance, varianceError, exactVariance: of.exactVariance },
      },
    ]);
    const { name } = this.target;
    return { f: name, value, gradient, draws: count, batch, ...Object.fromEntries(measured) };
  }

  protected look(): DrawsView {
    const { sampler, settings, target } = this;
    const { dimension, batch } = settings;
    const [q, parameter] = [placeOf(settings), parameterOf(settings)];
    const { moments } = this.evaluated();
    const ids = ESTIMATORS.filter((id) => sampler.ids.includes(id));
    const { low, high } = this.histogramEnds(ids);
    return {
      ...{ part: 'draws', q, parameter, dimension, count: sampler.count, batch },
      ...{ value: moments.value, gradient: moments.gradient, low, high },
      curve: curveOf(settings, target),
      draws: sampler.first(FIRST),
      estimates: ids.map((id) => this.estimatesOf(id, low, high)),
    };
  }

  /** Whole batches of draws: those left over belong to the last one. */
  arrays(): NamedArrays {
    const { sampler, settings, out } = this;
    const { batch } = settings;
    const N = batch * (Math.floor(Math.min(MOST_SAVED, sampler.count) / batch) - 1);
    const { value, gradient } = this.evaluated().moments;
    const { noise, values, slopes, scores } = sampler.first(N);
    const ids = ESTIMATORS.filter((id) => sampler.ids.includes(id));
    const exact = ids.map((id) => sampler.exact(id, batch));
    const estimates = ids.map((id) => {
      sampler.fill(id, batch, out);
      return out.slice(0, N);
    });
    return {
      estimators: { data: ids, shape: [ids.length] },
      ...{ noise: float64(noise, N), values: float64(values, N) },
      ...{ slopes: float64(slopes, N), scores: float64(scores, N) },
      estimates: float64(joined(estimates), ids.length, N),
      exact_means: float64(
        exact.map(({ mean }) => mean),
        ids.length,
      ),
      exact_variances: float64(
        exact.map(({ variance }) => variance),
        ids.length,
      ),
      ...{ value: float64([value]), gradient: float64([gradient]) },
    };
  }

  private histogramEnds(ids: readonly EstimatorId[]) {
    const exact = ids.map((id) => this.sampler.exact(id, this.settings.batch));
    const widest = exact.reduce((most, one) => (one.variance > most.variance ? one : most));
    const half = DEVIATIONS * Math.sqrt(widest.variance);
    // The means of biased estimators are in sight too.
    const means = exact.map(({ mean }) => mean);
    const air = Math.max(0.1 * half, 0.05);
    const low = Math.min(widest.mean - half, ...means.map((mean) => mean - air));
    const high = Math.max(widest.mean + half, ...means.map((mean) => mean + air));
    // Round ends, so that the axis rests while q is moved a little.
    const step = 10 ** Math.floor(Math.log10(high - low)) / 2;
    return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step };
  }

  private estimatesOf(id: EstimatorId, low: number, high: number): EstimatesView {
    const { sampler, out, settings } = this;
    const { count } = sampler;
    sampler.fill(id, settings.batch, out);
    const exact = sampler.exact(id, settings.batch);
    const first = out.slice(0, FIRST);
    const { bins, beyond } = histogram(out, low, high);
    const single = spreadOf(out);
    return {
      ...{ id, exactMean: exact.mean, exactVariance: exact.variance },
      ...single,
      ...{ first, bins, beyond },
      ...this.variances(id, count, single),
    };
  }

  /** Averages of `n` > 1 estimates, from averages of fewer, which have been made before. */
  private averagesOf(id: EstimatorId, n: number): Float64Array {
    const { sampler, out, averaged } = this;
    const into = averaged.get(n) ?? out;
    if (sampler.usesBatch(id)) sampler.fillAverages(id, n, into);
    else {
      const part = largestPart(n);
      averages(averaged.get(part) ?? out, into.length * (n / part), n / part, into);
    }
    return into;
  }

  /** Of averages of more and more draws; `out` holds the estimates, whose spread is `single`. */
  private variances(id: EstimatorId, count: number, single: Spread) {
    const { sampler } = this;
    const usesBatch = sampler.usesBatch(id);
    const sizes = SIZES.filter((n) => count / n >= LEAST_BATCHES && (n > 1 || !usesBatch));
    const spreads = sizes.map((n) => (n === 1 ? single : spreadOf(this.averagesOf(id, n))));
    return {
      sizes,
      measured: spreads.map(({ variance }) => variance),
      errors: spreads.map(({ varianceError }) => varianceError),
      exact: sizes.map((n) => sampler.exact(id, n).varianceOfAverage(n)),
    };
  }
}

/** The largest size that divides another one. */
const largestPart = (n: number): number =>
  SIZES.reduce((most, size) => (size < n && n % size === 0 ? size : most), 1);

function histogram(values: Float64Array, low: number, high: number) {
  const counts = new Int32Array(BINS);
  const scale = BINS / (high - low);
  let beyond = 0;
  for (let n = 0; n < values.length; n++) {
    const bin = Math.floor((values[n] - low) * scale);
    if (bin >= 0 && bin < BINS) counts[bin] += 1;
    else beyond += 1;
  }
  const bins = Float32Array.from(counts, (count) => count / values.length);
  return { bins, beyond: beyond / values.length };
}

/** f, and where q draws; a coin is heads where a uniform number lies above 1 - theta. */
function curveOf({ q, mean, sd, theta }: EstimatorsSettings, { f }: Target): CurveView {
  const places = (low: number, high: number) =>
    Float32Array.from({ length: PLACES }, (_, i) => low + ((high - low) * i) / (PLACES - 1));
  if (q === 'coin') {
    const x = places(0, 1);
    return {
      x,
      f: x.map((u) => f.value(u > 1 - theta ? 1 : 0)),
      density: new Float32Array(PLACES).fill(1),
    };
  }
  const x = places(AXIS.low, AXIS.high);
  const logDensity = (at: number) =>
    -(((at - mean) / sd) ** 2) / 2 - Math.log(sd * Math.sqrt(2 * Math.PI));
  return {
    x,
    f: x.map((at) => f.value(at) - (f.hasEntropy ? logDensity(at) : 0)),
    density: x.map((at) => Math.exp(logDensity(at))),
  };
}
