/** Annealed importance sampling from N(0, 1) to an unnormalised target, by more and more steps. */
import {
  annealedLogWeights,
  annealingGap,
  bridgeAt,
  type Gaussian,
  limitOfAnnealingGap,
  metropolisTransition,
  perfectTransition,
  reverseAnnealingGap,
} from '../../../inference/importanceWeighting/annealing.ts';
import { forkRandom } from '../../../math/random.ts';
import { DrawnPart } from '../../shared/engine/drawnPart.ts';
import type { AnnealingSeries, AnnealingView, MeasuredBound } from '../annealingView.ts';
import type { BoundsSettings } from '../settings.ts';

export type AnnealingSettings = Pick<
  BoundsSettings,
  'targetMean' | 'targetSd' | 'bridgeSteps' | 'transitions'
>;

const FROM: Gaussian = { mean: 0, sd: 1 };
const SERIES: readonly AnnealingSeries[] = ['forward', 'metropolis', 'reverse'];
/** Numbers of steps that are measured, in addition to the chosen one. */
const LADDER = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Runs of a series at a time: more of short bridges, so that all together take a few milliseconds. */
const runsOf = (steps: number) => Math.max(14, Math.min(400, Math.round(4000 / steps)));
/** runs, and sums of log w, its square, w and its square; w of a normalised target. */
const SUMS = 5;
const SHOWN = 40;
const MOST_ROWS = 11;
const PLACES = 40;
const MOVES = { perfect: perfectTransition, metropolis: metropolisTransition(1) } as const;

export class AnnealingModel extends DrawnPart<AnnealingSettings, AnnealingView> {
  /** Sums over all runs so far: series by number of steps, the chosen number last. */
  readonly state = { sums: new Float64Array(SERIES.length * (LADDER.length + 1) * SUMS) };
  protected readonly inWords = 'sum over log weights';
  private readonly out = new Float64Array(runsOf(1));
  private lines: AnnealingView['exact'];

  constructor(settings: AnnealingSettings, seed: number) {
    super(settings, seed);
    this.lines = this.exactGaps();
    this.advance();
  }

  /** The target as a density: the gap does not depend on its normaliser. */
  private get target(): Gaussian {
    return { mean: this.settings.targetMean, sd: this.settings.targetSd };
  }

  /** Of exp{-(z - mean)^2 / (2 sd^2)}. */
  private get logZ(): number {
    return Math.log(this.settings.targetSd * Math.sqrt(2 * Math.PI));
  }

  /** Measured at the chosen number of steps: a lower bound on log Z. */
  value(): number {
    return this.measuredAt('forward', this.chosen).bound;
  }

  update(settings: AnnealingSettings): void {
    const before = this.take(settings);
    if (settings.targetMean !== before.targetMean || settings.targetSd !== before.targetSd) {
      this.state.sums.fill(0);
      this.lines = this.exactGaps();
      this.advance();
    } else if (settings.bridgeSteps !== before.bridgeSteps) {
      for (const series of SERIES) this.sumsOf(series, LADDER.length).fill(0);
      this.runChosen();
    }
  }

  /** Where the chosen number of steps is summed up. */
  private get chosen(): number {
    const known = LADDER.indexOf(this.settings.bridgeSteps);
    return known < 0 ? LADDER.length : known;
  }

  private stepsOf(slot: number): number {
    return LADDER[slot] ?? this.settings.bridgeSteps;
  }

  private sumsOf(series: AnnealingSeries, slot: number): Float64Array {
    const at = (SERIES.indexOf(series) * (LADDER.length + 1) + slot) * SUMS;
    return this.state.sums.subarray(at, at + SUMS);
  }

  /** A batch of runs of each series and number of steps. */
  protected advance(): void {
    LADDER.forEach((_, slot) => {
      for (const series of SERIES) this.run(series, slot);
    });
    this.runChosen();
  }

  private runChosen(): void {
    this.forget();
    if (this.chosen < LADDER.length) return;
    for (const series of SERIES) this.run(series, LADDER.length);
  }

  private run(series: AnnealingSeries, slot: number): void {
    const { target } = this;
    const sums = this.sumsOf(series, slot);
    const steps = this.stepsOf(slot);
    const runs = runsOf(steps);
    const out = this.out.subarray(0, runs);
    const random = forkRandom(this.seed, `annealing ${series} ${steps} ${sums[0] / runs}`);
    const [from, to] = series === 'reverse' ? [target, FROM] : [FROM, target];
    const moves = MOVES[series === 'metropolis' ? 'metropolis' : 'perfect'];
    annealedLogWeights(from, to, steps, moves, random, out);
    sums[0] += runs;
    for (const log of out) {
      const weight = Math.exp(log);
      sums[1] += log;
      sums[2] += log * log;
      sums[3] += weight;
      sums[4] += weight * weight;
    }
  }

