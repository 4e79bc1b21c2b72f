/** A VAE at work: the SVAE's trainer around a standard normal, and what the page shows of it. */
import type { Dataset } from '../../../datasets/dataset.ts';
import type { LogLikelihoodEstimate } from '../../../inference/importanceSampling/estimate.ts';
import { fillNormal, forkRandom, type Random } from '../../../math/random.ts';
import { Autoencoder } from '../../../networks/autoencoder.ts';
import { BoundEvaluator, judgedRows } from '../../../svae/boundEvaluator.ts';
import { decoderLogLikelihoods } from '../../../svae/decoderDensity.ts';
import { Trainer, type TrainingOptions } from '../../../svae/trainer.ts';
import type {
  Checkpoint,
  ElboTerms,
  Engine,
  EngineRequest,
  Framed,
  StepOutcome,
} from '../../engine.ts';
import { GRADIENT_CLIP } from '../../shared/settings/trainingSettings.ts';
import { coordinateKl } from '../coordinateKl.ts';
import type { VaeEdit } from '../edits.ts';
import type { VaeSettings } from '../settings.ts';
import type { VaeInspection, VaeQuery, VaeSnapshot } from '../snapshot.ts';
import { explainBreakdown } from './breakdown.ts';
import { heldOutRows } from './data.ts';
import { decodeLatents, reparameterise } from './inspection.ts';
import { vaeLogLikelihood } from './likelihood.ts';
import { networkShape, startingParameters } from './networkStart.ts';
import { StandardNormal, StandardNormalBatch } from './standardNormal.ts';
import { decodePlane, drawSamples, NO_VIEW } from './views.ts';
import { logLikelihoodsWithoutLatents } from './withoutLatents.ts';

/** Draws per row that a log-likelihood is estimated from. */
const IMPORTANCE_SAMPLES = 200;

export class VaeEngine implements Engine<VaeEdit, VaeSnapshot, VaeQuery, VaeInspection> {
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
  /** N x d standard normal draws, the same in every look. */
  private readonly noise: Float64Array;
  private readonly withoutLatents: Float64Array;
  private settings: VaeSettings;
  private view = NO_VIEW;

  constructor({ settings, dataset, seed }: EngineRequest<VaeSettings>) {
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
    const shape = networkShape(settings, dataset);
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
      seed,
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
    fillNormal(forkRandom(seed, 'look'), this.noise);
    this.withoutLatents = logLikelihoodsWithoutLatents(dataset);
  }

  get step(): number {
    return this.trainer.step;
  }

  get stepShare(): number {
    return this.trainer.batchRows / judgedRows(this.dataset.rows);
  }

  train(): StepOutcome {
    const status = this.trainer.train();
    if (status.ok) return { ok: true, elbo: { ...this.trainer.batchBound }, events: [] };
    return { ok: false, breakdown: explainBreakdown(status, this.step + 1, this.settings) };
  }

  evaluate(): ElboTerms {
    this.show();
    const { average, natural } = this.trainer;
    return this.evaluator.evaluate(average.parameters, natural);
  }

  snapshot(): Framed<VaeSnapshot> {
    const networks = this.show();
    const { dataset, local, settings, view, seed } = this;
    const { rows } = dataset;
    const d = settings.latentDimension;
    local.infer({ potentials: networks.potentials(dataset.values, rows), noise: this.noise });
    const latents = Float32Array.from(local.means);
    const deviations = Float32Array.from(local.variances, Math.sqrt);
    const rowKl = Float32Array.from(local.rowKl);
    const likelihoods = new Float64Array(rows);
    decoderLogLikelihoods(networks, local.samples, dataset.values, 1, likelihoods);
    const rowGain = Float32Array.from(likelihoods, (value, n) => value - this.withoutLatents[n]);
    const reconstructions = networks.reconstructMean(local.means, rows);
    const samples = view.samples > 0 ? drawSamples(networks, view, seed) : null;
    const grid = view.gridLines > 0 ? decodePlane(networks, view) : null;
    const owned: ArrayBufferView[] = [latents, deviations, rowKl, rowGain, reconstructions];
    if (samples) owned.push(samples.latents, samples.means, samples.data);
    if (grid) owned.push(grid.points);
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
        coordinateKl: meanKl(local, d),
        rowGain,
        reconstructions,
        samples,
        grid,
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

  /** The probe is decoded when asked for; it changes no model. */
  setEdits(): void {}
  bakeEdits(): void {}

  setView(view: Readonly<Record<string, number>>): void {
    this.view = { ...NO_VIEW, ...view };
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
function meanKl({ means, variances }: StandardNormalBatch, d: number): number[] {
  const kl = new Array<number>(d).fill(0);
  for (let i = 0; i < means.length; i++) kl[i % d] += coordinateKl(means[i], variances[i]);
  return kl.map((sum) => (sum * d) / means.length);
}

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
