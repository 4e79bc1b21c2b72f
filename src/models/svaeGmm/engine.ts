/** An SVAE-GMM at work: the trainer with a mixture inside, and what the page shows of it. */
import type { Dataset } from '../../datasets/dataset.ts';
import { forkRandom } from '../../math/random.ts';
import { Autoencoder } from '../../networks/autoencoder.ts';
import { initialParameters } from '../../networks/initialise.ts';
import type { AutoencoderShape } from '../../networks/shape.ts';
import { Trainer, type TrainingOptions } from '../../svae/trainer.ts';
import type {
  Checkpoint,
  ElboTerms,
  Engine,
  EngineRequest,
  Framed,
  StepOutcome,
} from '../engine.ts';
import { explainBreakdown } from './breakdown.ts';
import type { SvaeGmmEdit } from './edits.ts';
import { inspectIteration } from './inspection.ts';
import { Mixture } from './mixture.ts';
import type { SvaeGmmSettings } from './settings.ts';
import type {
  ClusterSummary,
  IterationInspection,
  PointInspection,
  SvaeGmmQuery,
  SvaeGmmSnapshot,
} from './snapshot.ts';
import { SnapshotMaker } from './snapshotMaker.ts';

export type SvaeGmmEngine = Engine<
  SvaeGmmEdit,
  SvaeGmmSnapshot,
  SvaeGmmQuery,
  PointInspection | IterationInspection
>;

export function createSvaeGmmEngine(request: EngineRequest<SvaeGmmSettings>): SvaeGmmEngine {
  return new SvaeGmm(request);
}

class SvaeGmm implements SvaeGmmEngine {
  private readonly dataset: Dataset;
  private readonly mixture: Mixture;
  private readonly networks: Autoencoder;
  private readonly trainer: Trainer<SvaeGmmEdit, ClusterSummary[]>;
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
    const shape = networkShape(settings, dataset.dimension);
    const parameters = initialParameters(shape, forkRandom(seed, 'networks'));
    this.networks = new Autoencoder(shape, parameters);
    this.mixture = new Mixture(settings, dataset.rows);
    const { means } = this.networks.potentials(dataset.values, dataset.rows);
    const natural = this.mixture.initialise(means, forkRandom(seed, 'clusters'));
    this.trainer = new Trainer({
      model: this.mixture,
      networks: this.networks,
      parameters,
      natural,
      data: dataset,
      random: forkRandom(seed, 'training'),
      options: trainingOptions(settings),
      batchRows: settings.batch,
      sequenceLength: 1,
    });
    this.snapshots = new SnapshotMaker(this.mixture.globals, this.networks, dataset, seed);
  }

  get step(): number {
    return this.trainer.step;
  }

  train(): StepOutcome {
    const status = this.trainer.train();
    if (!status.ok) {
      return { ok: false, breakdown: explainBreakdown(status, this.step, this.settings) };
    }
    return { ok: true, elbo: { ...this.trainer.batchBound }, events: [] };
  }

  evaluate(): ElboTerms {
    return this.snapshots.evaluate(this.trainer.natural, this.edits, this.step);
  }

  snapshot(): Framed<SvaeGmmSnapshot> {
    return this.snapshots.make(this.trainer.natural, this.edits, this.step);
  }

  inspect(query: SvaeGmmQuery): PointInspection | IterationInspection {
    if (query.kind === 'point') {
      return this.snapshots.point(this.trainer.natural, this.edits, this.step, query.row);
    }
    return inspectIteration({
      row: query.row,
      mixture: this.mixture,
      networks: this.networks,
      natural: this.trainer.natural,
      dataset: this.dataset,
      statistics: this.snapshots.statistics(this.trainer.natural, this.step),
      naturalStep: this.settings.naturalStep,
      step: this.step,
    });
  }

  setEdits(edits: readonly SvaeGmmEdit[]): void {
    // Refuse edits that do not fit before they take the place of those that do.
    this.mixture.globals.withEdits(this.trainer.natural, edits);
    this.edits = edits;
  }

  bakeEdits(): void {
    this.trainer.natural.set(this.mixture.bake(this.trainer.natural, this.edits));
    this.edits = [];
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.snapshots.sampleCount = view.samples ?? 0;
  }

  updateSettings(settings: SvaeGmmSettings): void {
    this.settings = settings;
    this.trainer.options = trainingOptions(settings);
  }

  save(): Checkpoint {
    return this.trainer.save();
  }

  load(checkpoint: Checkpoint): void {
    this.trainer.load(checkpoint);
    this.snapshots.forget();
  }

  dispose(): void {
    this.networks.dispose();
  }
}

function networkShape(settings: SvaeGmmSettings, dataDimension: number): AutoencoderShape {
  return {
    dataDimension,
    latentDimension: settings.latentDimension,
    hiddenLayers: settings.hiddenLayers,
    hiddenUnits: settings.hiddenUnits,
    activation: settings.activation,
    residual: settings.residual,
    decoderResidual: 'transpose',
    weights: 'fan-in',
    encoderInputScale: 0.1,
    decoderInputScale: 0.1,
    initialLogPrecision: 0,
    initialLogVariance: 0,
    decoderMean: 'identity',
  };
}

/** Gradients longer than this belong to a batch gone wrong, not to learning. */
const GRADIENT_CLIP = 100;

function trainingOptions(settings: SvaeGmmSettings): TrainingOptions {
  return {
    learningRate: settings.learningRate,
    naturalStep: settings.naturalStep,
    klWeight: settings.klWeight,
    fullNaturalGradient: settings.fullNaturalGradient,
    gradientClip: GRADIENT_CLIP,
  };
}
