/** A VAE at work: the SVAE's trainer around a standard normal, and what the page shows of it. */
import type { Dataset } from '../../datasets/dataset.ts';
import type { LogLikelihoodEstimate } from '../../inference/importanceSampling.ts';
import { fillNormal, forkRandom, type Random } from '../../math/random.ts';
import { Autoencoder } from '../../networks/autoencoder.ts';
import { initialParameters } from '../../networks/initialise.ts';
import {
  type AutoencoderShape,
  type ParameterBlock,
  parameterLayout,
} from '../../networks/shape.ts';
import { BoundEvaluator } from '../../svae/boundEvaluator.ts';
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
import { heldOutRows } from './data.ts';
import { decodeLatents, reparameterise } from './inspection.ts';
import { vaeLogLikelihood } from './likelihood.ts';
import type { VaeSettings } from './settings.ts';
import type { VaeInspection, VaeQuery, VaeSamples, VaeSnapshot } from './snapshot.ts';
import { StandardNormal, StandardNormalBatch } from './standardNormal.ts';

/** Draws per row that a log-likelihood is estimated from. */
const IMPORTANCE_SAMPLES = 200;

export class VaeEngine implements Engine<never, VaeSnapshot, VaeQuery, VaeInspection> {
  private readonly dataset: Dataset;
  private readonly seed: number;
  private readonly networks: Autoencoder;
  /** The networks at the running average of the last steps: what is shown and measured. */
  private readonly shown: Autoencoder;
  /** Step they were brought up to date at; -1 when that has to be done again. */
  private shownStep = -1;
  private readonly trainer: Trainer;
  private readonly evaluator: BoundEvaluator;
  private readonly local: StandardNormalBatch;
  private readonly noise: Float64Array;
  private settings: VaeSettings;
  private sampleCount = 0;

  constructor({ settings, dataset, seed }: EngineRequest<VaeSettings>) {
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
    const shape = networkShape(settings, dataset.dimension);
    const parameters = startingParameters(shape, seed);
    this.networks = new Autoencoder(shape, parameters);
    this.shown = new Autoencoder(shape, parameters);
    const model = new StandardNormal(settings.latentDimension);
    this.trainer = new Trainer({
      model,
      networks: this.networks,
      parameters,
      natural: model.initialise(),
      data: dataset,
      random: forkRandom(seed, 'training'),
      options: trainingOptions(settings),
      batchRows: settings.batch,
      sequenceLength: 1,
    });
    this.evaluator = new BoundEvaluator({
      model,
      networks: this.shown,
      data: dataset,
      sequenceLength: 1,
      random: forkRandom(seed, 'evaluation'),
    });
    this.local = new StandardNormalBatch(dataset.rows, settings.latentDimension);
    this.noise = new Float64Array(dataset.rows * settings.latentDimension);
  }

  get step(): number {
    return this.trainer.step;
  }

  train(): StepOutcome {
    const status = this.trainer.train();
    if (status.ok) return { ok: true, elbo: { ...this.trainer.batchBound }, events: [] };
    return { ok: false, breakdown: explainBreakdown(status, this.step, this.settings) };
  }

  evaluate(): ElboTerms {
    this.show();
    const { average, natural } = this.trainer;
    const bound = { total: 0, reconstruction: 0, localKl: 0, globalKl: 0 };
    return this.evaluator.evaluate(average.parameters, natural, bound);
  }

  snapshot(): Framed<VaeSnapshot> {
    const networks = this.show();
    const { dataset, local, settings } = this;
    const { rows } = dataset;
    const d = settings.latentDimension;
    local.infer({ potentials: networks.potentials(dataset.values, rows), noise: this.noise });
    const latents = Float32Array.from(local.means);
    const deviations = Float32Array.from(local.variances, Math.sqrt);
    const rowKl = Float32Array.from(local.rowKl);
    const reconstructions = networks.reconstructMean(local.means, rows);
    const samples = this.sampleCount > 0 ? this.drawSamples(networks) : null;
    const owned: ArrayBufferView[] = [latents, deviations, rowKl, reconstructions];
    if (samples) owned.push(samples.latents, samples.means, samples.data);
    return {
      snapshot: {
        kind: 'vae',
        rows,
        dataDimension: dataset.dimension,
        latentDimension: d,
        pixels: settings.dataset === 'shapes' ? settings.pixels : null,
        latents,
        deviations,
        rowKl,
        coordinateKl: coordinateKl(local, d),
        reconstructions,
        samples,
      },
      transfer: owned.map((array) => array.buffer as ArrayBuffer),
    };
  }

  inspect(query: VaeQuery): VaeInspection {
    const networks = this.show();
    if (query.kind === 'decode') return decodeLatents(query, networks);
    return reparameterise(query, networks, this.dataset, this.settings.klWeight, this.seed);
  }

  /** Log-likelihoods by importance sampling, in nats per datum; for the command line and the bench. */
  measure() {
    const networks = this.show();
    const { dataset, settings, seed } = this;
    const estimate = (values: Float32Array) =>
      this.sampledLogLikelihoodOf(
        values,
        IMPORTANCE_SAMPLES,
        forkRandom(seed, 'importance sampling'),
      );
    const heldOut = heldOutRows(settings, seed, dataset);
    const { logLikelihood, standardError, effectiveSamples } = estimate(dataset.values);
    return {
      logLikelihood,
      heldOutLogLikelihood: heldOut && estimate(heldOut).logLikelihood,
      standardError,
      effectiveSamples,
      importanceSamples: IMPORTANCE_SAMPLES,
      parameterCount: networks.layout.length,
    };
  }

