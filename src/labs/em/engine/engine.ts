/** EM for mixtures at work: half-steps, edits, and what goes on from them. */
import { logVolume } from '../../../datasets/columnUnits.ts';
import type { Points } from '../../../datasets/dataset.ts';
import type { LogLikelihoodEstimate } from '../../../inference/importanceWeighting/estimate.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import type { Random } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import { arrayNamed, copies, fittingArrays } from '../../../svae/checkpoint.ts';
import type {
  Breakdown,
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
import type { HalfStep } from '../../shared/engine/emCourse.ts';
import { HalfSteps } from '../../shared/engine/halfSteps.ts';
import { heldOutPlanarPoints, mustHaveRows } from '../../shared/engine/planarData.ts';
import { explainBreakdown, largerLeastWidth } from '../../shared/engine/remedies.ts';
import { emArrays } from '../arrays.ts';
import type { EmEdit } from '../edits.ts';
import { type EmSettings, emTable } from '../settings.ts';
import type { EmInspection, EmQuery, EmSnapshot, StartChoice } from '../snapshot.ts';
import { emArraysOf, inModelUnits, learnedArrays } from './arrays.ts';
import { ClusterEvents } from './clusterEvents.ts';
import { MixtureFit } from './fit.ts';
import { inspect } from './inspection.ts';
import { mixtureLogLikelihood } from './likelihood.ts';
import { MeanTrail } from './meanTrail.ts';
import { boundPartsOf, densityOf, elboOf, parameterCount, requireOk } from './measures.ts';
import { bestStart, loadedChoice, savedChoice } from './restarts.ts';
import { snapshotOf } from './snapshotMaker.ts';

export class EmEngine implements Engine<EmEdit, EmSnapshot, EmQuery, EmInspection> {
  step = 0;
  private readonly values: Float64Array;
  private readonly dataset: Points;
  private readonly seed: number;
  private readonly learned: MixtureFit;
  /** The learned clusters with edits laid over them. */
  private readonly edited: MixtureFit;
  private readonly events = new ClusterEvents();
  private readonly halfSteps = new HalfSteps();
  private readonly trail: MeanTrail;
  private settings: EmSettings;
  private edits: readonly EmEdit[] = [];
  /** How the start of the run was found; null where nothing was chosen, or means were moved since. */
  private startChoice: StartChoice | null;

  constructor({ settings, dataset, seed }: EngineRequest<EmSettings>) {
    const { clusters } = settings;
    mustHaveRows(dataset.rows, clusters, 'clusters');
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
    this.values = Float64Array.from(dataset.values);
    const volume = logVolume(dataset.units);
    this.learned = new MixtureFit(this.values, dataset.dimension, settings, volume);
    this.edited = new MixtureFit(this.values, dataset.dimension, settings, volume);
    this.trail = new MeanTrail(clusters * dataset.dimension);
    const { means, choice } = bestStart(this.edited, settings, this.values, seed);
    this.learned.start(means);
    this.startChoice = choice;
    requireOk(this.learned.refresh());
    this.newStart();
  }

  train(): StepOutcome {
    const { learned, settings, halfSteps } = this;
    const halves = halfSteps.halvesOf(settings.stepKind);
    for (const half of halves) {
      const before = boundPartsOf(learned);
      // The first hard q is not chosen over the doubtful one there was before.
      const isAscent = settings.algorithm !== 'k-means' || half === 'm' || before.entropy === 0;
      let shift = 0;
      if (half === 'e') shift = learned.assign();
      const status = half === 'e' ? learned.check() : learned.maximise();
      if (!status.ok) {
        return { ok: false, breakdown: this.explain(status) };
      }
      if (half === 'm') this.trail.add(learned.parameters.means);
      halfSteps.record(half, before, boundPartsOf(learned), { isAscent, shift });
    }
    this.step += 1;
    const counts = learned.counts();
    const events = halves.includes('m')
      ? this.events.after(learned, counts, settings, this.step, halfSteps.converged)
      : [];
    return { ok: true, objective: elboOf(learned, counts), events };
  }

  /** EM has arrived, or takes one half again and again: going on changes nothing. */
  get converged(): boolean {
    return this.halfSteps.restsAt(this.settings.stepKind);
  }

  /** With means moved by hand: of those means, and of the responsibilities as they were learned. */
  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    return elboOf(of === 'shown' ? this.shown() : this.learned);
  }

  snapshot(): EmSnapshot {
    const { settings, halfSteps, values, startChoice } = this;
    const distanceScale = this.dataset.distance.scale;
    const isEdited = this.edits.length > 0;
    return snapshotOf(this.shown(), {
      ...{ settings, halfSteps, values, startChoice, distanceScale, isEdited },
    });
  }

  inspect(query: EmQuery): EmInspection {
    const { values, settings, trail } = this;
    const distanceScale = this.dataset.distance.scale;
    const isEdited = this.edits.length > 0;
    return inspect(this.shown(), query, { values, settings, trail, distanceScale, isEdited });
  }

  scores(): readonly Score[] {
    const { clusters, assignments, logLikelihood } = this.snapshot();
    return [
      ...clusteringScores(this.dataset, assignments, clusters.filter(isInUse).length),
      { name: 'log-likelihood', value: logLikelihood, better: 'higher', decimals: 3 },
    ];
  }

  arrays(): NamedArrays {
    return emArraysOf(this.shown(), this.dataset, this.settings.algorithm);
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const { dataset, learned, settings } = this;
    const own = learnedArrays(this.shown(), dataset, settings.algorithm);
    const taken = changedArrays(emArrays, own, given);
    const names = Object.keys(taken);
    if (names.length === 0) return [];
    this.bakeEdits();
    learned.take(inModelUnits(taken, dataset.units));
    requireOk(learned.refresh());
    this.startChoice = null;
    this.newStart();
    return names;
  }

  measure() {
    const { settings, seed, dataset, startChoice } = this;
    const { assignments, clusters, logLikelihood, distortion, falls } = this.snapshot();
    const heldOut = heldOutPlanarPoints(settings, seed, dataset);
    return {
      adjustedRandIndex: dataset.labels ? adjustedRandIndex(dataset.labels, assignments) : null,
      clustersUsed: clusters.filter(isInUse).length,
      logLikelihood,
      heldOutLogLikelihood: heldOut && this.logLikelihoodOf(heldOut),
      parameterCount: parameterCount(settings, dataset.dimension),
      elbo: this.evaluate(),
      distortion,
      falls,
      ...(startChoice && { start: startChoice.chosen + 1, startsAsGood: startChoice.asGood }),
    };
  }

  /** log p of rows (M x D) per row in nats, under the edits. */
  logLikelihoodOf(values: Float32Array): number {
    return densityOf(this.shown(), Float64Array.from(values));
  }

  /** The same by importance sampling, as models with networks need it. */
  sampledLogLikelihoodOf(
    values: Float32Array,
    samples: number,
    random: Random,
  ): LogLikelihoodEstimate {
    return mixtureLogLikelihood(this.shown(), values, samples, random);
  }

  setEdits(edits: readonly EmEdit[]): void {
    for (const { cluster, mean } of edits) {
      if (cluster >= this.settings.clusters) {
        throw new Error(
          `There is no cluster ${cluster + 1}: the model has ${this.settings.clusters} (counted from 0 in edits).`,
        );
      }
      if (mean.length !== this.dataset.dimension) {
        throw new Error(
          `The mean of cluster ${cluster + 1} needs ${this.dataset.dimension} numbers, not ${mean.length}.`,
        );
      }
    }
    this.edits = edits;
  }

  /** EM goes on from the edited means. */
  bakeEdits(): void {
    if (this.edits.length === 0) return;
    this.learned.copy(this.shown());
    requireOk(this.learned.refresh());
    this.edits = [];
    this.startChoice = null;
    this.newStart();
  }

  updateSettings(settings: EmSettings): void {
    const before = this.settings;
    this.settings = settings;
    if (!climbsAnew(before, settings)) return;
    requireOk(this.learned.changeSettings(settings));
    // Of soft k-means the width is all that tells how far points are shared: it is seen at once.
    const isSoft = settings.algorithm === 'soft-k-means' && before.algorithm === 'soft-k-means';
    const isShared =
      isSoft && before.clusterWidth !== settings.clusterWidth && this.halfSteps.hasBegun;
    if (isShared) this.learned.assign();
    this.newStart(isShared ? 'm' : 'e');
  }

  breakDown(): void {
    this.learned.breakDown();
    this.halfSteps.converged = false;
  }

  save(): Checkpoint {
    const events = this.events.save();
    const starts = this.startChoice && { starts: savedChoice(this.startChoice) };
    const arrays = { ...copies(this.learned.state()), ...this.halfSteps.save(), events, ...starts };
    return { step: this.step, arrays };
  }

  load(checkpoint: Checkpoint): void {
    const events = arrayNamed(checkpoint, 'events');
    this.learned.restore(fittingArrays(checkpoint, this.learned.state()));
    requireOk(this.learned.refresh());
    this.step = checkpoint.step;
    this.halfSteps.load(checkpoint);
    this.trail.restart(this.learned.parameters.means);
    this.events.load(events);
    this.startChoice = loadedChoice(checkpoint);
  }

  dispose(): void {}

  /** Clusters under the edits, looked at. */
  private shown(): MixtureFit {
    const { learned, edited, edits } = this;
    if (edits.length === 0) return learned;
    edited.copy(learned);
    for (const { cluster, mean } of edits) edited.moveMean(cluster, mean);
    requireOk(edited.refresh());
    return edited;
  }

  /** Starts a new history from there. */
  private newStart(nextHalf: HalfStep = 'e'): void {
    this.halfSteps.begin(boundPartsOf(this.learned), nextHalf);
    this.trail.add(this.learned.parameters.means);
    this.events.forget();
  }

  private explain(status: FailedStatus): Breakdown {
    const { settings } = this;
    const place = (index: number) => ` of cluster ${index + 1}`;
    const trouble = { status, step: this.step + 1, process: 'EM', place } as const;
    // The least width is that of learned covariances, which the others lack or have a prior for.
    const remedies =
      settings.algorithm === 'gmm' ? [largerLeastWidth(settings.leastWidth, 'cluster', 0.05)] : [];
    return explainBreakdown(trouble, emTable('em'), settings, remedies);
  }
}
