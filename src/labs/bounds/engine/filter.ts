/** A particle filter next to the Kalman filter, with each way of resampling, again and again. */
import { spreadOf } from '../../../inference/estimators/spread.ts';
import {
  createParticleFilter,
  type ParticleFilter,
  type Resampling,
  resampleParticles,
  weighParticles,
} from '../../../inference/importanceWeighting/particleFilter.ts';
import { forkRandom, type Random } from '../../../math/random.ts';
import { DrawnPart } from '../../shared/engine/drawnPart.ts';
import type { FilterEstimates, FilterRun, FilterView } from '../filterView.ts';
import type { BoundsSettings } from '../settings.ts';
import { type Rotation, rotation } from './rotation.ts';

export type FilterSettings = Pick<
  BoundsSettings,
  'particles' | 'observations' | 'observationNoise' | 'resampling'
>;

const WAYS: readonly Resampling[] = ['always', 'when-few', 'never'];
/** Repeats that are remembered, the last ones. */
const REPEATS = 1000;
/** Particles moved by one step of the lab: a few milliseconds. A run may take several steps. */
const WORK = 30_000;
const SHOWN = 150;

export class FilterModel extends DrawnPart<FilterSettings, FilterView> {
  /**
   * Estimates of the log-likelihood, way by way; and how many runs have ended, of all ways in turn,
   * and to which step the present one has come.
   */
  readonly state = { logs: new Float64Array(WAYS.length * REPEATS), marks: new Float64Array(2) };
  protected readonly inWords = 'log-likelihood of a run';
  private rotation: Rotation;
  private filter: ParticleFilter;
  /** Of the present run. */
  private random: Random;
  private log = 0;
  /** The run that is shown, and the next one while it is on its way. */
  private run: FilterRun | null = null;
  private next: FilterRun | null = null;

  constructor(settings: FilterSettings, seed: number) {
    super(settings, seed);
    this.rotation = this.newRotation();
    this.filter = createParticleFilter(this.rotation.model, settings.particles);
    this.random = this.streamOf(0);
    this.advance();
  }

  private newRotation(): Rotation {
    const { observations, observationNoise } = this.settings;
    return rotation(observations, observationNoise, this.seed);
  }

  /** A repeat has one stream: each way of resampling begins with the same particles. */
  private streamOf(repeat: number): Random {
    return forkRandom(this.seed, `filter ${repeat}`);
  }

  protected advance(): void {
    for (let done = 0; done < WORK; done += this.settings.particles) this.move();
    super.forget();
  }

  /** One step of the present run. */
  private move(): void {
    const { rotation, filter, state } = this;
    const [ended, step] = state.marks;
    const way = ended % WAYS.length;
    const repeat = Math.floor(ended / WAYS.length);
    if (step === 0) {
      this.random = this.streamOf(repeat);
      this.log = 0;
      this.next = WAYS[way] === this.settings.resampling ? this.newRun(repeat) : null;
    }
    this.log += weighParticles(filter, rotation.model, step, this.random);
    if (this.next) watch(this.next, filter, step);
    const isAgain = resampleParticles(filter, rotation.model, step, WAYS[way], this.random);
    if (this.next) this.next.resampled[step] = Number(isAgain);
    if (step + 1 < rotation.model.steps) state.marks[1] = step + 1;
    else {
      state.logs[way * REPEATS + (repeat % REPEATS)] = this.log;
      state.marks.set([ended + 1, 0]);
      if (this.next) this.run = { ...this.next, error: this.log - rotation.logLikelihood };
    }
  }

  /** The run that was on its way is done again up to where it was. */
  override restored(): void {
    const reached = this.state.marks[1];
    this.state.marks[1] = 0;
    this.forget();
    while (this.state.marks[1] < reached) this.move();
  }

  protected override forget(): void {
    super.forget();
    this.run = null;
    this.next = null;
  }

