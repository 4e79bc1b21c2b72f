/** Coordinate ascent on a posterior in the plane, and Gibbs sampling next to it: each step updates a factor and draws its coordinate. */
import type { NoRows } from '../../../../datasets/dataset.ts';
import { Chain } from '../../../../inference/variational/plane/gibbsChain.ts';
import type { Coordinate, Posterior } from '../../../../inference/variational/plane/posterior.ts';
import { forkRandom } from '../../../../math/random.ts';
import { arrayNamed, copies, fittingArrays } from '../../../../svae/checkpoint.ts';
import type {
  Checkpoint,
  Engine,
  EngineRequest,
  Evaluated,
  NamedArrays,
  ObjectiveTerms,
  StepOutcome,
} from '../../../engine.ts';
import { explainBreakdown } from '../../../shared/engine/remedies.ts';
import type { PlaneEdit } from '../../planeEdits.ts';
import type {
  PlaneMoments,
  PlaneQuery,
  PlaneSnapshot,
  UpdateInspection,
} from '../../planeSnapshot.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../settings.ts';
import { planeArrays } from '../arrays.ts';
import { Course } from '../course.ts';
import { FIRST_DRAWING, FIRST_OBSERVATIONS, type Given, posteriorOf } from './densities.ts';
import { inspectUpdate } from './inspection.ts';
import { snapshotOf, targetKey } from './snapshotMaker.ts';
import { Track } from './track.ts';

const FACTORS = 2;
/** q starts this far from the middle and this wide, as fractions of half the box. */
const START_DISTANCE = 0.6;
const START_WIDTH = 0.16;

type Placement = Extract<PlaneEdit, { kind: 'placeFactors' }>;

