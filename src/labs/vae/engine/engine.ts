/** A VAE at work: the driver of structured VAEs around a standard normal, and what the page shows. */
import { inOwnUnits } from '../../../datasets/columnUnits.ts';
import type { Points } from '../../../datasets/dataset.ts';
import type { LogLikelihoodEstimate } from '../../../inference/importanceWeighting/estimate.ts';
import { fillNormal, forkRandom, type Random } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { decoderLogLikelihoods } from '../../../svae/decoderDensity.ts';
import { SvaeEngine } from '../../../svae/svaeEngine.ts';
import type { TrainingOptions } from '../../../svae/trainer.ts';
import type {
  Breakdown,
  EngineRequest,
  NamedArrays,
  ObjectiveTerms,
  Score,
  StepOutcome,
} from '../../engine.ts';
import {
  changedArrays,
  float64,
  networkArrays,
  rowsArrays,
  takeNetworks,
  text,
} from '../../shared/engine/arrays.ts';
import { explainBreakdown, smallerStep } from '../../shared/engine/remedies.ts';
import { GRADIENT_CLIP } from '../../shared/settings/trainingSettings.ts';
import { vaeArrays } from '../arrays.ts';
import { betaOf, isImportanceWeighted, iwaeKey } from '../objective.ts';
import { hasBinaryPixels } from '../pixels.ts';
import { type VaeSettings, vaeTable } from '../settings.ts';
import type { VaeInspection, VaeQuery, VaeSnapshot } from '../snapshot.ts';
import { coordinateKl } from '../snapshot.ts';
import { heldOutRows } from './data.ts';
import { drawsEstimator } from './drawsEstimators.ts';
import { gapOfRow, meanGaps, optimiseQ } from './gap/inspection.ts';
import { gradientSpread } from './gradientSpread.ts';
import { ImportanceWeightedBound } from './importanceWeightedBound.ts';
import { decodeLatents, reparameterise } from './inspection.ts';
import { vaeLogLikelihood } from './likelihood.ts';
import { networkShape, startingParameters } from './networkStart.ts';
import { createPosteriors, type Posteriors } from './posterior/posteriors.ts';
import { StandardNormal } from './posterior/standardNormal.ts';
import { decodePlane, drawSamples, NO_VIEW } from './views.ts';
import { binaryWithoutLatents, logLikelihoodsWithoutLatents } from './withoutLatents.ts';

/** Draws per row that a log-likelihood is estimated from. */
const IMPORTANCE_SAMPLES = 200;

export class VaeEngine extends SvaeEngine<VaeSettings, VaeSnapshot, VaeQuery, VaeInspection> {
  private readonly dataset: Points;
  private readonly local: Posteriors;
  /** N x d standard normal draws, the same in every look. */
  private readonly noise: Float64Array;
  private readonly withoutLatents: Float64Array;
  private readonly weighted: ImportanceWeightedBound;
  private view = NO_VIEW;

  constructor({ settings, dataset, seed }: EngineRequest<VaeSettings>) {
    const shape = networkShape(settings, dataset);
    super({
      settings,
      seed,
      model: new StandardNormal(settings.latentDimension, settings.posterior),
      shape,
      parameters: startingParameters(shape, seed),
      data: dataset,
      batchRows: settings.batch,
      options: trainingOptions,
    });
    this.dataset = dataset;
    this.local = createPosteriors(settings.posterior, dataset.rows, settings.latentDimension);
    this.noise = new Float64Array(dataset.rows * settings.latentDimension);
    fillNormal(forkRandom(seed, 'look'), this.noise);
    this.withoutLatents = hasBinaryPixels(settings)
      ? binaryWithoutLatents(dataset)
      : logLikelihoodsWithoutLatents(dataset);
    this.weighted = new ImportanceWeightedBound(dataset, seed);
  }

  override train(): StepOutcome {
    const outcome = super.train();
    if (!outcome.ok || !isImportanceWeighted(this.settings)) return outcome;
    const bound = { [iwaeKey(this.settings.importanceSamples)]: this.trainer.batchObjective };
    return { ...outcome, objective: { ...outcome.objective, ...bound } };
  }

  override evaluate(): ObjectiveTerms {
    if (!isImportanceWeighted(this.settings)) return super.evaluate();
    return this.weighted.evaluate(this.networksToShow(), this.settings.importanceSamples);
  }

  snapshot(): VaeSnapshot {
    const networks = this.networksToShow();
    const { dataset, local, settings, view, seed } = this;
    const { rows } = dataset;
    const d = settings.latentDimension;
    local.infer({ potentials: networks.potentials(dataset.values, rows), noise: this.noise });
    const latents = Float32Array.from(local.means);
    const deviations = Float32Array.from(local.variances, Math.sqrt);
    const isFull = settings.posterior === 'full';
    const factors = isFull ? Float32Array.from(local.covarianceFactors()) : null;
    const rowKl = Float32Array.from(local.rowKl);
    const likelihoods = new Float64Array(rows);
    decoderLogLikelihoods(networks, local.samples, dataset.values, 1, likelihoods);
    const rowGain = Float32Array.from(likelihoods, (value, n) => value - this.withoutLatents[n]);
    const reconstructions = networks.reconstructMean(local.means, rows);
    const samples = view.samples > 0 ? drawSamples(networks, view, seed) : null;
    const grid = view.gridLines > 0 ? decodePlane(networks, view) : null;
    return {
      kind: 'vae',
      rows,
      dataDimension: dataset.dimension,
      latentDimension: d,
      pixels: settings.dataset === 'shapes' ? settings.pixels : null,
      latents,
      deviations,
      factors,
      rowKl,
      coordinateKl: meanKl(local, d),
      rowGain,
      reconstructions,
      samples,
      grid,
    };
  }

