/**
 * Encoder and decoder of a structured VAE. One training step is `encode`, `decode`,
 * `encodeBackward`, `gradient`, `setParameters`.
 *
 * Parameters live on the CPU in one flat vector (see `parameterLayout`); the backend only ever
 * holds copies. They survive a lost graphics context, a change of backend, and a checkpoint.
 *
 * Dimension letters: B rows, D data dimension, d latent dimension. Matrices are row-major.
 */
import {
  bernoulliLogLikelihood,
  bernoulliLogLikelihoodBackward,
  bernoulliOfRows,
  sigmoid,
} from './bernoulliLikelihood.ts';
import {
  applyMeanLink,
  behindMeanLink,
  gaussianLogLikelihood,
  gaussianLogLikelihoodBackward,
} from './gaussianLikelihood.ts';
import { readAll } from './kernels.ts';
import { type MeanSpread, MeanSpreadNetwork } from './meanSpreadNetwork.ts';
import { silenceGaps, withoutGaps } from './missingValues.ts';
import {
  createPotentialBuffers,
  type NodePotentials,
  nodePotential,
  nodePotentialBackward,
  type PotentialBuffers,
} from './nodePotential.ts';
import { type AutoencoderShape, type ParameterLayout, parameterLayout } from './shape.ts';
import { squash } from './squash.ts';

export interface Decoded {
  /** Summed over the batch, in nats, not multiplied by the weight. */
  readonly logLikelihood: number;
  /** B x d: weight times the gradient of the log-likelihood with respect to the latents. */
  readonly dLatents: Float64Array;
}

export interface Reconstruction {
  /** B x D */
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** Scratch of one kind of pass, of the size of the last batch. */
interface EncoderPass {
  readonly potentials: PotentialBuffers;
  readonly output: MeanSpread;
  readonly gradient: MeanSpread;
}

interface DecoderPass {
  readonly rows: number;
  /** Log-likelihood of each row, and its weight. */
  readonly ofRows: Float64Array;
  readonly weights: Float64Array;
  readonly output: MeanSpread;
  readonly gradient: MeanSpread;
  readonly dLatents: Float64Array;
}

export class Autoencoder {
  readonly shape: AutoencoderShape;
  readonly layout: ParameterLayout;
  private readonly parameters: Float32Array;
  private readonly encoder: MeanSpreadNetwork;
  private readonly decoder: MeanSpreadNetwork;
  /** What the last backward passes of encoder and decoder have left on the CPU. */
  private readonly flatGradient: Float64Array;
  private training: EncoderPass | null = null;
  private viewing: EncoderPass | null = null;
  /** The data whose potentials `viewing` holds; null when they have to be encoded again. */
  private viewedData: Float32Array | null = null;
  private decoding: DecoderPass | null = null;
  private encodedData = new Float32Array(0);

  /** Uses the backend that is active at each call; see `activateBackend`. */
  constructor(shape: AutoencoderShape, parameters: Float32Array) {
    this.shape = shape;
    this.layout = parameterLayout(shape);
    this.parameters = new Float32Array(this.layout.length);
    this.flatGradient = new Float64Array(this.layout.length);
    const { activation, encoderInputScale, decoderInputScale } = shape;
    const { encoder, decoder } = this.layout;
    this.encoder = new MeanSpreadNetwork(encoder, activation, encoderInputScale, this.parameters);
    this.decoder = new MeanSpreadNetwork(decoder, activation, decoderInputScale, this.parameters);
    this.setParameters(parameters);
  }

  /** Copies the parameters; passes waiting for their backward pass are dropped. */
  setParameters(parameters: Float32Array): void {
    checkLength('parameters', parameters.length, this.layout.length);
    this.parameters.set(parameters);
    this.viewedData = null;
    this.encoder.forgetWeights();
    this.decoder.forgetWeights();
  }

  /**
   * Node potentials of a batch (B x D; NaN where a value is missing, which makes its row's potential
   * zero), kept so that `encodeBackward` can follow. The arrays belong to the autoencoder and hold
   * until the next `encode`.
   */
  encode(data: Float32Array, rows: number): NodePotentials {
    this.training = this.encoderPass(this.training, rows);
    const fed = this.runEncoder(data, rows, true, this.training);
    if (this.encodedData.length !== data.length) this.encodedData = new Float32Array(data.length);
    this.encodedData.set(fed);
    return this.training.potentials;
  }

  /**
   * Node potentials without a backward pass; a kept `encode` stays as it is. The arrays hold until
   * the next call of `potentials`, and are to be read only: the same data under the same parameters,
   * as in a drag, are encoded once. `means` are the centres of the potentials, linear / precision.
   */
  potentials(data: Float32Array, rows: number): NodePotentials & { readonly means: Float64Array } {
    const pass = this.encoderPass(this.viewing, rows);
    if (pass !== this.viewing || !this.viewedData || !areSame(this.viewedData, data)) {
      this.viewing = pass;
      this.viewedData = null;
      this.runEncoder(data, rows, false, pass);
      this.viewedData = data.slice();
    }
    const { precision, linear, mean } = pass.potentials;
    return { precision, linear, means: mean };
  }