export class PlaneEngine
  implements Engine<{ readonly kind: string }, PlaneSnapshot, PlaneQuery, UpdateInspection>
{
  step = 0;
  private settings: MeanFieldSettings;
  private given: Given = { observations: FIRST_OBSERVATIONS, drawn: FIRST_DRAWING };
  private posterior: Posterior;
  private placement: Placement | null = null;
  private readonly next = new Int32Array(1);
  private readonly course = new Course();
  private readonly track = new Track();
  private readonly chain: Chain;

  constructor({ settings, seed }: EngineRequest<MeanFieldSettings, NoRows>) {
    this.settings = settings;
    this.posterior = posteriorOf(settings, this.given);
    this.chain = new Chain(seed);
    const direction = 2 * Math.PI * forkRandom(seed, 'factors').uniform();
    const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
    const [x, y] = this.posterior.box.map(([low, high], i) => ({
      at: (low + high + START_DISTANCE * (high - low) * (i === 0 ? cos : sin)) / 2,
      width: (START_WIDTH * (high - low)) / 2,
    }));
    this.posterior.place([x.at, y.at], [x.width, y.width]);
    this.chain.begin(x.at, y.at);
    this.begin();
  }

  train(): StepOutcome {
    const { settings, next, posterior, chain } = this;
    const updates = settings.stepKind === 'sweep' ? FACTORS : 1;
    for (let update = 0; update < updates; update++) {
      const coordinate = next[0] as Coordinate;
      this.track.before(coordinate, posterior);
      posterior.update(coordinate);
      next[0] = (coordinate + 1) % FACTORS;
      const total = posterior.elbo();
      if (!Number.isFinite(total)) {
        const status = { ok: false, what: 'ELBO', value: total } as const;
        const trouble = { status, step: this.step + 1 };
        return { ok: false, breakdown: explainBreakdown(trouble, meanFieldTable, settings, []) };
      }
      this.track.after(coordinate, posterior);
      this.course.took(coordinate, total, posterior.logEvidence, FACTORS);
      if (settings.gibbs) chain.draw(posterior, coordinate);
    }
    this.step += 1;
    return { ok: true, objective: this.evaluate('learned'), events: [] };
  }

  get converged(): boolean {
    return this.course.isFlat(FACTORS) && (!this.settings.gibbs || this.chain.isFull);
  }

  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    const terms = () => {
      const [total, entropy] = [this.posterior.elbo(), this.posterior.entropy()];
      return { total, energy: total - entropy, entropy };
    };
    return of === 'shown' ? this.asShown(terms) : terms();
  }

  snapshot(): PlaneSnapshot {
    const { posterior, settings, given, course, track, chain, next } = this;
    return this.asShown(() =>
      snapshotOf(posterior, {
        ...{ settings, given, course, track },
        chain: settings.gibbs ? chain : null,
        next: next[0] as Coordinate,
        isPlaced: this.placement !== null,
      }),
    );
  }

  arrays(): NamedArrays {
    return planeArrays(this.snapshot(), this.posterior);
  }

  inspect({ kind }: PlaneQuery): UpdateInspection {
    if (kind !== 'update') throw new Error(`This target has no answer to "${kind}".`);
    return this.asShown(() => inspectUpdate(this.posterior, this.next[0] as Coordinate));
  }

  measure() {
    const { posterior, settings, chain } = this;
    const { logEvidence, exact, names } = posterior;
    const total = posterior.elbo();
    const sampled = settings.gibbs ? chain.moments() : null;
    return {
      elbo: total,
      logEvidence,
      gap: logEvidence - total,
      exact: figuresOf(exact, names),
      meanField: figuresOf(posterior.moments(), names),
      gibbs: sampled && figuresOf(sampled, names),
      contractionPerSweep: posterior.contraction,
      autocorrelationPerSweep: settings.gibbs ? chain.lagOne : null,
    };
  }

  /** Edits of other targets stay for those. */
  setEdits(edits: readonly { readonly kind: string }[]): void {
    const own = edits as readonly PlaneEdit[];
    const observed = own.find((edit) => edit.kind === 'observe');
    const drawing = own.find((edit) => edit.kind === 'drawDensity');
    const given: Given = {
      observations: observed?.values ?? FIRST_OBSERVATIONS,
      drawn: drawing?.points ?? FIRST_DRAWING,
    };
    const placement = own.find((edit) => edit.kind === 'placeFactors') ?? null;
    const before = { given: this.given, placement: this.placement };
    try {
      this.turnTo(this.settings, given);
      this.placement = placement;
      this.asShown(() => undefined);
    } catch (error) {
      this.placement = before.placement;
      this.turnTo(this.settings, before.given);
      throw error;
    }
  }

  /** Updates go on from where q was placed. */
  bakeEdits(): void {
    const { placement, posterior } = this;
    if (!placement) return;
    posterior.place(placement.mean, placement.deviation);
    this.placement = null;
    this.begin();
  }

  updateSettings(settings: MeanFieldSettings): void {
    this.turnTo(settings, this.given);
  }

  breakDown(): void {
    this.posterior.factors.fill(Number.NaN);
  }

  save(): Checkpoint {
    const arrays = {
      ...copies(this.state()),
      ...this.chain.save(),
      ...this.track.save(),
      course: this.course.save(),
    };
    return { step: this.step, arrays };
  }

  load(checkpoint: Checkpoint): void {
    const own = this.state();
    const saved = fittingArrays(checkpoint, own);
    const of = (name: string) => arrayNamed(checkpoint, name);
    this.chain.load({
      chain: of('chain'),
      chainSteps: of('chainSteps'),
      chainRandom: of('chainRandom'),
    });
    this.course.load(of('course'));
    this.track.load({ path: of('path'), sweeps: of('sweeps') });
    own.factors.set(saved.factors);
    own.next.set(saved.next);
    this.step = checkpoint.step;
  }

  dispose(): void {}

  private state() {
    return { factors: this.posterior.factors, next: this.next };
  }

  /** With q where it was placed, and then as it was learned. */
  private asShown<Result>(look: () => Result): Result {
    const { placement, posterior } = this;
    if (!placement) return look();
    const learned = posterior.factors.slice();
    try {
      posterior.place(placement.mean, placement.deviation);
      return look();
    } finally {
      posterior.factors.set(learned);
    }
  }

  /** Another posterior takes the place of this one; q stays where it is. */
  private turnTo(settings: MeanFieldSettings, given: Given): void {
    const isSame = targetKey(settings, given) === targetKey(this.settings, this.given);
    const before = this.posterior;
    if (!isSame) {
      const next = posteriorOf(settings, given);
      if (next.factors.length === before.factors.length && isSameForm(before, next)) {
        next.factors.set(before.factors);
      } else {
        const { mean, deviation } = before.moments();
        next.place(mean, deviation);
      }
      this.posterior = next;
    }
    this.settings = settings;
    this.given = given;
    if (isSame) return;
    this.chain.restart();
    this.begin();
  }

  /** No update led to where q is now. */
  private begin(): void {
    const { posterior, course, track } = this;
    course.begin(posterior.elbo(), posterior.logEvidence);
    track.begin(posterior);
  }
}

/** Whether numbers of the one's factors mean the same in the other: tables belong to their box. */
const isSameForm = (one: Posterior, other: Posterior): boolean =>
  one.factors.length === FACTORS * 2 || JSON.stringify(one.box) === JSON.stringify(other.box);

/** Moments by the names of the coordinates, as the command line prints them. */
const figuresOf = ({ mean, deviation, correlation }: PlaneMoments, names: readonly string[]) => ({
  ...Object.fromEntries(names.map((name, i) => [`mean ${name}`, mean[i]])),
  ...Object.fromEntries(names.map((name, i) => [`sd ${name}`, deviation[i]])),
  correlation,
});
