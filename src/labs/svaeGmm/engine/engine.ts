/** An SVAE-GMM at work: the trainer with a mixture inside, and what the page shows of it. */
import { logScales } from '../../../datasets/columnUnits.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import type { LogLikelihoodEstimate } from '../../../inference/importanceSampling/estimate.ts';
import { forkRandom, type Random } from '../../../math/random.ts';
import { Autoencoder } from '../../../networks/autoencoder.ts';
import { initialParameters } from '../../../networks/initialise.ts';
import type { AutoencoderShape } from '../../../networks/shape.ts';
import { BoundEvaluator, judgedRows } from '../../../svae/boundEvaluator.ts';
import { packArrays, unpackArrays } from '../../../svae/packedArrays.ts';
import { type SearchSchedule, StructuralSearch } from '../../../svae/structuralSearch.ts';
import { Trainer } from '../../../svae/trainer.ts';
import type {
  Checkpoint,
  ElboTerms,
  Engine,
  EngineRequest,
  Evaluated,
  Framed,
  StepOutcome,
} from '../../engine.ts';
import { structuredOptions } from '../../shared/settings/trainingSettings.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import type { SvaeGmmSettings } from '../settings.ts';
import type {
  IterationInspection,
  PointInspection,
  SvaeGmmQuery,
  SvaeGmmSnapshot,
} from '../snapshot.ts';
import { explainBreakdown } from './breakdown.ts';
import { inspectIteration } from './inspection.ts';
import { svaeLogLikelihood } from './likelihood.ts';
import { Mixture } from './mixture.ts';
import { SnapshotMaker } from './snapshotMaker.ts';

export interface SvaeGmmEngine
  extends Engine<
    SvaeGmmEdit,
    SvaeGmmSnapshot,
    SvaeGmmQuery,
    PointInspection | IterationInspection
  > {
  /** log p of rows (M x D) under the edits, by importance sampling. */
  sampledLogLikelihoodOf(
    values: Float32Array,
    samples: number,
    random: Random,
  ): LogLikelihoodEstimate;
  /** Decoded means (S x D) of latents (S x d). */
  decode(latents: Float64Array, count: number): Float32Array;
}

export function createSvaeGmmEngine(request: EngineRequest<SvaeGmmSettings>): SvaeGmmEngine {
  return new SvaeGmm(request);
}

class SvaeGmm implements SvaeGmmEngine {
  private readonly dataset: Dataset;
  private readonly mixture: Mixture;
  private readonly networks: Autoencoder;
  /** The networks at the running average of the last steps: what is shown and what is compared. */
  private readonly shown: Autoencoder;
  private shownNatural: Float64Array = new Float64Array(0);
  /** Step they were brought up to date at; -1 when that has to be done again. */
  private shownStep = -1;
  private readonly trainer: Trainer;
  private readonly search: StructuralSearch;
  private readonly snapshots: SnapshotMaker;
  private settings: SvaeGmmSettings;
  private edits: readonly SvaeGmmEdit[] = [];

  constructor({ settings, dataset, seed }: EngineRequest<SvaeGmmSettings>) {
    if (settings.clusters > dataset.rows) {
      throw new Error(
        `${settings.clusters} clusters are more than the ${dataset.rows} points of the data set: choose at most ${dataset.rows}.`,
      );
    }
    this.settings = settings;
    this.dataset = dataset;
    const shape = networkShape(settings, dataset);
    const parameters = initialParameters(shape, forkRandom(seed, 'networks'));
    this.networks = new Autoencoder(shape, parameters);
    this.shown = new Autoencoder(shape, parameters);
    this.mixture = new Mixture(settings, dataset.rows);
    const { means } = this.networks.potentials(dataset.values, dataset.rows);
    const natural = this.mixture.initialise(means, forkRandom(seed, 'clusters'));
    this.trainer = new Trainer({
      model: this.mixture,
      networks: this.networks,
      parameters,
      natural,
      data: dataset,
      seed,
      options: structuredOptions(settings),
      batchRows: settings.batch,
      sequenceLength: 1,
    });
    const evaluator = new BoundEvaluator({
      model: this.mixture,
      networks: this.shown,
      data: dataset,
      sequenceLength: 1,
      random: forkRandom(seed, 'evaluation'),
    });
    this.search = new StructuralSearch(
      this.trainer,
      evaluator,
      searchSchedule(dataset.rows, settings.batch),
    );
    this.snapshots = new SnapshotMaker(this.mixture.globals, this.shown, dataset, seed);
  }

  get step(): number {
    return this.trainer.step;
  }

  get stepShare(): number {
    return this.trainer.batchRows / judgedRows(this.dataset.rows);
  }

  train(): StepOutcome {
    const { trainer, search, settings } = this;
    let move = settings.structuralMoves ? search.beforeStep() : null;
    let status = trainer.train();
    if (!status.ok) {
      const refused = search.refuseBroken();
      if (refused) {
        move = refused;
        status = trainer.train();
      }
    }
    if (!status.ok) {
      return { ok: false, breakdown: explainBreakdown(status, this.step + 1, settings) };
    }
    // The chart goes with the pictures: while a change is on trial both stand still.
    const elbo = { ...(search.decidedBound() ?? trainer.batchBound) };
    return { ok: true, elbo, events: move ? [move] : [] };
  }

