import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../math/random.ts';
import { Autoencoder } from './autoencoder.ts';
import { activateBackend } from './backend.ts';
import { initialParameters } from './initialise.ts';
import { type AutoencoderShape, DEFAULT_SHAPE, parameterLayout } from './shape.ts';

const ROWS = 7;

const ACTIVATIONS = { tanh: tf.tanh, relu: tf.relu, sigmoid: tf.sigmoid };

const BASE: AutoencoderShape = {
  ...DEFAULT_SHAPE,
  dataDimension: 3,
  hiddenUnits: 6,
  encoderInputScale: 0.3,
  decoderInputScale: 0.4,
  initialLogPrecision: 0.7,
  initialLogVariance: -0.4,
};

const SHAPES: readonly [string, AutoencoderShape][] = [
  ['tanh, one layer', BASE],
  ['relu, two layers', { ...BASE, activation: 'relu', hiddenLayers: 2 }],
  ['sigmoid, three layers', { ...BASE, activation: 'sigmoid', hiddenLayers: 3 }],
  ['tanh, four layers', { ...BASE, hiddenLayers: 4, hiddenUnits: 5 }],
  ['affine', { ...BASE, hiddenLayers: 0 }],
  ['no residual, sigmoid mean', { ...BASE, residual: 'none', decoderMean: 'sigmoid' }],
  ['logits of binary values', { ...BASE, decoderMean: 'bernoulli' }],
  ['one unit, one dimension', { ...BASE, dataDimension: 1, latentDimension: 1, hiddenUnits: 1 }],
  ['normal residual, small weights', { ...BASE, residual: 'normal', weights: 'small' }],
];

interface Batch {
  readonly data: Float32Array;
  readonly latents: Float64Array;
  readonly dPrecision: Float64Array;
  readonly dLinear: Float64Array;
}

function makeBatch(shape: AutoencoderShape, random: Random, rows = ROWS): Batch {
  const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
  const { dataDimension, latentDimension: d, potential } = shape;
  return {
    data: Float32Array.from(draw(rows * dataDimension)),
    latents: draw(rows * d),
    dPrecision: draw(rows * d * (potential === 'full' ? d : 1)),
    dLinear: draw(rows * d),
  };
}

/** Biases are zero at the start; here they should be told apart. */
function noisyParameters(shape: AutoencoderShape, random: Random): Float32Array {
  return initialParameters(shape, random).map((value) => value + 0.2 * random.normal());
}

/** Everything a training step reads, for a weight of 2.5 on the log-likelihood. */
function trainingPass(networks: Autoencoder, batch: Batch, rows = ROWS) {
  const { precision, linear } = networks.encode(batch.data, rows);
  const potentials = { precision: precision.slice(), linear: linear.slice() };
  const { logLikelihood, dLatents } = networks.decode(batch.latents, batch.data, rows, 2.5);
  const dLatentsCopy = dLatents.slice();
  networks.encodeBackward(batch.dPrecision, batch.dLinear);
  const gradient = new Float64Array(networks.layout.length);
  networks.gradient(gradient);
  return { ...potentials, logLikelihood, dLatents: dLatentsCopy, gradient };
}

