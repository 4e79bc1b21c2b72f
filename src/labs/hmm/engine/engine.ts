/** EM for a hidden Markov model at work: half-steps, edits, and what goes on from them. */
import { logVolume } from '../../../datasets/columnUnits.ts';
import type { Sequence } from '../../../datasets/dataset.ts';
import { assignments } from '../../../inference/expectationMaximisation/responsibilities.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import type { FailedStatus } from '../../../math/status.ts';
import { copies, fittingArrays } from '../../../svae/checkpoint.ts';
import type {
  Checkpoint,
  Engine,
  EngineRequest,
  Evaluated,
  NamedArrays,
  ObjectiveTerms,
  Score,
  StepOutcome,
} from '../../engine.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import { climbsAnew } from '../../shared/data/stepKind.ts';
import { changedArrays } from '../../shared/engine/arrays.ts';
import { clusteringScores } from '../../shared/engine/clusteringScores.ts';
import { freeEnergyOf } from '../../shared/engine/emCourse.ts';
import { HalfSteps } from '../../shared/engine/halfSteps.ts';
import { mustHaveRows } from '../../shared/engine/planarData.ts';
import { explainBreakdown, largerLeastWidth } from '../../shared/engine/remedies.ts';
import { hmmArrays } from '../arrays.ts';
import type { HmmEdit } from '../edits.ts';
import { type HmmSettings, hmmTable } from '../settings.ts';
import type { HmmInspection, HmmQuery, HmmSnapshot } from '../snapshot.ts';
import { hmmArraysOf, thetaArrays, thetaWith } from './arrays.ts';
import { HmmFit } from './fit.ts';
import { inspectStep } from './inspection.ts';
import { startingTheta } from './start.ts';

export class HmmEngine implements Engine<HmmEdit, HmmSnapshot, HmmQuery, HmmInspection> {
  step = 0;
  private readonly dataset: Sequence;
  private readonly learned: HmmFit;
  /** The learned states with edits laid over them. */
  private readonly edited: HmmFit;
  private readonly halves = new HalfSteps();
  private settings: HmmSettings;
  private edits: readonly HmmEdit[] = [];

  constructor({ settings, dataset, seed }: EngineRequest<HmmSettings, Sequence>) {
    mustHaveRows(dataset.rows, settings.states, 'states');
    this.settings = settings;
    this.dataset = dataset;
    const values = Float64Array.from(dataset.values);
    const volume = logVolume(dataset.units);
    this.learned = new HmmFit(values, settings.states, volume);
    this.edited = new HmmFit(values, settings.states, volume);
    this.learned.begin(startingTheta(settings, values, seed));
    this.halves.begin(this.learned.figures());
  }

  train(): StepOutcome {
    const { learned, settings, halves } = this;
    for (const half of halves.halvesOf(settings.stepKind)) {
      const before = learned.figures();
      let shift = 0;
      if (half === 'e') shift = learned.expect();
      const status = half === 'e' ? learned.check() : learned.maximise(settings.leastWidth ** 2);
      if (!status.ok) return { ok: false, breakdown: this.explain(status) };
      halves.record(half, before, learned.figures(), { shift });
    }
    this.step += 1;
    return { ok: true, objective: this.learned.objective(), events: [] };
  }

  /** EM has arrived, or takes one half again and again: going on changes nothing. */
  get converged(): boolean {
    return this.halves.restsAt(this.settings.stepKind);
  }

  /** With means moved by hand: of those means, and of the responsibilities as they were learned. */
  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    return (of === 'shown' ? this.shown() : this.learned).objective();
  }

  snapshot(): HmmSnapshot {
    const { halves, edits, dataset } = this;
    const shown = this.shown();
    const figures = shown.figures();
    const responsibilities = Float32Array.from(shown.q.responsibilities);
    const most = assignments(shown.q.responsibilities, shown.states);
    const confidence = Float32Array.from(most, (k, t) => responsibilities[t * shown.states + k]);
    const freeEnergy = freeEnergyOf(figures);
    return {
      kind: 'hmm',
      rows: dataset.rows,
      states: shown.summary(),
      responsibilities,
      assignments: most,
      confidence,
      ...figures,
      globalKl: 0,
      freeEnergy,
      edited: edits.length > 0,
      klGap: figures.logLikelihood - freeEnergy,
      nextHalf: halves.nextHalf,
      converged: halves.converged,
      ...halves.check,
      course: halves.course.columns(),
    };
  }

  inspect(query: HmmQuery): HmmInspection {
    return inspectStep(this.shown(), query);
  }

  scores(): readonly Score[] {
    const { states, assignments, logLikelihood } = this.snapshot();
    return [
      ...clusteringScores(this.dataset, assignments, states.filter(isInUse).length, 'states'),
      { name: 'log-likelihood', value: logLikelihood, better: 'higher', decimals: 3 },
    ];
  }

  arrays(): NamedArrays {
    return hmmArraysOf(this.shown(), this.dataset);
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const { dataset, learned, halves } = this;
    const taken = changedArrays(hmmArrays, thetaArrays(this.shown(), dataset), given);
    const names = Object.keys(taken);
    if (names.length === 0) return [];
    this.bakeEdits();
    learned.take(thetaWith(learned.theta, taken, dataset.units[0]));
    halves.begin(learned.figures());
    return names;
  }

  measure() {
    const { labels } = this.dataset;
    const { states, assignments: most, logLikelihood, falls } = this.snapshot();
    return {
      adjustedRandIndex: labels ? adjustedRandIndex(labels, most) : null,
      clustersUsed: states.filter(isInUse).length,
      logLikelihood,
      elbo: this.evaluate(),
      falls,
    };
  }

  setEdits(edits: readonly HmmEdit[]): void {
    const { states } = this.settings;
    for (const { state } of edits)
      if (state >= states)
        throw new Error(
          `There is no state ${state + 1}: the model has ${states} (counted from 0 in edits).`,
        );
    this.edits = edits;
  }

  /** EM goes on from the edited means. */
  bakeEdits(): void {
    if (this.edits.length === 0) return;
    this.learned.copy(this.shown());
    this.edits = [];
    this.halves.begin(this.learned.figures());
  }

  updateSettings(settings: HmmSettings): void {
    const changed = climbsAnew(this.settings, settings);
    this.settings = settings;
    if (!changed) return;
    // Widened here and not in the next M-step, where the log-likelihood would seem to fall.
    this.learned.widen(settings.leastWidth ** 2);
    this.halves.begin(this.learned.figures());
  }

  breakDown(): void {
    this.learned.breakDown();
    this.halves.converged = false;
  }

  save(): Checkpoint {
    return { step: this.step, arrays: { ...copies(this.learned.state()), ...this.halves.save() } };
  }

  load(checkpoint: Checkpoint): void {
    this.learned.restore(fittingArrays(checkpoint, this.learned.state()));
    this.step = checkpoint.step;
    this.halves.load(checkpoint);
  }

  dispose(): void {}

  /** States under the edits. */
  private shown(): HmmFit {
    const { learned, edited, edits } = this;
    if (edits.length === 0) return learned;
    edited.copy(learned);
    edited.moveMeans(edits);
    return edited;
  }

  private explain(status: FailedStatus) {
    const place = (index: number) => ` at step ${index + 1} of the series`;
    const trouble = { status, step: this.step + 1, process: 'EM', place } as const;
    const remedy = largerLeastWidth(this.settings.leastWidth, 'state', 0.02);
    return explainBreakdown(trouble, hmmTable, this.settings, [remedy]);
  }
}