  /**
   * Takes the gradient with respect to the potentials of the last `encode`, like these, and keeps
   * that of the encoder's parameters for `gradient`. Throws if there is no such `encode`.
   */
  encodeBackward(dPrecision: Float64Array, dLinear: Float64Array): void {
    const pass = this.training;
    if (!pass || !this.encoder.hasPass) {
      throw new Error('encodeBackward needs an encode since the parameters were last set.');
    }
    const { potentials, gradient } = pass;
    checkLength('gradient of the precisions', dPrecision.length, potentials.precision.length);
    checkLength('gradient of the linear potentials', dLinear.length, potentials.linear.length);
    nodePotentialBackward(potentials, dPrecision, dLinear, gradient.mean, gradient.raw);
    this.encoder.backward(this.encodedData, potentials.rows, gradient, this.flatGradient, null);
  }

  /**
   * log p(targets | latents) of a batch (latents B x d, targets B x D) and, times `weight`, its
   * gradients: with respect to the latents as a result, with respect to the decoder's parameters
   * kept for `gradient`. `dLatents` holds until the next `decode`.
   */
  decode(latents: Float64Array, targets: Float32Array, rows: number, weight = 1): Decoded {
    const pass = this.runDecoder(latents, rows, true);
    checkLength('targets', targets.length, rows * this.shape.dataDimension);
    const logLikelihood = this.likelihoodBackward(pass, targets, weight, null);
    const { gradient, dLatents } = pass;
    this.decoder.backward(latents, rows, gradient, this.flatGradient, dLatents);
    return { logLikelihood: logLikelihood - this.logVolume(targets), dLatents };
  }

  /**
   * The same with a weight for each row, which may depend on the log-likelihoods of all rows: of
   * several latents for one observation those count more that explain it better.
   *
   * @param weigh takes log p(target | latent) of each row, in nats, and fills the weights
   */
  decodeWeighted(
    latents: Float64Array,
    targets: Float32Array,
    rows: number,
    weigh: (logLikelihoods: Float64Array, weights: Float64Array) => void,
  ): Decoded {
    const pass = this.runDecoder(latents, rows, true);
    checkLength('targets', targets.length, rows * this.shape.dataDimension);
    const { gradient, dLatents, ofRows, weights } = pass;
    const logLikelihood = this.likelihoodBackward(pass, targets, 1, ofRows);
    const logVolume = this.logVolume(targets, ofRows);
    weigh(ofRows, weights);
    scaleRows(gradient.mean, weights);
    scaleRows(gradient.raw, weights);
    this.decoder.backward(latents, rows, gradient, this.flatGradient, dLatents);
    return { logLikelihood: logLikelihood - logVolume, dLatents };
  }

  /** log p(targets | latents) in nats, summed over the batch, without gradients. */
  logLikelihood(latents: Float64Array, targets: Float32Array, rows: number): number {
    const { output } = this.runDecoder(latents, rows, false);
    checkLength('targets', targets.length, rows * this.shape.dataDimension);
    if (this.isBernoulli) return bernoulliLogLikelihood(output.mean, targets);
    return (
      gaussianLogLikelihood(output.mean, output.raw, targets, this.shape.logVarianceCentre) -
      this.logVolume(targets)
    );
  }

  /** Whether the decoder gives probabilities of binary values. */
  get isBernoulli(): boolean {
    return this.shape.decoderMean === 'bernoulli';
  }

  /**
   * log p of binary targets (rows x D) under `samples` latents for each of them, into `out` (rows *
   * samples): from logits, since probabilities may round to 0 and 1.
   */
  bernoulliLogLikelihoods(
    latents: Float64Array,
    targets: Float32Array,
    samples: number,
    out: Float64Array,
  ): void {
    const { output } = this.runDecoder(latents, out.length, false);
    bernoulliOfRows(output.mean, targets, this.shape.dataDimension, samples, out);
  }

  /** The log-likelihood, with its gradients with respect to the decoder's outputs left in the pass. */
  private likelihoodBackward(
    { output, gradient }: DecoderPass,
    targets: Float32Array,
    weight: number,
    ofRows: Float64Array | null,
  ): number {
    const { mean, raw } = output;
    if (this.isBernoulli) {
      gradient.raw.fill(0);
      return bernoulliLogLikelihoodBackward(mean, targets, weight, gradient.mean, ofRows);
    }
    return gaussianLogLikelihoodBackward(
      this.shape.decoderMean,
      mean,
      raw,
      targets,
      weight,
      gradient.mean,
      gradient.raw,
      ofRows,
      this.shape.logVarianceCentre,
    );
  }

  /**
   * What log-densities of all values there are lose in the units they are given in; where those of
   * rows are given, each row's share is taken off.
   */
  private logVolume(targets: Float32Array, ofRows: Float64Array | null = null): number {
    const { logScales } = this.shape;
    if (!logScales?.some((log) => log !== 0)) return 0;
    let sum = 0;
    for (let at = 0; at < targets.length; at++) {
      if (Number.isNaN(targets[at])) continue;
      const log = logScales[at % logScales.length];
      sum += log;
      if (ofRows) ofRows[Math.floor(at / logScales.length)] -= log;
    }
    return sum;
  }

