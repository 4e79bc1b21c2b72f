/** An SVAE-LDS at work: the trainer with a linear dynamical system inside, and what the page shows. */
import { logScales } from '../../../datasets/columnUnits.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import { forkRandom } from '../../../math/random.ts';
import { Autoencoder } from '../../../networks/autoencoder.ts';
import { initialParameters } from '../../../networks/initialise.ts';
import type { AutoencoderShape } from '../../../networks/shape.ts';
import { BoundEvaluator, judgedRows } from '../../../svae/boundEvaluator.ts';
import { Trainer, type TrainingOptions } from '../../../svae/trainer.ts';
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
import type { SvaeLdsEdit } from '../edits.ts';
import type { SvaeLdsSettings } from '../settings.ts';
import type { SvaeLdsInspection, SvaeLdsQuery, SvaeLdsSnapshot } from '../snapshot.ts';
import { explainBreakdown } from './breakdown.ts';
import { LinearDynamics } from './dynamics.ts';
import { FedData, feedAt } from './fedData.ts';
import { editLatents, Forecaster } from './forecast.ts';
import { scaleLatent, scanColumn } from './inspection.ts';
import { measureForecasts } from './metrics.ts';
import { SnapshotMaker } from './snapshotMaker.ts';
import { stableEdits } from './stableEdits.ts';
import { track } from './tracking.ts';

export class SvaeLdsEngine
  implements Engine<SvaeLdsEdit, SvaeLdsSnapshot, SvaeLdsQuery, SvaeLdsInspection>
{
  private readonly data: FedData;
  private readonly seed: number;
  private readonly model: LinearDynamics;
  private readonly networks: Autoencoder;
  /** The networks at the running average of the last steps: what is shown and measured. */
  private readonly shown: Autoencoder;
  /** Step they were brought up to date at; -1 when that has to be done again. */
  private shownStep = -1;
  private readonly trainer: Trainer;
  private evaluator: BoundEvaluator;
  private readonly forecaster: Forecaster;
  private readonly snapshots: SnapshotMaker;
  private settings: SvaeLdsSettings;
  private edits: readonly SvaeLdsEdit[] = [];

  constructor({ settings, dataset, seed }: EngineRequest<SvaeLdsSettings>) {
    this.settings = settings;
    this.data = new FedData(dataset, settings, seed);
    this.seed = seed;
    const shape = networkShape(settings, dataset);
    const parameters = initialParameters(shape, forkRandom(seed, 'networks'));
    this.networks = new Autoencoder(shape, parameters);
    this.shown = new Autoencoder(shape, parameters);
    this.model = new LinearDynamics(settings);
    const batchRows = settings.windows * settings.windowSteps;
    const sequenceLength = settings.windowSteps;
    this.trainer = new Trainer({
      model: this.model,
      networks: this.networks,
      parameters,
      natural: this.model.initialise(),
      data: this.data.training,
      seed,
      options: trainingOptions(settings, 0),
      batchRows,
      sequenceLength,
    });
    this.evaluator = this.newEvaluator();
    const { globals } = this.model;
    this.forecaster = new Forecaster(globals, this.shown, seed);
    this.snapshots = new SnapshotMaker(globals, this.forecaster, this.data, settings.samples);
    this.feed();
  }

  get step(): number {
    return this.trainer.step;
  }

  get stepShare(): number {
    return this.trainer.batchRows / judgedRows(this.data.dataset.rows);
  }

  train(): StepOutcome {
    const { trainer, settings } = this;
    const status = trainer.train();
    if (!status.ok) {
      return { ok: false, breakdown: explainBreakdown(status, this.step + 1, settings) };
    }
    if (this.step === settings.changesAt) {
      this.feed();
      this.restNetworks();
    }
    return { ok: true, elbo: { ...trainer.batchBound }, events: [] };
  }

  /**
   * An edited transition is a posterior q(A, Q) with another mean: the bound stays a bound of the
   * same model, with inference repeated. Latents scaled or shifted are another decoder,
   * p(y | Sx + a), and the bound is that of the model with this decoder. The end of the input
   * changes no model.
   */
  evaluate(of: Evaluated = 'shown'): ElboTerms {
    const edits = of === 'shown' ? this.edits : [];
    const { globals } = this.model;
    const natural = globals.withEdits(this.show(), edits);
    const { parameters } = this.trainer.average;
    return this.evaluator.evaluate(parameters, natural, (latents) =>
      editLatents(latents, globals.dimension, edits),
    );
  }

  snapshot(): Framed<SvaeLdsSnapshot> {
    return this.snapshots.make(this.show(), this.edits);
  }

  inspect(query: SvaeLdsQuery): SvaeLdsInspection {
    if (query.kind === 'tracking') return track(query);
    if (query.kind === 'stableEdits') {
      const edits = stableEdits(this.model.globals, this.show(), this.edits, query.nextTo);
      return { kind: 'stableEdits', edits };
    }
    const { forecaster, edits } = this;
    const model = {
      globals: this.model.globals,
      forecaster,
      natural: this.show(),
      edits,
      stretch: this.snapshots.shown(),
      dataDimension: this.data.training.dimension,
      distance: this.data.dataset.distance,
    };
    return query.kind === 'latentScaling' ? scaleLatent(query, model) : scanColumn(query, model);
  }

  /** Forecasts on the held-out stretch, under the edits; for the command line and the bench. */
  measure(): ReturnType<typeof measureForecasts> {
    const natural = this.model.globals.withEdits(this.show(), this.edits);
    return measureForecasts(this.forecaster, natural, this.edits, this.data.dataset);
  }

  setEdits(edits: readonly SvaeLdsEdit[]): void {
    // Refuse edits that do not fit before they take the place of those that do.
    this.model.globals.withEdits(this.show(), edits);
    this.edits = edits;
  }

  /** Those of the transition are built in; those of latents and input were ways of looking. */
  bakeEdits(): void {
    const { trainer } = this;
    trainer.goToAverage();
    trainer.natural.set(this.model.globals.withEdits(trainer.natural, this.edits));
    trainer.average.natural.set(trainer.natural);
    this.shownStep = -1;
    this.edits = [];
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.snapshots.setView(view);
  }

  updateSettings(settings: SvaeLdsSettings): void {
    const before = feedAt(this.settings, this.step).trains;
    this.settings = settings;
    this.snapshots.samples = settings.samples;
    this.feed();
    if (before === 'everything') this.restNetworks();
  }

  /** Networks at rest go back to their average, so that is broken too. */
  spoil(): void {
    const { trainer, networks } = this;
    trainer.parameters.fill(Number.NaN);
    trainer.average.parameters.fill(Number.NaN);
    networks.setParameters(trainer.parameters);
    trainer.forgetPotentials();
    this.shownStep = -1;
  }

  save(): Checkpoint {
    return this.trainer.save();
  }

  load(checkpoint: Checkpoint): void {
    this.trainer.load(checkpoint);
    this.feed();
    this.restNetworks();
    this.shownStep = -1;
  }

  dispose(): void {
    this.networks.dispose();
    this.shown.dispose();
  }

  /** Feeds what is to be fed at this step. */
  private feed(): void {
    this.trainer.options = trainingOptions(this.settings, this.step);
    if (!this.data.setSpeed(feedAt(this.settings, this.step).feedSpeed)) return;
    this.trainer.forgetPotentials();
    this.snapshots.forget();
    this.evaluator = this.newEvaluator();
  }

  /** Where only the dynamics are trained they go on from what is shown: networks at their average. */
  private restNetworks(): void {
    if (feedAt(this.settings, this.step).trains === 'everything') return;
    this.trainer.goToAverage();
    this.shownStep = -1;
  }

  private newEvaluator(): BoundEvaluator {
    return new BoundEvaluator({
      model: this.model,
      networks: this.shown,
      data: this.data.training,
      sequenceLength: this.trainer.sequenceLength,
      random: forkRandom(this.seed, 'evaluation'),
    });
  }

  /** Brings the shown networks up to date; returns the eta that goes with them. */
  private show(): Float64Array {
    const { average } = this.trainer;
    if (this.shownStep !== this.step) {
      this.shown.setParameters(average.parameters);
      this.shownStep = this.step;
    }
    return average.natural;
  }
}

