/** EM for mixtures at work: half-steps, edits, and what the page shows of them. */
import type { Dataset } from '../../datasets/dataset.ts';
import { assignments } from '../../inference/expectationMaximisation/responsibilities.ts';
import type { Status } from '../../math/status.ts';
import { packArrays, unpackArrays } from '../../svae/packedArrays.ts';
import type {
  Breakdown,
  Checkpoint,
  ElboTerms,
  Engine,
  EngineRequest,
  Framed,
  StepOutcome,
  TrainingEvent,
} from '../engine.ts';
import { Course, type HalfStep } from '../parts/emCourse.ts';
import { heldOutPlanarPoints } from '../parts/planarData.ts';
import { ClusterEvents, LEAST_COUNT } from './clusterEvents.ts';
import type { EmEdit } from './edits.ts';
import { MixtureFit } from './fit.ts';
import { landscape } from './landscape.ts';
import { densityOf, distortion, mustBeFine, parameterCount } from './measures.ts';
import type { EmSettings } from './settings.ts';
import type { EmCluster, EmInspection, EmQuery, EmSnapshot } from './snapshot.ts';
import { startingMeans } from './start.ts';

/** A change of the bound, relative to it, that is rounding. */
const ROUNDING = 1e-9;
/** Of a fit's state these come first: weights, means, covariances, eta. */
const GLOBAL_ARRAYS = 4;

export class EmEngine implements Engine<EmEdit, EmSnapshot, EmQuery, EmInspection> {
  step = 0;
  private readonly values: Float64Array;
  private readonly dataset: Dataset;
  private readonly seed: number;
  private readonly learned: MixtureFit;
  /** The learned clusters with edits laid over them. */
  private readonly edited: MixtureFit;
  private readonly events = new ClusterEvents();
  private readonly course = new Course();
  private readonly counts: Float64Array;
  private settings: EmSettings;
  private edits: readonly EmEdit[] = [];
  private nextHalf: HalfStep = 'e';
  private converged = false;
  private falls = 0;

  constructor({ settings, dataset, seed }: EngineRequest<EmSettings>) {
    const { clusters } = settings;
    if (clusters > dataset.rows) {
      throw new Error(
        `${clusters} clusters are more than the ${dataset.rows} points of the data set: choose at most ${dataset.rows}.`,
      );
    }
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
    this.values = Float64Array.from(dataset.values);
    this.learned = new MixtureFit(this.values, dataset.dimension, settings);
    this.edited = new MixtureFit(this.values, dataset.dimension, settings);
    this.counts = new Float64Array(clusters);
    this.learned.start(startingMeans(settings, this.values, dataset.dimension, seed));
    mustBeFine(this.learned.look());
  }

  train(): StepOutcome {
    const { learned, settings } = this;
    const bound = this.freeEnergy(learned);
    const halves = this.halvesToTake(settings);
    for (const half of halves) {
      const before = this.climbed(learned);
      if (half === 'e') learned.assign();
      else {
        const status = learned.maximise();
        if (!status.ok) return { ok: false, breakdown: explain(status, this.step + 1) };
      }
      if (this.climbed(learned) < before - ROUNDING * Math.abs(before)) this.falls += 1;
      this.nextHalf = half === 'e' ? 'm' : 'e';
      this.record(half);
    }
    this.step += 1;
    const after = this.freeEnergy(learned);
    if (halves.length === 2) this.converged = Math.abs(after - bound) <= ROUNDING * Math.abs(after);
    const events: TrainingEvent[] = halves.includes('m')
      ? this.events.after(learned, this.count(learned), settings, this.step)
      : [];
    return { ok: true, elbo: this.elbo(learned), events };
  }

  evaluate(): ElboTerms {
    return this.elbo(this.shown());
  }

  snapshot(): Framed<EmSnapshot> {
    const { dataset, settings } = this;
    const fit = this.shown();
    const { rows, components: K, q } = fit.responsibilities;
    const { isBayesian, bound } = fit;
    const responsibilities = Float32Array.from(q);
    const most = assignments(q, K);
    const confidence = Float32Array.from(most, (k, n) => q[n * K + k]);
    const perDatum = (sum: number) => sum / rows;
    const snapshot: EmSnapshot = {
      kind: 'em',
      algorithm: settings.algorithm,
      rows,
      dataDimension: dataset.dimension,
      responsibilities,
      assignments: most,
      confidence,
      clusters: this.summary(fit),
      logLikelihood: isBayesian ? null : perDatum(bound.logLikelihood),
      freeEnergy: perDatum(this.freeEnergy(fit)),
      energy: perDatum(bound.energy),
      entropy: perDatum(bound.entropy),
      globalKl: perDatum(bound.globalKl),
      klGap: isBayesian ? null : perDatum(bound.klGap),
      distortion: distortion(fit, this.values),
      nextHalf: this.nextHalf,
      converged: this.converged,
      falls: this.falls,
      edited: this.edits.length > 0,
      course: this.course.columns(),
    };
    const owned = [responsibilities, most, confidence];
    return { snapshot, transfer: owned.map(({ buffer }) => buffer as ArrayBuffer) };
  }

  inspect(query: EmQuery): EmInspection {
    const fit = this.shown();
    if (query.kind === 'landscape') {
      if (fit.isBayesian) {
        throw new Error(
          'The landscape is that of a log-likelihood; the Bayesian mixture has a posterior over the means instead.',
        );
      }
      return landscape(fit, this.values, query, this.settings.algorithm === 'k-means');
    }
    const { row } = query;
    const { rows, components: K, q, logJoint, posterior, logEvidence } = fit.responsibilities;
    if (!Number.isInteger(row) || row < 0 || row >= rows) {
      throw new RangeError(`There is no row ${row}; rows are counted from 0 to ${rows - 1}.`);
    }
    const ofRow = (values: Float64Array) => Array.from(values.subarray(row * K, (row + 1) * K));
    return {
      kind: 'point',
      row,
      responsibilities: ofRow(q),
      logJoint: ofRow(logJoint),
      posterior: ofRow(posterior),
      logEvidence: logEvidence[row],
    };
  }