  /** Mean of the data given latents (B x d), B x D in an array of its own. */
  reconstructMean(latents: Float64Array | Float32Array, rows: number): Float32Array {
    checkRows(rows);
    checkLength('latents', latents.length, rows * this.shape.latentDimension);
    const mean = this.decoder.forwardMean(latents, rows);
    if (this.isBernoulli) return Float32Array.from(mean, sigmoid);
    return behindMeanLink(this.shape.decoderMean, mean);
  }

  /** Mean and variance of the data given latents (B x d), in arrays of their own. */
  reconstruct(latents: Float64Array | Float32Array, rows: number): Reconstruction {
    const { output } = this.runDecoder(latents, rows, false);
    const variance = new Float32Array(output.raw.length);
    if (this.isBernoulli) {
      const mean = Float32Array.from(output.mean, sigmoid);
      for (let k = 0; k < variance.length; k++) variance[k] = mean[k] * (1 - mean[k]);
      return { mean, variance };
    }
    const { logVarianceCentre = 0 } = this.shape;
    for (let k = 0; k < variance.length; k++)
      variance[k] = Math.exp(logVarianceCentre + squash(output.raw[k]));
    return { mean: Float32Array.from(output.mean), variance };
  }

  /**
   * Writes the parameter gradient left by `decode` and `encodeBackward` into `out`, flat as in
   * `layout`, and forgets it. A part that has had no backward pass since is zero.
   */
  gradient(out: Float32Array | Float64Array): void {
    checkLength('gradient', out.length, this.layout.length);
    out.set(this.flatGradient);
    this.flatGradient.fill(0);
    const parts = [...this.encoder.takeGradients(), ...this.decoder.takeGradients()];
    if (parts.length === 0) return;
    readAll(
      parts.map((part) => part.tensor),
      (values, index) => out.set(values, parts[index].offset),
    );
    for (const { tensor } of parts) tensor.dispose();
  }

  /** Frees everything on the backend. The autoencoder may still be used; it uploads again. */
  dispose(): void {
    this.viewedData = null;
    this.encoder.dispose();
    this.decoder.dispose();
  }

  /** Returns what the encoder was fed: the data, with 0 for what is missing. */
  private runEncoder(
    data: Float32Array,
    rows: number,
    keep: boolean,
    pass: EncoderPass,
  ): Float32Array {
    checkLength('data', data.length, rows * this.shape.dataDimension);
    const fed = withoutGaps(data);
    this.encoder.forward(fed, rows, keep, pass.output);
    nodePotential(pass.output.raw, pass.potentials);
    if (fed !== data) silenceGaps(data, pass.potentials);
    return fed;
  }

  private runDecoder(
    latents: Float64Array | Float32Array,
    rows: number,
    keep: boolean,
  ): DecoderPass {
    checkRows(rows);
    checkLength('latents', latents.length, rows * this.shape.latentDimension);
    if (this.decoding?.rows !== rows) {
      const length = rows * this.shape.dataDimension;
      this.decoding = {
        rows,
        ofRows: new Float64Array(rows),
        weights: new Float64Array(rows),
        output: createMeanSpread(length),
        gradient: createMeanSpread(length),
        dLatents: new Float64Array(rows * this.shape.latentDimension),
      };
    }
    this.decoder.forward(latents, rows, keep, this.decoding.output);
    applyMeanLink(this.shape.decoderMean, this.decoding.output.mean);
    return this.decoding;
  }

  private encoderPass(previous: EncoderPass | null, rows: number): EncoderPass {
    checkRows(rows);
    if (previous?.potentials.rows === rows) return previous;
    const { latentDimension: d, potential } = this.shape;
    const potentials = createPotentialBuffers(rows, d, potential);
    const others = rows * (this.layout.encoder.layers[this.shape.hiddenLayers].bias.columns - d);
    return {
      potentials,
      output: { mean: potentials.mean, raw: new Float64Array(others) },
      gradient: createMeanSpread(rows * d, others),
    };
  }
}

function createMeanSpread(length: number, others = length): MeanSpread {
  return { mean: new Float64Array(length), raw: new Float64Array(others) };
}

/** Missing values are the same as missing values. */
function areSame(one: Float32Array, other: Float32Array): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
}

/** Multiplies the rows of a matrix by one number each. */
function scaleRows(values: Float64Array, factors: Float64Array): void {
  const width = values.length / factors.length;
  for (let n = 0; n < factors.length; n++)
    for (let k = n * width; k < (n + 1) * width; k++) values[k] *= factors[n];
}

function checkRows(rows: number): void {
  if (!Number.isInteger(rows) || rows < 1) {
    throw new RangeError(`A batch needs at least one row, not ${rows}.`);
  }
}

function checkLength(what: string, actual: number, expected: number): void {
  if (actual !== expected) {
    throw new RangeError(`The ${what} should hold ${expected} numbers but hold ${actual}.`);
  }
}