/** Where only the dynamics are trained, they have a step of their own. */
function trainingOptions(settings: SvaeLdsSettings, step: number): TrainingOptions {
  const options = structuredOptions(settings);
  if (feedAt(settings, step).trains === 'everything') return options;
  return { ...options, networksRest: true, naturalStep: settings.dynamicsStep };
}

/**
 * Latents that begin by hardly moving are soon taken for a state that stands still, and the picture
 * stays at its mean. So it is with two hidden layers, as each flattens what it passes on, and from
 * every other seed with a series of one or two columns, unless the heads make up for it.
 */
const LOUD_HEAD_SCALE = 3;

function networkShape(settings: SvaeLdsSettings, { dimension, units }: Dataset): AutoencoderShape {
  const isFaint = settings.hiddenLayers > 1 || settings.signal === 'own';
  return {
    dataDimension: dimension,
    logScales: logScales(units),
    latentDimension: settings.latentDimension,
    hiddenLayers: settings.hiddenLayers,
    hiddenUnits: settings.hiddenUnits,
    activation: settings.activation,
    residual: 'none',
    decoderResidual: 'independent',
    weights: 'fan-in',
    headScale: isFaint ? LOUD_HEAD_SCALE : 1,
    encoderInputScale: 1,
    decoderInputScale: 1,
    initialLogPrecision: 0,
    initialLogVariance: 0,
    decoderMean: 'sigmoid',
  };
}