  update(settings: FilterSettings): void {
    const before = this.take(settings);
    const isOther = (['particles', 'observations', 'observationNoise'] as const).some(
      (name) => settings[name] !== before[name],
    );
    if (!isOther) return;
    this.rotation = this.newRotation();
    this.filter = createParticleFilter(this.rotation.model, settings.particles);
    this.state.logs.fill(0);
    this.state.marks.fill(0);
    this.advance();
  }

  private endedOf(way: number): number {
    return Math.ceil((this.state.marks[0] - way) / WAYS.length);
  }

  private estimatesOf(way: number): FilterEstimates {
    const count = Math.min(REPEATS, this.endedOf(way));
    const errors = this.state.logs
      .slice(way * REPEATS, way * REPEATS + count)
      .map((log) => log - this.rotation.logLikelihood);
    const { mean, meanError, variance } = spreadOf(errors);
    const ratios = spreadOf(errors.map(Math.exp));
    return {
      ...{ resampling: WAYS[way], errors: Float32Array.from(errors) },
      ...{ ratio: ratios.mean, mean },
      spread: count < 2 ? null : { ratioError: ratios.meanError, meanError, variance },
    };
  }

  /** Mean of the estimates of the log-likelihood, of the chosen way. */
  value(): number {
    const { errors, mean } = this.estimatesOf(this.chosen);
    return this.rotation.logLikelihood + (errors.length > 0 ? mean : this.shownRun().error);
  }

  private get chosen(): number {
    return WAYS.indexOf(this.settings.resampling);
  }

  protected look(): FilterView {
    const { model: _, ...exact } = this.rotation;
    const { particles, observationNoise: noise } = this.settings;
    return {
      ...{ part: 'filter', particles, noise, ...exact },
      run: this.shownRun(),
      estimates: WAYS.map((_, way) => this.estimatesOf(way)),
    };
  }

  /** The last run of the chosen way that has ended, or the first one; done again where it was not watched. */
  private shownRun(): FilterRun {
    this.run ??= this.runAgain(Math.max(0, this.endedOf(this.chosen) - 1));
    return this.run;
  }

  private runAgain(repeat: number): FilterRun {
    const { model, logLikelihood } = this.rotation;
    const { particles, resampling } = this.settings;
    const filter = createParticleFilter(model, particles);
    const random = this.streamOf(repeat);
    const run = this.newRun(repeat);
    let log = 0;
    for (let t = 0; t < model.steps; t++) {
      log += weighParticles(filter, model, t, random);
      watch(run, filter, t);
      run.resampled[t] = Number(resampleParticles(filter, model, t, resampling, random));
    }
    return { ...run, error: log - logLikelihood };
  }

  private newRun(repeat: number): FilterRun {
    const { particles, resampling, observations: steps } = this.settings;
    const shown = Math.min(SHOWN, particles);
    return {
      ...{ resampling, repeat, shown, error: Number.NaN },
      places: new Float32Array(steps * shown),
      weights: new Float32Array(steps * shown),
      effective: new Float64Array(steps),
      resampled: new Uint8Array(steps),
    };
  }

  measure() {
    const { particles, logLikelihood, run, estimates } = this.view();
    const figures = estimates.map(({ resampling, errors, ratio, mean, spread }) => [
      resampling,
      { repeats: errors.length, ratio, mean, ...spread },
    ]);
    const effective = run.effective.reduce((sum, one) => sum + one, 0) / run.effective.length;
    return { particles, logLikelihood, effective, ...Object.fromEntries(figures) };
  }
}

/** Weighted particles of a step, from all over the list: neighbours in it may have a common parent. */
function watch(
  { shown, places, weights, effective }: FilterRun,
  filter: ParticleFilter,
  t: number,
) {
  const { particles, states, logWeights } = filter;
  let most = -Infinity;
  for (const log of logWeights) if (log > most) most = log;
  for (let s = 0; s < shown; s++) {
    const n = Math.floor((s * particles) / shown);
    places[t * shown + s] = states[2 * n];
    weights[t * shown + s] = Math.exp(logWeights[n] - most);
  }
  effective[t] = filter.effective[t];
}