  /** log p of rows (M x D) by importance sampling. */
  sampledLogLikelihoodOf(
    values: Float32Array,
    samples: number,
    random: Random,
  ): LogLikelihoodEstimate {
    return vaeLogLikelihood(this.show(), values, samples, random);
  }

  /** A VAE has no clusters and no dynamics to take hold of. */
  setEdits(): void {}
  bakeEdits(): void {}

  setView(view: Readonly<Record<string, number>>): void {
    this.sampleCount = view.samples ?? 0;
  }

  updateSettings(settings: VaeSettings): void {
    this.settings = settings;
    this.trainer.options = trainingOptions(settings);
  }

  save(): Checkpoint {
    return this.trainer.save();
  }

  load(checkpoint: Checkpoint): void {
    this.trainer.load(checkpoint);
    this.shownStep = -1;
  }

  dispose(): void {
    this.networks.dispose();
    this.shown.dispose();
  }

  /** Prior samples whose noise depends on the seed alone: they move with the model. */
  private drawSamples(networks: Autoencoder): VaeSamples {
    const random = forkRandom(this.seed, 'model samples');
    const latents = new Float64Array(this.sampleCount * this.settings.latentDimension);
    fillNormal(random, latents);
    const { mean, variance } = networks.reconstruct(latents, this.sampleCount);
    const data = mean.map((value, i) => value + Math.sqrt(variance[i]) * random.normal());
    return { latents: Float32Array.from(latents), means: mean, data };
  }

  /** The networks to look at, brought up to date. */
  private show(): Autoencoder {
    if (this.shownStep !== this.step) {
      this.shown.setParameters(this.trainer.average.parameters);
      this.shownStep = this.step;
    }
    return this.shown;
  }
}

/** d: each coordinate's share of the KL, averaged over rows. */
function coordinateKl({ means, variances }: StandardNormalBatch, d: number): number[] {
  const kl = new Array<number>(d).fill(0);
  for (let i = 0; i < means.length; i++)
    kl[i % d] += (means[i] ** 2 + variances[i] - Math.log(variances[i]) - 1) / 2;
  return kl.map((sum) => (sum * d) / means.length);
}

/** Hidden units that all switch at the origin can only learn maps that are odd around it. */
const HIDDEN_BIAS_DEVIATION = 1.5;
/** Points reach out to about 10; hidden units bend near 1. */
const POINT_SCALE = 0.2;
/** Latents reach out to about 2, which is too near for a hidden layer to bend arms into shape. */
const LATENT_SCALE = 2.5;

function networkShape(settings: VaeSettings, dataDimension: number): AutoencoderShape {
  const isPicture = settings.dataset === 'shapes';
  return {
    dataDimension,
    latentDimension: settings.latentDimension,
    hiddenLayers: settings.hiddenLayers,
    hiddenUnits: settings.hiddenUnits,
    activation: settings.activation,
    // A linear start that loses nothing: without it, points in the plane end in posterior collapse.
    residual: isPicture ? 'none' : 'partial-isometry',
    decoderResidual: 'transpose',
    weights: 'fan-in',
    hiddenBiasDeviation: HIDDEN_BIAS_DEVIATION,
    encoderInputScale: isPicture ? 1 : POINT_SCALE,
    decoderInputScale: isPicture ? 1 : LATENT_SCALE,
    initialLogPrecision: isPicture ? 0 : POINT_LOG_PRECISION,
    initialLogVariance: 0,
    decoderMean: isPicture ? 'sigmoid' : 'identity',
  };
}

/** Points in model units have a root-mean-square radius near 10, latents under the prior one near 1. */
const POINTS_PER_LATENT = 10;
/** The encoder starts sure of itself: what is lost in noise at first is not missed later. */
const POINT_LOG_PRECISION = 3;

/** Residual links that lead from the scale of the points to that of the prior, and back. */
function startingParameters(shape: AutoencoderShape, seed: number): Float32Array {
  const parameters = initialParameters(shape, forkRandom(seed, 'networks'));
  const { encoder, decoder } = parameterLayout(shape);
  const scale = (block: ParameterBlock | null, factor: number) => {
    if (!block) return;
    const end = block.offset + block.rows * block.columns;
    for (let i = block.offset; i < end; i++) parameters[i] *= factor;
  };
  scale(encoder.residual, 1 / POINTS_PER_LATENT);
  scale(decoder.residual, POINTS_PER_LATENT);
  return parameters;
}

/** Gradients longer than this belong to a batch gone wrong, not to learning. */
const GRADIENT_CLIP = 100;

function trainingOptions({ learningRate, klWeight }: VaeSettings): TrainingOptions {
  return {
    learningRate,
    klWeight,
    gradientClip: GRADIENT_CLIP,
    // There are no global parameters to take a natural step with.
    naturalStep: 1,
    fullNaturalGradient: false,
  };
}
