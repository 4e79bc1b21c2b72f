/** Gradient ascent on E f by each estimator: all of them start at q and use the same draws. */
import { forkRandom } from '../../../math/random.ts';
import type { NamedArrays } from '../../engine.ts';
import { float64, joined } from '../../shared/engine/arrays.ts';
import { DrawnPart } from '../../shared/engine/drawnPart.ts';
import { ESTIMATORS, type Parameter } from '../names.ts';
import type { EstimatorsSettings } from '../settings.ts';
import { LIMITS, type Place, type RacerView, type RaceView } from '../snapshot.ts';
import type { EstimatorsPart } from './part.ts';
import { createSampler, type Sampler } from './sampler.ts';
import { parametersOf, placeOf, type Target } from './target.ts';

/** Steps that are remembered. */
const COURSE = 400;
const HILL_PLACES = 101;

type Racer = RacerView['id'];

export class RaceModel extends DrawnPart<EstimatorsSettings, RaceView> implements EstimatorsPart {
  readonly state: Readonly<Record<'positions' | 'values' | 'paths' | 'marks', Float64Array>>;
  protected readonly inWords = 'parameter of a racer';
  private readonly racers: readonly Racer[];
  /** Numbers of a position: mean and sd, or theta. */
  private readonly width: number;
  private sampler: Sampler;
  private out: Float64Array;

  constructor(
    settings: EstimatorsSettings,
    private target: Target,
    seed: number,
  ) {
    super(settings, seed);
    this.sampler = this.newSampler();
    this.out = new Float64Array(settings.batch);
    this.racers = ['exact', ...ESTIMATORS.filter((id) => this.sampler.ids.includes(id))];
    this.width = parametersOf(settings).length;
    const R = this.racers.length;
    this.state = {
      positions: new Float64Array(R * this.width),
      values: new Float64Array(R * COURSE),
      paths: new Float64Array(R * COURSE * this.width),
      // Steps taken from q, and steps remembered.
      marks: new Float64Array(2),
    };
    this.start();
  }

  protected advance(): void {
    const { positions } = this.state;
    const { sampler, racers, settings, width } = this;
    sampler.draw(forkRandom(this.seed, `race ${this.state.marks[0]}`));
    racers.forEach((racer, r) => {
      const gradients = parametersOf(settings).map((parameter) =>
        this.gradient(racer, r, parameter),
      );
      this.ascend(positions.subarray(r * width, (r + 1) * width), gradients);
    });
    this.state.marks[0] += 1;
    this.forget();
    this.remember();
  }

  /** The average over the batch, or exact. */
  private gradient(racer: Racer, r: number, parameter: Parameter): number {
    const { sampler, out, settings, target } = this;
    const { gradient } = sampler.evaluate(this.placeOf(r), target.f, parameter);
    if (racer === 'exact') return gradient;
    sampler.fill(racer, settings.batch, out);
    return out.reduce((sum, estimate) => sum + estimate, 0) / out.length;
  }

  /** Of the mean, the log of the standard deviation, or the log-odds of theta. */
  private ascend(at: Float64Array, gradients: readonly number[]): void {
    const { rate } = this.settings;
    if (this.width === 1) {
      const [theta] = at;
      const slope = theta * (1 - theta);
      const logOdds = Math.log(theta / (1 - theta)) + rate * slope * gradients[0];
      at[0] = within(LIMITS.theta, 1 / (1 + Math.exp(-logOdds)));
    } else {
      at[0] = within(LIMITS.mean, at[0] + rate * gradients[0]);
      at[1] = within(LIMITS.sd, at[1] * Math.exp(rate * at[1] * gradients[1]));
    }
  }

  private placeOf(r: number): Place {
    const { positions } = this.state;
    const { temperature } = this.settings;
    return this.width === 1
      ? { theta: positions[r], temperature }
      : { mean: positions[2 * r], sd: positions[2 * r + 1] };
  }