/** The same objective written with tfjs operators, for its automatic differentiation. */
function oracle(shape: AutoencoderShape, batch: Batch) {
  const layout = parameterLayout(shape);
  const squash = (x: tf.Tensor) => tf.mul(5, tf.tanh(tf.div(x, 5)));
  const network = (
    flat: tf.Tensor1D,
    blocks: typeof layout.encoder,
    x: tf.Tensor2D,
    scale: number,
  ): [tf.Tensor, tf.Tensor] => {
    const take = ({ offset, rows, columns }: (typeof layout.blocks)[number]) =>
      flat.slice([offset], [rows * columns]).reshape([rows, columns]) as tf.Tensor2D;
    let h = x.mul(scale);
    blocks.layers.forEach(({ weights, bias }, index) => {
      h = tf.add(tf.matMul(h, take(weights)), take(bias));
      if (index < blocks.layers.length - 1) h = ACTIVATIONS[shape.activation](h);
    });
    const [mean, raw] = tf.split(h, 2, 1);
    return [blocks.residual ? mean.add(tf.matMul(x, take(blocks.residual))) : mean, raw];
  };
  const matrix = (values: Float32Array | Float64Array) =>
    tf.tensor2d(Float32Array.from(values), [ROWS, values.length / ROWS]);
  const data = matrix(batch.data);
  const encode = (flat: tf.Tensor1D) => {
    const [mean, raw] = network(flat, layout.encoder, data, shape.encoderInputScale);
    const precision = tf.exp(squash(raw));
    return { precision, linear: tf.mul(precision, mean) };
  };
  const logLikelihood = (flat: tf.Tensor1D, latents: tf.Tensor2D) => {
    const [raw, spread] = network(flat, layout.decoder, latents, shape.decoderInputScale);
    if (shape.decoderMean === 'bernoulli') return data.mul(raw).sub(tf.softplus(raw)).sum();
    const mean = shape.decoderMean === 'sigmoid' ? tf.sigmoid(raw) : raw;
    const logVariance = squash(spread);
    return tf
      .squaredDifference(data, mean)
      .mul(tf.exp(tf.neg(logVariance)))
      .add(logVariance)
      .add(Math.log(2 * Math.PI))
      .sum()
      .mul(-0.5);
  };
  const objective = (flat: tf.Tensor1D, latents: tf.Tensor2D): tf.Scalar => {
    const { precision, linear } = encode(flat);
    return logLikelihood(flat, latents)
      .mul(2.5)
      .add(precision.mul(matrix(batch.dPrecision)).sum())
      .add(linear.mul(matrix(batch.dLinear)).sum())
      .asScalar();
  };
  return (parameters: Float32Array) =>
    tf.tidy(() => {
      const flat = tf.tensor1d(parameters);
      const latents = matrix(batch.latents);
      const { precision, linear } = encode(flat);
      const [gradient, dLatents] = tf.grads((a: tf.Tensor, b: tf.Tensor) =>
        objective(a as tf.Tensor1D, b as tf.Tensor2D),
      )([flat, latents]);
      return {
        precision: precision.dataSync(),
        linear: linear.dataSync(),
        logLikelihood: logLikelihood(flat, latents).dataSync()[0],
        dLatents: dLatents.dataSync(),
        gradient: gradient.dataSync(),
      };
    });
}

/** Largest difference, relative to the largest magnitude expected. */
function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let difference = 0;
  let magnitude = 0;
  for (let k = 0; k < expected.length; k++) {
    // Math.max passes NaN on, so a NaN anywhere fails the comparison.
    difference = Math.max(difference, Math.abs(actual[k] - expected[k]));
    magnitude = Math.max(magnitude, Math.abs(expected[k]));
  }
  return difference / magnitude;
}

interface StepValues {
  readonly precision: ArrayLike<number>;
  readonly linear: ArrayLike<number>;
  readonly logLikelihood: number;
  readonly dLatents: ArrayLike<number>;
}

function expectSameStep(actual: StepValues, expected: StepValues, tolerance: number): void {
  expect(relativeError(actual.precision, expected.precision)).toBeLessThan(tolerance);
  expect(relativeError(actual.linear, expected.linear)).toBeLessThan(tolerance);
  expect(relativeError([actual.logLikelihood], [expected.logLikelihood])).toBeLessThan(tolerance);
  expect(relativeError(actual.dLatents, expected.dLatents)).toBeLessThan(tolerance);
}