  /** For the command line and the bench, under the edits. */
  measure(): { readonly heldOutLogLikelihood: number | null; readonly parameterCount: number } {
    const { settings, seed, dataset } = this;
    const { parameters } = this.shown();
    const d = dataset.dimension;
    const heldOut = heldOutPlanarPoints(settings, seed, dataset);
    return {
      heldOutLogLikelihood: heldOut && densityOf(parameters, Float64Array.from(heldOut), d),
      parameterCount: parameterCount(settings, d),
    };
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
    mustBeFine(this.learned.look());
    this.edits = [];
    this.newStart();
  }

  /** Nothing to ask for: a snapshot shows all there is. */
  setView(): void {}

  updateSettings(settings: EmSettings): void {
    const changed = Object.entries(settings).some(
      ([name, value]) => name !== 'stepKind' && this.settings[name as keyof EmSettings] !== value,
    );
    this.settings = settings;
    if (!changed) return;
    mustBeFine(this.learned.turnTo(settings));
    this.newStart();
  }

  save(): Checkpoint {
    const state = this.learned.state();
    const flags = Float64Array.of(
      this.nextHalf === 'e' ? 0 : 1,
      Number(this.converged),
      this.falls,
    );
    return {
      step: this.step,
      parameters: new Float32Array(0),
      optimiser: packArrays([this.course.save(), flags]),
      natural: packArrays(state.slice(0, GLOBAL_ARRAYS)),
      modelState: packArrays(state.slice(GLOBAL_ARRAYS)),
      random: [],
    };
  }

  load({ step, optimiser, natural, modelState }: Checkpoint): void {
    const [course, flags] = unpackArrays(optimiser, 2);
    this.learned.restore([...unpackArrays(natural, GLOBAL_ARRAYS), ...unpackArrays(modelState, 2)]);
    mustBeFine(this.learned.look());
    this.step = step;
    this.course.load(course);
    this.nextHalf = flags[0] === 0 ? 'e' : 'm';
    this.converged = flags[1] === 1;
    this.falls = flags[2];
    this.events.forget();
  }

  dispose(): void {}

  /** Clusters under the edits, looked at. */
  private shown(): MixtureFit {
    const { learned, edited, edits } = this;
    if (edits.length === 0) return learned;
    edited.copy(learned);
    for (const { cluster, mean } of edits) edited.moveMean(cluster, mean);
    mustBeFine(edited.look());
    return edited;
  }

  private halvesToTake({ stepKind }: EmSettings): readonly HalfStep[] {
    if (stepKind === 'both') return ['e', 'm'];
    return [stepKind === 'alternate' ? this.nextHalf : stepKind];
  }

  /** What was known of the way here does not go on from there. */
  private newStart(): void {
    this.nextHalf = 'e';
    this.converged = false;
    this.falls = 0;
    this.events.forget();
  }

  private freeEnergy({ bound }: MixtureFit): number {
    return bound.energy + bound.entropy - bound.globalKl;
  }

  /** What Theorem 16 says of: the log-likelihood, or with priors the bound. */
  private climbed(fit: MixtureFit): number {
    return fit.isBayesian ? this.freeEnergy(fit) : fit.bound.logLikelihood;
  }

  private elbo(fit: MixtureFit): ElboTerms {
    const { rows } = fit.responsibilities;
    const total = this.freeEnergy(fit) / rows;
    const reconstruction = fit.expectedLogLikelihood() / rows;
    const globalKl = fit.bound.globalKl / rows;
    return { total, reconstruction, localKl: reconstruction - globalKl - total, globalKl };
  }

  private record(half: HalfStep): void {
    const { bound, isBayesian, responsibilities } = this.learned;
    const { rows } = responsibilities;
    this.course.add({
      step: this.step + 1,
      half,
      logLikelihood: isBayesian ? null : bound.logLikelihood / rows,
      energy: bound.energy / rows,
      entropy: bound.entropy / rows,
      globalKl: bound.globalKl / rows,
    });
  }

  /** K: summed responsibilities. */
  private count({ responsibilities: { components: K, q } }: MixtureFit): Float64Array {
    this.counts.fill(0);
    for (let at = 0; at < q.length; at++) this.counts[at % K] += q[at];
    return this.counts;
  }

  private summary(fit: MixtureFit): EmCluster[] {
    const d = fit.dimension;
    const { weights, means, covariances } = fit.parameters;
    const counts = this.count(fit);
    return Array.from(weights, (weight, k) => ({
      id: k,
      weight,
      count: counts[k],
      mean: Array.from(means.subarray(k * d, (k + 1) * d)),
      covariance: Array.from(covariances.subarray(k * d * d, (k + 1) * d * d)),
      empty: counts[k] < LEAST_COUNT,
      singular: fit.conditions.singular[k] === 1,
    }));
  }
}

function explain(status: Extract<Status, { ok: false }>, step: number): Breakdown {
  const place = status.index === undefined ? '' : ` of cluster ${status.index + 1}`;
  return {
    step,
    message: `EM stopped at step ${step}: the ${status.what}${place} came out as ${status.value}.`,
    remedy: 'Allow no cluster to become so narrow: raise the least width.',
    suggestedSettings: { leastWidth: 0.05 },
  };
}