  private measuredAt(series: AnnealingSeries, slot: number): MeasuredBound {
    const [runs, logs, squares, weights, weightSquares] = this.sumsOf(series, slot);
    const log = logs / runs;
    const ratio = weights / runs;
    const errorOf = (square: number, mean: number) =>
      Math.sqrt(Math.max(0, square / runs - mean * mean) / (runs - 1));
    return {
      ...{ steps: this.stepsOf(slot), runs },
      bound: this.logZ + (series === 'reverse' ? -log : log),
      boundError: errorOf(squares, log),
      ...{ ratio, ratioError: errorOf(weightSquares, ratio) },
      effective: (weights * weights) / weightSquares / runs,
    };
  }

  private exactGaps(): AnnealingView['exact'] {
    const most = LADDER[LADDER.length - 1];
    const steps = [
      ...new Set(Array.from({ length: PLACES }, (_, i) => Math.round(most ** (i / (PLACES - 1))))),
    ];
    return {
      steps,
      gap: steps.map((T) => annealingGap(FROM, this.target, T)),
      reverseGap: steps.map((T) => reverseAnnealingGap(FROM, this.target, T)),
    };
  }

  protected look(): AnnealingView {
    const { target, settings, logZ } = this;
    const { bridgeSteps: steps, transitions } = settings;
    const measuredOf = (series: AnnealingSeries) =>
      [...LADDER.keys(), ...(this.chosen < LADDER.length ? [] : [LADDER.length])]
        .map((slot) => this.measuredAt(series, slot))
        .sort((a, b) => a.steps - b.steps);
    return {
      ...{ part: 'annealing', steps, target, logZ, transitions },
      divergence: 2 * limitOfAnnealingGap(FROM, target, 1),
      ...this.shownRuns(),
      exact: this.lines,
      gap: annealingGap(FROM, target, steps),
      reverseGap: reverseAnnealingGap(FROM, target, steps),
      measured: {
        forward: measuredOf('forward'),
        metropolis: measuredOf('metropolis'),
        reverse: measuredOf('reverse'),
      },
    };
  }

  /** Runs of the forward direction, others after each step of the lab. */
  private shownRuns() {
    const { target, settings } = this;
    const { bridgeSteps: steps, transitions } = settings;
    const last = Math.min(steps, MOST_ROWS - 1);
    const rows = Array.from({ length: last + 1 }, (_, i) => {
      const step = Math.round((i * steps) / last);
      return { step, ...bridgeAt(FROM, target, step / steps) };
    });
    const places = new Float32Array(rows.length * SHOWN);
    const logs = new Float64Array(rows.length * SHOWN);
    const rowOf = new Map(rows.map(({ step }, row) => [step, row]));
    const batch = this.sumsOf('forward', 0)[0] / runsOf(LADDER[0]);
    annealedLogWeights(
      FROM,
      target,
      steps,
      MOVES[transitions],
      forkRandom(this.seed, `annealing shown ${batch}`),
      new Float64Array(SHOWN),
      (n, t, z, log) => {
        const row = rowOf.get(t);
        if (row === undefined) return;
        places[row * SHOWN + n] = z;
        logs[row * SHOWN + n] = log;
      },
    );
    const weights = new Float32Array(logs.length);
    for (let row = 0; row < rows.length; row++) {
      const own = logs.subarray(row * SHOWN, (row + 1) * SHOWN);
      const most = Math.max(...own);
      weights.set(
        own.map((log) => Math.exp(log - most)),
        row * SHOWN,
      );
    }
    return { rows, shown: SHOWN, places, weights };
  }

  measure() {
    const { logZ, divergence, steps, gap, reverseGap, measured } = this.view();
    const figures = SERIES.map((series) => {
      const { steps: _, ...found } = this.measuredAt(series, this.chosen);
      return [series, found];
    });
    return {
      ...{ bridgeSteps: steps, logZ, divergence },
      ...{ gap, reverseGap, limit: divergence / (2 * steps) },
      ...Object.fromEntries(figures),
      gaps: measured.forward.map((one, i) => ({
        steps: one.steps,
        forward: logZ - one.bound,
        forwardError: one.boundError,
        reverse: measured.reverse[i].bound - logZ,
        reverseError: measured.reverse[i].boundError,
        exact: annealingGap(FROM, this.target, one.steps),
      })),
    };
  }
}
