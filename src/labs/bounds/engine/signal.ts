/** How much of the gradients of the bound is signal: exact for any K, and measured set by set. */
import {
  type Signal,
  type SignalTransform,
  signalsAt,
  signalTransform,
} from '../../../inference/importanceWeighting/exactSignal.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import { DrawnPart } from '../../shared/engine/drawnPart.ts';
import type { BoundsSettings } from '../settings.ts';
import {
  type DatumView,
  GRADIENTS,
  type GradientId,
  type GradientView,
  type SignalMark,
  type SignalView,
} from '../snapshot.ts';
import {
  datumView,
  type ExactDatum,
  exactDatum,
  isSameDatum,
  quadraticOf,
  SIZES,
} from './datum.ts';
import type { BoundsPart } from './part.ts';
import { exactSlope, measuredSlope } from './slope.ts';

/** Draws of a set: a hundred repeats of the largest K, and at most so many of small ones. */
const DRAWS = 100_000;
const MOST_REPEATS = 2000;
/** Of each K: repeats, then sums of a value and of its square: the bound and three gradients. */
const VALUES = 1 + GRADIENTS.length;
const SUMS = 1 + 2 * VALUES;
/** A mean closer to 0 is 0, up to rounding. */
const NONE = 1e-9;

export class SignalModel extends DrawnPart<BoundsSettings, SignalView> implements BoundsPart {
  /** Sums over all sets since q was moved, K by K; and how many sets. */
  readonly state = {
    gradientSums: new Float64Array(SIZES.length * SUMS),
    gradientSets: new Float64Array(1),
  };
  protected readonly inWords = 'sum over gradients';
  private readonly noise = new Float64Array(DRAWS);
  /** Which set the noise is of. */
  private setOfNoise = Number.NaN;
  /** w / p(x) of a draw, and w a, w^2 b and w c of its gradients. */
  private readonly weights = new Float64Array(DRAWS);
  private readonly terms = GRADIENTS.map(() => new Float64Array(DRAWS));
  private exact: ExactDatum;
  private signal: SignalTransform;
  private lines: readonly GradientLine[];

  constructor(settings: BoundsSettings, seed: number) {
    super(settings, seed);
    this.exact = exactDatum(settings);
    this.signal = signalTransform(this.exact.datum);
    this.lines = linesOf(this.signal, this.exact.line);
    this.advance();
  }

  update(settings: BoundsSettings): void {
    if (isSameDatum(settings, this.take(settings))) return;
    this.exact = exactDatum(settings);
    this.signal = signalTransform(this.exact.datum);
    this.lines = linesOf(this.signal, this.exact.line);
    this.state.gradientSums.fill(0);
    this.state.gradientSets.fill(0);
    this.advance();
  }

  protected advance(): void {
    const { noise, state } = this;
    const [set] = state.gradientSets;
    // While q is dragged, the first set is asked for again and again.
    if (this.setOfNoise !== set) fillNormal(forkRandom(this.seed, `signal ${set}`), noise);
    this.setOfNoise = set;
    this.weigh();
    SIZES.forEach((samples, i) => {
      this.sum(samples, state.gradientSums.subarray(i * SUMS, (i + 1) * SUMS));
    });
    state.gradientSets[0] += 1;
    this.forget();
  }

  private weigh(): void {
    const { noise, weights, terms, exact } = this;
    const { mean, sd } = exact.datum.q;
    const [a, b, c] = quadraticOf(exact);
    const [encoder, dreg, decoder] = terms;
    for (let n = 0; n < DRAWS; n++) {
      const e = noise[n];
      const weight = Math.exp(a + e * (b + e * c));
      // d log w / d z; the path d z / d mean is 1, and the score of q is e / sd.
      const slope = (b + 2 * c * e) / sd;
      weights[n] = weight;
      encoder[n] = weight * (slope - e / sd);
      dreg[n] = weight * weight * slope;
      decoder[n] = weight * (mean + sd * e - exact.datum.priorMean);
    }
  }