  arrays(): NamedArrays {
    const networks = this.networksToShow();
    const { dataset, local, settings } = this;
    const { rows, dimension: D, units } = dataset;
    const d = settings.latentDimension;
    local.infer({ potentials: networks.potentials(dataset.values, rows), noise: this.noise });
    return {
      ...this.readArrays(),
      ...rowsArrays(dataset),
      posterior: text(settings.posterior),
      latent_means: float64(local.means, rows, d),
      latent_deviations: float64(local.variances.map(Math.sqrt), rows, d),
      kl: float64(local.rowKl, rows),
      reconstructions: float64(
        inOwnUnits(units, networks.reconstructMean(local.means, rows)),
        rows,
        D,
      ),
    };
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const taken = changedArrays(vaeArrays, this.readArrays(), given);
    const names = Object.keys(taken);
    if (names.length > 0)
      this.change((parameters) => takeNetworks(this.shown.layout, taken, parameters));
    return names;
  }

  private readArrays(): NamedArrays {
    const { shape, layout } = this.shown;
    return networkArrays(shape, layout, this.parametersShown);
  }

  inspect(query: VaeQuery): VaeInspection {
    const networks = this.networksToShow();
    const { dataset, settings, seed } = this;
    switch (query.kind) {
      case 'decode':
        return decodeLatents(query, networks);
      case 'reparameterisation':
        return reparameterise(query, networks, dataset, betaOf(settings), seed);
      case 'gap':
        return gapOfRow(query, { networks, dataset, seed });
      case 'optimiseQ':
        return optimiseQ(query, { networks, dataset, seed });
      case 'gradientSpread':
        return gradientSpread(query, networks, this.trainer.model, dataset, settings, seed);
    }
  }

  /** The share of the data's variance that reconstructions have. */
  scores(): readonly Score[] {
    const { dataset } = this;
    const mse = meanSquare(this.snapshot().reconstructions, dataset.values);
    const explained = 1 - mse / meanSquare(columnMeans(dataset), dataset.values);
    return [{ name: 'variance explained', value: explained, better: 'higher' }];
  }

  /** Log-likelihoods by importance sampling, in nats per datum, and what reconstructions lose. */
  measure() {
    const { dataset, settings, seed } = this;
    const mse = meanSquare(this.snapshot().reconstructions, dataset.values);
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
      ...meanGaps({ networks: this.networksToShow(), dataset, seed }, settings.posterior),
      parameterCount: this.parameterCount,
      elbo: this.evaluate(),
      reconstructionMse: dataset.distance.scale ** 2 * mse,
      explainedVariance: 1 - mse / meanSquare(columnMeans(dataset), dataset.values),
    };
  }

  /** log p of rows (M x D) by importance sampling. */
  sampledLogLikelihoodOf(
    values: Float32Array,
    samples: number,
    random: Random,
  ): LogLikelihoodEstimate {
    return vaeLogLikelihood(this.networksToShow(), values, samples, random);
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.view = { ...NO_VIEW, ...view };
  }

  /** With nothing but networks, smaller steps help. */
  protected explain(status: FailedStatus): Breakdown {
    const { settings } = this;
    const usual = vaeTable.settings.learningRate.default;
    // From three times the default on, a third would still be large.
    const present = Math.min(settings.learningRate, 3 * usual);
    const remedies = [smallerStep('learningRate', 'learning rate', present)];
    return explainBreakdown({ status, step: this.step + 1 }, vaeTable, settings, remedies);
  }

  private networksToShow(): Autoencoder {
    this.show();
    return this.shown;
  }
}

/** d: each coordinate's share of the KL, averaged over rows. */
function meanKl({ means, variances }: Posteriors, d: number): number[] {
  const kl = new Array<number>(d).fill(0);
  for (let i = 0; i < means.length; i++) kl[i % d] += coordinateKl(means[i], variances[i]);
  return kl.map((sum) => (sum * d) / means.length);
}

function trainingOptions(settings: VaeSettings): TrainingOptions {
  const { learningRate, klWeight } = settings;
  return {
    learningRate,
    severalDraws: drawsEstimator(settings),
    klWeight,
    gradientClip: GRADIENT_CLIP,
    // There are no global parameters to take a natural step with.
    naturalStep: 1,
    fullNaturalGradient: false,
  };
}

/** Mean squared difference of two arrays; the first is repeated where it is shorter. */
function meanSquare(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i % a.length] - b[i]) ** 2;
  return sum / b.length;
}

/** D */
function columnMeans({ values, dimension, rows }: Points): Float64Array {
  const means = new Float64Array(dimension);
  values.forEach((value, i) => {
    means[i % dimension] += value / rows;
  });
  return means;
}