  evaluate(of: Evaluated = 'shown'): ElboTerms {
    return this.snapshots.evaluate(this.show(), of === 'shown' ? this.edits : [], this.step);
  }

  snapshot({ afresh = false } = {}): Framed<SvaeGmmSnapshot> {
    if (afresh) this.shownStep = -1;
    return this.snapshots.make(this.show(), this.edits, this.step, this.search.onTrial());
  }

  inspect(query: SvaeGmmQuery): PointInspection | IterationInspection {
    const natural = this.show();
    if (query.kind === 'point') {
      return this.snapshots.point(natural, this.edits, this.step, query.row);
    }
    return inspectIteration({
      row: query.row,
      mixture: this.mixture,
      networks: this.shown,
      natural,
      dataset: this.dataset,
      learned: this.snapshots.learned,
      options: this.trainer.options,
      step: this.step,
    });
  }

  sampledLogLikelihoodOf(
    values: Float32Array,
    samples: number,
    random: Random,
  ): LogLikelihoodEstimate {
    const { globals } = this.mixture;
    // The counts are those of points in a picture; a density has no use for them.
    const noCounts = new Float64Array(globals.clusters);
    const clusters = globals.summary(this.show(), this.edits, noCounts);
    // Encoding these rows overwrites what the networks have said of those shown.
    this.snapshots.forget();
    return svaeLogLikelihood(this.shown, clusters, values, samples, random);
  }

  decode(latents: Float64Array, count: number): Float32Array {
    this.show();
    return this.shown.reconstructMean(latents, count);
  }

  setEdits(edits: readonly SvaeGmmEdit[]): void {
    // Refuse edits that do not fit before they take the place of those that do.
    this.mixture.globals.withEdits(this.show(), edits);
    // Taken back, not dragged on: points return to where they were, whichever way they went.
    if (edits.length < this.edits.length) this.shownStep = -1;
    this.edits = edits;
  }

  bakeEdits(): void {
    const { trainer, search, mixture } = this;
    search.abandon();
    trainer.goToAverage();
    trainer.natural.set(mixture.bake(trainer.natural, this.edits));
    trainer.average.natural.set(trainer.natural);
    this.shownStep = -1;
    this.edits = [];
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.snapshots.sampleCount = view.samples ?? 0;
  }

  updateSettings(settings: SvaeGmmSettings): void {
    this.settings = settings;
    this.trainer.options = structuredOptions(settings);
    // Branches trained under other settings cannot be compared.
    this.search.abandon();
    this.shownStep = -1;
  }

  save(): Checkpoint {
    const { state, memory } = this.search.save();
    return { ...state, optimiser: packArrays([state.optimiser, memory]) };
  }

  load(checkpoint: Checkpoint): void {
    const [optimiser, memory] = unpackArrays(checkpoint.optimiser, 2);
    this.search.load({ state: { ...checkpoint, optimiser }, memory });
    this.shownStep = -1;
    this.snapshots.forget();
  }

  dispose(): void {
    this.networks.dispose();
    this.shown.dispose();
  }

  /** Brings the shown networks up to date; returns the eta that goes with them. */
  private show(): Float64Array {
    if (this.shownStep !== this.step) {
      const { parameters, natural, modelState } = this.search.decided();
      this.shown.setParameters(parameters);
      this.shownNatural = natural;
      this.snapshots.learned.set(modelState);
      // Under edits, points go on from where the last picture left them.
      if (this.edits.length === 0 || this.shownStep < 0) this.snapshots.startAfresh();
      this.shownStep = this.step;
    }
    return this.shownNatural;
  }
}

/**
 * Hidden units that all switch at the origin can only learn maps that are odd around it. Spread
 * out, they bend arms into shape in half as many steps.
 */
const HIDDEN_BIAS_DEVIATION = 1.5;

function networkShape(settings: SvaeGmmSettings, { dimension, units }: Dataset): AutoencoderShape {
  return {
    logScales: logScales(units),
    dataDimension: dimension,
    latentDimension: settings.latentDimension,
    hiddenLayers: settings.hiddenLayers,
    hiddenUnits: settings.hiddenUnits,
    activation: settings.activation,
    residual: settings.residual,
    decoderResidual: 'transpose',
    weights: settings.weights,
    hiddenBiasDeviation: settings.weights === 'fan-in' ? HIDDEN_BIAS_DEVIATION : 0,
    encoderInputScale: settings.inputScale,
    decoderInputScale: settings.inputScale,
    initialLogPrecision: 0,
    initialLogVariance: 0,
    decoderMean: 'identity',
  };
}

/** Passes over the data before the first look for moves. */
const WARM_UP_EPOCHS = 30;
const LEAST_WARM_UP = 100;
const MOST_WARM_UP = 400;

function searchSchedule(rows: number, batch: number): SearchSchedule {
  const warmUp = Math.round((WARM_UP_EPOCHS * rows) / Math.min(batch, rows));
  return {
    warmUp: Math.min(MOST_WARM_UP, Math.max(LEAST_WARM_UP, warmUp)),
    period: 25,
    trial: 75,
    leastGain: -0.12,
  };
}