describe('Autoencoder', () => {
  beforeAll(async () => {
    await activateBackend('wasm');
  });
  beforeEach(async () => {
    await activateBackend('cpu');
  });
  afterAll(async () => {
    await activateBackend('cpu');
  });

  describe.each(SHAPES)('%s', (_, shape) => {
    it('agrees with automatic differentiation, block by block', () => {
      const random = createRandom(11);
      const batch = makeBatch(shape, random);
      const parameters = noisyParameters(shape, random);
      const networks = new Autoencoder(shape, parameters);
      const actual = trainingPass(networks, batch);
      const expected = oracle(shape, batch)(parameters);
      expectSameStep(actual, expected, 1e-4);
      for (const { offset, rows, columns } of networks.layout.blocks) {
        const end = offset + rows * columns;
        const error = relativeError(
          actual.gradient.subarray(offset, end),
          expected.gradient.slice(offset, end),
        );
        expect(error).toBeLessThan(1e-4);
      }
      networks.dispose();
    });

    it('gives the same step on wasm, to single precision', async () => {
      const random = createRandom(12);
      const batch = makeBatch(shape, random);
      const networks = new Autoencoder(shape, noisyParameters(shape, random));
      const cpu = trainingPass(networks, batch);
      await activateBackend('wasm');
      const wasm = trainingPass(networks, batch);
      expectSameStep(wasm, cpu, 1e-5);
      expect(relativeError(wasm.gradient, cpu.gradient)).toBeLessThan(1e-5);
      networks.dispose();
    });
  });

  it.each([
    ['a Gaussian', BASE],
    ['binary values', { ...BASE, decoderMean: 'bernoulli' } as const],
    [
      'a Gaussian, with full potentials',
      { ...BASE, latentDimension: 3, potential: 'full' } as const,
    ],
  ])('agrees with finite differences, of %s', (_, shape) => {
    const random = createRandom(13);
    const batch = makeBatch(shape, random);
    const parameters = noisyParameters(shape, random);
    const networks = new Autoencoder(shape, parameters);
    const { gradient, dLatents } = trainingPass(networks, batch);
    const objective = (p: Float32Array, latents: Float64Array) => {
      networks.setParameters(p);
      const { precision, linear } = networks.potentials(batch.data, ROWS);
      let sum = 2.5 * networks.logLikelihood(latents, batch.data, ROWS);
      precision.forEach((value, k) => {
        sum += value * batch.dPrecision[k];
      });
      linear.forEach((value, k) => {
        sum += value * batch.dLinear[k];
      });
      return sum;
    };
    // Steps as large as single precision asks for; central differences leave errors near 1e-3.
    const numeric = gradient.map((_, k) => {
      const up = parameters.slice();
      const down = parameters.slice();
      up[k] += 0.01;
      down[k] -= 0.01;
      return (objective(up, batch.latents) - objective(down, batch.latents)) / (up[k] - down[k]);
    });
    expect(relativeError(gradient, numeric)).toBeLessThan(5e-3);
    const numericLatents = dLatents.map((_, k) => {
      const up = batch.latents.slice();
      const down = batch.latents.slice();
      up[k] += 0.01;
      down[k] -= 0.01;
      return (objective(parameters, up) - objective(parameters, down)) / 0.02;
    });
    expect(relativeError(dLatents, numericLatents)).toBeLessThan(5e-3);
    networks.dispose();
  });

  it('reconstructs its data before training when the links are isometries', () => {
    const shape: AutoencoderShape = { ...DEFAULT_SHAPE, weights: 'small', latentDimension: 3 };
    const random = createRandom(14);
    const networks = new Autoencoder(shape, initialParameters(shape, random));
    const data = Float32Array.from({ length: 2 * ROWS }, () => 5 * random.normal());
    const { means } = networks.potentials(data, ROWS);
    const { mean, variance } = networks.reconstruct(means, ROWS);
    expect(networks.reconstructMean(means, ROWS)).toEqual(mean);
    // Weights of 0.01 through 50 hidden units add about 0.07.
    mean.forEach((value, k) => {
      expect(Math.abs(value - data[k])).toBeLessThan(0.4);
    });
    expect(variance.every((value) => value > 0.5 && value < 2)).toBe(true);
    networks.dispose();
  });

  it.each([
    ['cpu', 1],
    ['wasm', 1],
    ['wasm', 3],
    ['wasm', 12],
  ] as const)('gives means of %s with %i columns as with their spread', async (name, D) => {
    await activateBackend(name);
    const shape: AutoencoderShape = { ...DEFAULT_SHAPE, dataDimension: D, decoderMean: 'sigmoid' };
    const random = createRandom(15);
    const networks = new Autoencoder(shape, initialParameters(shape, random));
    const latents = Float64Array.from({ length: 301 * shape.latentDimension }, () =>
      random.normal(),
    );
    const { mean } = networks.reconstruct(latents, 301);
    expect(networks.reconstructMean(latents, 301)).toEqual(mean);
    networks.dispose();
  });

  it.each(['cpu', 'wasm'] as const)(
    'leaves no tensors behind from step to step on %s',
    async (name) => {
      await activateBackend(name);
      const shape: AutoencoderShape = { ...BASE, hiddenLayers: 2 };
      const random = createRandom(15);
      const parameters = noisyParameters(shape, random);
      const before = tf.memory().numTensors;
      const networks = new Autoencoder(shape, parameters);
      const batch = makeBatch(shape, random);
      const large = makeBatch(shape, random, 2 * ROWS);
      const step = () => {
        trainingPass(networks, batch);
        networks.potentials(large.data, 2 * ROWS);
        networks.reconstruct(large.latents, 2 * ROWS);
        networks.encode(batch.data, ROWS);
        networks.setParameters(parameters);
        return tf.memory().numTensors;
      };
      const after = step();
      for (let i = 0; i < 5; i++) expect(step()).toBe(after);
      networks.dispose();
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  it('repeats a step bit for bit, and keeps an encode through a look elsewhere', () => {
    const random = createRandom(16);
    const batch = makeBatch(BASE, random);
    const elsewhere = makeBatch(BASE, random);
    const parameters = noisyParameters(BASE, random);
    const networks = new Autoencoder(BASE, parameters);
    const first = trainingPass(networks, batch);
    networks.encode(batch.data, ROWS);
    networks.potentials(elsewhere.data, ROWS);
    networks.reconstruct(elsewhere.latents, ROWS);
    networks.decode(batch.latents, batch.data, ROWS, 2.5);
    networks.encodeBackward(batch.dPrecision, batch.dLinear);
    const gradient = new Float64Array(networks.layout.length);
    networks.gradient(gradient);
    expect(gradient).toEqual(first.gradient);
    networks.gradient(gradient);
    expect(gradient.every((value) => value === 0)).toBe(true);
    networks.dispose();
  });

  it('encodes again when data, parameters or gaps have changed', () => {
    const random = createRandom(18);
    const data = makeBatch(BASE, random).data;
    const gap = data.slice();
    gap[0] = Number.NaN;
    const [one, other] = [noisyParameters(BASE, random), noisyParameters(BASE, random)];
    const networks = new Autoencoder(BASE, one);
    const looks = [
      [one, data],
      [one, data],
      [one, gap],
      [one, gap],
      [other, gap],
      [other, data.subarray(3)],
      [one, data],
    ] as const;
    for (const [parameters, values] of looks) {
      networks.setParameters(parameters);
      const rows = values.length / BASE.dataDimension;
      const fresh = new Autoencoder(BASE, parameters);
      for (let look = 0; look < 2; look++)
        expect(networks.potentials(values.slice(), rows)).toEqual(fresh.potentials(values, rows));
      fresh.dispose();
    }
    networks.dispose();
  });

  it('refuses arrays of the wrong length and steps out of order', () => {
    const random = createRandom(17);
    const networks = new Autoencoder(BASE, initialParameters(BASE, random));
    const batch = makeBatch(BASE, random);
    expect(() => networks.setParameters(new Float32Array(3))).toThrow(/parameters.*but hold 3/);
    expect(() => networks.encode(batch.data, ROWS + 1)).toThrow(/data should hold 24 .* hold 21/);
    expect(() => networks.encode(new Float32Array(0), 0)).toThrow(/at least one row, not 0/);
    expect(() => networks.decode(batch.latents, batch.data.subarray(1), ROWS)).toThrow(/targets/);
    expect(() => networks.gradient(new Float32Array(1))).toThrow(/gradient.*hold 1/);
    const encodeBackward = () => networks.encodeBackward(batch.dPrecision, batch.dLinear);
    expect(encodeBackward).toThrow(/needs an encode/);
    networks.encode(batch.data, ROWS);
    networks.setParameters(initialParameters(BASE, random));
    expect(encodeBackward).toThrow(/needs an encode/);
    networks.encode(batch.data, ROWS);
    encodeBackward();
    expect(encodeBackward).toThrow(/needs an encode/);
    networks.dispose();
  });
});