  private heightOf(r: number, { f }: Target): number {
    return this.sampler.evaluate(this.placeOf(r), f, parametersOf(this.settings)[0]).value;
  }

  /** All racers at q; what they have come to is forgotten. */
  private start(): void {
    const q = placeOf(this.settings);
    const from = 'theta' in q ? [q.theta] : [q.mean, q.sd];
    this.racers.forEach((_, r) => {
      this.state.positions.set(from, r * this.width);
    });
    this.state.marks.fill(0);
    this.remember();
  }

  private remember(): void {
    const { values, paths, positions, marks } = this.state;
    const { racers, width } = this;
    const isFull = marks[1] === COURSE;
    if (!isFull) marks[1] += 1;
    racers.forEach((_, r) => {
      const course = values.subarray(r * COURSE, (r + 1) * COURSE);
      const path = paths.subarray(r * COURSE * width, (r + 1) * COURSE * width);
      if (isFull) {
        course.copyWithin(0, 1);
        path.copyWithin(0, width);
      }
      course[marks[1] - 1] = this.heightOf(r, this.target);
      path.set(positions.subarray(r * width, (r + 1) * width), (marks[1] - 1) * width);
    });
  }

  /** E f, exact, averaged over the racers. */
  value(target: Target): number {
    const sum = this.racers.reduce((total, _, r) => total + this.heightOf(r, target), 0);
    return sum / this.racers.length;
  }

  update(settings: EstimatorsSettings, target: Target): void {
    const before = this.take(settings);
    this.target = target;
    if (settings.batch !== before.batch) {
      this.sampler = this.newSampler();
      this.out = new Float64Array(settings.batch);
    }
    const hasMoved = (['mean', 'sd', 'theta'] as const).some(
      (name) => settings[name] !== before[name],
    );
    if (hasMoved) this.start();
  }

  private newSampler(): Sampler {
    const { settings, target } = this;
    return createSampler(settings, settings.batch, target.f.hasEntropy);
  }

  protected look(): RaceView {
    const { values, paths, marks } = this.state;
    const { racers, width, settings } = this;
    const known = marks[1];
    const { k, dimension } = settings;
    return {
      ...{ part: 'race', firstStep: marks[0] - known + 1, dimension },
      ground: `${this.target.name} ${k} ${dimension}`,
      racers: racers.map((id, r): RacerView => {
        const course = values.subarray(r * COURSE, r * COURSE + known);
        const from = r * COURSE * width;
        return {
          ...{ id, q: this.placeOf(r), value: this.heightOf(r, this.target) },
          values: Float32Array.from(course),
          path: Float32Array.from(paths.subarray(from, from + known * width)),
        };
      }),
      hill: width === 1 ? this.hill() : null,
    };
  }

  arrays(): NamedArrays {
    const { racers } = this.view();
    const [R, S] = [racers.length, racers[0].values.length];
    return {
      estimators: { data: racers.map(({ id }) => id), shape: [R] },
      paths: float64(joined(racers.map(({ path }) => path)), R, S, this.width),
      course: float64(joined(racers.map(({ values }) => values)), R, S),
    };
  }

  /** E f of a coin is a straight line between both outcomes. */
  private hill() {
    const { f } = this.target;
    const { dimension } = this.settings;
    const x = Float32Array.from({ length: HILL_PLACES }, (_, i) => i / (HILL_PLACES - 1));
    return {
      x,
      values: x.map((theta) => dimension * (theta * f.value(1) + (1 - theta) * f.value(0))),
    };
  }

  measure() {
    const racers = this.racers.map((id, r) => [
      id,
      { ...this.placeOf(r), value: this.heightOf(r, this.target) },
    ]);
    return { f: this.target.name, steps: this.state.marks[0], ...Object.fromEntries(racers) };
  }
}

const within = ({ low, high }: { readonly low: number; readonly high: number }, value: number) =>
  Number.isNaN(value) ? value : Math.min(high, Math.max(low, value));