  /** Sums over K draws are the gradients of `gradients.ts`: weights over their sum times the terms. */
  private sum(samples: number, into: Float64Array): void {
    const { weights, terms, exact } = this;
    const [encoder, dreg, decoder] = terms;
    const repeats = Math.min(MOST_REPEATS, Math.floor(DRAWS / samples));
    for (let r = 0, n = 0; r < repeats; r++) {
      let [sum, a, b, c] = [0, 0, 0, 0];
      for (const end = n + samples; n < end; n++) {
        sum += weights[n];
        a += encoder[n];
        b += dreg[n];
        c += decoder[n];
      }
      addTo(into, 0, exact.transform.logEvidence + Math.log(sum / samples));
      addTo(into, 1, a / sum);
      addTo(into, 2, b / (sum * sum));
      addTo(into, 3, c / sum);
    }
    into[0] += repeats;
  }

  /** Exact. */
  value(): number {
    return this.view().bound;
  }

  protected look(): SignalView {
    const { samples } = this.settings;
    const marks = SIZES.map((size, i) => {
      const { mean, error, repeats } = this.measured(i, 0);
      return { samples: size, mean, error, repeats };
    });
    const now = signalsAt(this.signal, samples);
    return {
      part: 'signal',
      ...datumView(this.exact, samples),
      marks,
      sets: this.state.gradientSets[0],
      gradients: this.lines.map(({ id, ratios, slope }, which) => {
        const ofGradient = SIZES.map((_, i) => this.markOf(i, which));
        const { mean, variance } = now[id];
        return {
          ...{ id, mean, sd: Math.sqrt(variance), ratio: ratioOf(now[id]) },
          ...{ ratios, slope, marks: ofGradient, measuredSlope: measuredSlope(ofGradient) },
        };
      }),
    };
  }

  private measured(size: number, value: number) {
    const sums = this.state.gradientSums.subarray(size * SUMS, (size + 1) * SUMS);
    const repeats = sums[0];
    const mean = sums[1 + 2 * value] / repeats;
    const square = sums[2 + 2 * value] / repeats - mean * mean;
    const sd = Math.sqrt((Math.max(0, square) * repeats) / (repeats - 1));
    return { mean, sd, error: sd / Math.sqrt(repeats), repeats };
  }

  private markOf(size: number, which: number): SignalMark {
    const { mean, sd, error, repeats } = this.measured(size, 1 + which);
    const ratio = Math.abs(mean) / sd;
    return {
      ...{ samples: SIZES[size], repeats, mean, meanError: error, sd, ratio },
      // Of the mean, and of the deviation as if the gradients were normal.
      ratioError: Math.sqrt((1 + (ratio * ratio) / 2) / repeats),
    };
  }

  measure() {
    const { logEvidence, elbo, bound, samples, chiSquare, gradients, sets } = this.view();
    return {
      ...{ samples, sets, logEvidence, elbo, bound, gap: logEvidence - bound, chiSquare },
      ...Object.fromEntries(
        gradients.map(({ id, mean, sd, ratio, slope, measuredSlope: measured, marks }) => [
          id,
          { mean, sd, signalToNoise: ratio, slope, measuredSlope: measured, marks },
        ]),
      ),
    };
  }
}

function addTo(sums: Float64Array, value: number, by: number): void {
  sums[1 + 2 * value] += by;
  sums[2 + 2 * value] += by * by;
}

/** 0 where the mean is. */
const ratioOf = ({ mean, variance }: Signal): number =>
  Math.abs(mean) < NONE ? 0 : Math.abs(mean) / Math.sqrt(variance);

interface GradientLine extends Pick<GradientView, 'ratios' | 'slope'> {
  readonly id: GradientId;
}

function linesOf(signal: SignalTransform, { sizes }: DatumView['line']): readonly GradientLine[] {
  const ofLine = sizes.map((size) => signalsAt(signal, size));
  const ofMarks = SIZES.map((size) => signalsAt(signal, size));
  return GRADIENTS.map((id) => ({
    id,
    ratios: Float64Array.from(ofLine, (at) => ratioOf(at[id])),
    slope: exactSlope(
      SIZES,
      ofMarks.map((at) => ratioOf(at[id])),
    ),
  }));
}
