/** Importance weights of one datum: averages of K of them, their logarithms, and how heavy they are. */
import { spreadOf } from '../../../inference/estimators/spread.ts';
import { logWeightAt } from '../../../inference/importanceWeighting/linearGaussianDatum.ts';
import { effectiveSamples, paretoShape } from '../../../inference/importanceWeighting/weights.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import { DrawnPart } from '../../shared/engine/drawnPart.ts';
import type { BoundsSettings } from '../settings.ts';
import type { Measured, WeightsView } from '../snapshot.ts';
import {
  datumView,
  type ExactDatum,
  exactDatum,
  isSameDatum,
  quadraticOf,
  SIZES,
  tailShapeOf,
} from './datum.ts';
import type { BoundsPart } from './part.ts';

/** Draws of a set: 100 repeats of the largest K, and at most so many of small ones. */
const DRAWS = 100_000;
const MOST_REPEATS = 4000;
const BINS = 81;
/** Draws that the shape of the tail is fitted to. */
const FITTED = 10_000;
/** Repeats over which the effective sample size is averaged, while they have few draws. */
const EFFECTIVE_DRAWS = 20_000;
/** Noise at the ends of the histogram of single weights. */
const REACH = 1.5;

export class WeightsModel extends DrawnPart<BoundsSettings, WeightsView> implements BoundsPart {
  /** How many sets of draws have been taken. */
  readonly state = { sets: new Float64Array(1) };
  protected readonly inWords = 'number of sets of draws';
  private readonly noise = new Float64Array(DRAWS);
  /** w / p(x) of the draws and its logarithm, under the present q. */
  private readonly logWeights = new Float64Array(DRAWS);
  private readonly weights = new Float64Array(DRAWS);
  private readonly logs = new Float64Array(MOST_REPEATS);
  private exact: ExactDatum;
  private marks: WeightsView['marks'] | null = null;

  constructor(settings: BoundsSettings, seed: number) {
    super(settings, seed);
    this.exact = exactDatum(settings);
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
    fillNormal(forkRandom(this.seed, `weights ${this.state.sets[0]}`), this.noise);
    this.weigh();
  }

  private weigh(): void {
    const { noise, logWeights, weights, exact } = this;
    const [a, b, c] = quadraticOf(exact);
    for (let n = 0; n < DRAWS; n++) {
      const e = noise[n];
      logWeights[n] = a + e * (b + e * c);
      weights[n] = Math.exp(logWeights[n]);
    }
    this.marks = null;
    this.forget();
  }

  update(settings: BoundsSettings): void {
    if (isSameDatum(settings, this.take(settings))) return;
    this.exact = exactDatum(settings);
    this.weigh();
  }

  /** log of the average of each K draws, one repeat after the other. */
  private averaged(samples: number): Float64Array {
    const { weights, logWeights, exact } = this;
    const repeats = Math.min(MOST_REPEATS, Math.floor(DRAWS / samples));
    const logs = this.logs.subarray(0, repeats);
    const { logEvidence } = exact.transform;
    for (let r = 0, n = 0; r < repeats; r++) {
      let sum = 0;
      for (const end = n + samples; n < end; n++) sum += weights[n];
      logs[r] = logEvidence + (samples === 1 ? logWeights[r] : Math.log(sum / samples));
    }
    return logs;
  }

  private measured(samples: number): Measured & { readonly sd: number } {
    const logs = this.averaged(samples);
    const { mean, meanError, variance } = spreadOf(logs);
    return { mean, error: meanError, repeats: logs.length, sd: Math.sqrt(variance) };
  }

  value(): number {
    return this.measured(this.settings.samples).mean;
  }

  protected look(): WeightsView {
    const { exact, logWeights, settings } = this;
    const { samples } = settings;
    this.marks ??= SIZES.map((size) => {
      const { sd: _, ...measured } = this.measured(size);
      return { samples: size, ...measured };
    });
    const { sd, ...measured } = this.measured(samples);
    const fitted = logWeights.subarray(0, FITTED);
    const { mean, sd: width } = exact.datum.q;
    return {
      part: 'weights',
      ...datumView(exact, samples),
      marks: this.marks,
      histogram: { ...this.histogram(samples), measured, sd },
      effective: this.effective(samples),
      ...{ tailShape: tailShapeOf(exact.datum), paretoShape: paretoShape(fitted) },
      paretoDraws: FITTED,
      first: {
        z: this.noise.slice(0, samples).map((e) => mean + width * e),
        logWeights: logWeights.slice(0, samples),
      },
    };
  }

  /** Between the same ends for all K, so that one sees it narrow. */
  private histogram(samples: number) {
    const { datum, transform } = this.exact;
    const { mean, sd } = datum.q;
    const logs = [-1, -0.5, 0, 0.5, 1].map((at) => logWeightAt(datum, mean + sd * REACH * at));
    const [least, most] = [Math.min(...logs), Math.max(...logs, transform.logEvidence)];
    const step = 10 ** Math.floor(Math.log10(Math.max(0.2, most - least))) / 2;
    const low = Math.floor(least / step - 0.1) * step;
    const high = Math.ceil(most / step + 0.1) * step;
    const bins = new Float32Array(BINS);
    let beyond = 0;
    const values = this.averaged(samples);
    for (const value of values) {
      const bin = Math.floor(((value - low) / (high - low)) * BINS);
      if (bin >= 0 && bin < BINS) bins[bin] += 1 / values.length;
      else beyond += 1 / values.length;
    }
    return { low, high, bins, beyond };
  }

  private effective(samples: number): number {
    const repeats = Math.max(1, Math.min(500, Math.floor(EFFECTIVE_DRAWS / samples)));
    let sum = 0;
    for (let r = 0; r < repeats; r++)
      sum += effectiveSamples(this.logWeights.subarray(r * samples, (r + 1) * samples));
    return sum / repeats;
  }

  measure() {
    const { logEvidence, elbo, bound, chiSquare, samples, ...view } = this.view();
    return {
      ...{ samples, logEvidence, elbo, bound, gap: logEvidence - bound, chiSquare },
      measured: view.histogram.measured,
      effectiveSampleSize: view.effective,
      ...{ tailShape: view.tailShape, paretoShape: view.paretoShape },
      bounds: view.marks,
    };
  }
}
