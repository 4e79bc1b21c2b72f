/** Coordinate ascent on a posterior in the plane. */
import type { NoRows } from '../../../../datasets/dataset.ts';
import { forkRandom } from '../../../../math/random.ts';
import { arrayNamed, copies, fittingArrays } from '../../../../svae/checkpoint.ts';
import type {
  Checkpoint,
  Engine,
  EngineRequest,
  ObjectiveTerms,
  StepOutcome,
  Transferable,
} from '../../../engine.ts';
import type { OfKind } from '../../../lab.ts';
import { explainBreakdown } from '../../../shared/engine/remedies.ts';
import type { PlaneSnapshot } from '../../planeSnapshot.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../settings.ts';
import { Course } from '../course.ts';

const FACTORS = 2;
/** The target is a density: its integral is 1. */
const LOG_EVIDENCE = 0;
const LOG_2PI = Math.log(2 * Math.PI);

export class PlaneEngine implements Engine<never, PlaneSnapshot, OfKind, OfKind> {
  step = 0;
  private settings: MeanFieldSettings;
  private readonly mean = new Float64Array(FACTORS);
  private readonly variance = new Float64Array(FACTORS).fill(1);
  private readonly next = new Int32Array(1);
  private readonly course = new Course();

  constructor({ settings, seed }: EngineRequest<MeanFieldSettings, NoRows>) {
    this.settings = settings;
    const random = forkRandom(seed, 'factors');
    for (let i = 0; i < FACTORS; i++) this.mean[i] = 2 * random.normal();
    this.course.begin(this.evaluate().total, LOG_EVIDENCE);
  }

  train(): StepOutcome {
    const { settings, next } = this;
    const updates = settings.stepKind === 'sweep' ? FACTORS : 1;
    for (let update = 0; update < updates; update++) {
      const factor = next[0];
      this.update(factor);
      next[0] = (factor + 1) % FACTORS;
      const { total } = this.evaluate();
      if (!Number.isFinite(total)) {
        const status = { ok: false, what: 'ELBO', value: total } as const;
        const trouble = { status, step: this.step + 1 };
        return { ok: false, breakdown: explainBreakdown(trouble, meanFieldTable, settings, []) };
      }
      this.course.took(factor, total, LOG_EVIDENCE, FACTORS);
    }
    this.step += 1;
    return { ok: true, objective: this.evaluate(), events: [] };
  }

  evaluate(): ObjectiveTerms {
    const { mean: m, variance: v, settings } = this;
    const rho = settings.correlation;
    const rest = 1 - rho * rho;
    const square = m[0] ** 2 + v[0] + m[1] ** 2 + v[1] - 2 * rho * m[0] * m[1];
    const energy = -LOG_2PI - Math.log(rest) / 2 - square / (2 * rest);
    const entropy = LOG_2PI + 1 + (Math.log(v[0]) + Math.log(v[1])) / 2;
    return { total: energy + entropy, energy, entropy };
  }

  snapshot(): Transferable<PlaneSnapshot> {
    const snapshot: PlaneSnapshot = {
      kind: 'mean-field',
      part: 'plane',
      mean: Array.from(this.mean),
      variance: Array.from(this.variance),
      elbo: this.evaluate().total,
      logEvidence: LOG_EVIDENCE,
      next: this.next[0],
      course: this.course.columns(),
    };
    return { snapshot, transfer: [] };
  }

  measure() {
    const { total } = this.evaluate();
    return { elbo: total, logEvidence: LOG_EVIDENCE, gap: LOG_EVIDENCE - total };
  }

  updateSettings(settings: MeanFieldSettings): void {
    const isOther = settings.correlation !== this.settings.correlation;
    this.settings = settings;
    if (isOther) this.course.begin(this.evaluate().total, LOG_EVIDENCE);
  }

  breakDown(): void {
    this.mean.fill(Number.NaN);
  }

  save(): Checkpoint {
    return { step: this.step, arrays: { ...copies(this.state()), course: this.course.save() } };
  }

  load(checkpoint: Checkpoint): void {
    const own = this.state();
    const saved = fittingArrays(checkpoint, own);
    this.course.load(arrayNamed(checkpoint, 'course'));
    this.mean.set(saved.mean);
    this.variance.set(saved.variance);
    this.next.set(saved.next);
    this.step = checkpoint.step;
  }

  dispose(): void {}

  private state() {
    return { mean: this.mean, variance: this.variance, next: this.next };
  }

  /** q_i = N(rho m_j, 1 - rho^2): the inverse of a diagonal entry of the precision. */
  private update(i: number): void {
    const { correlation } = this.settings;
    this.mean[i] = correlation * this.mean[1 - i];
    this.variance[i] = 1 - correlation * correlation;
  }
}
