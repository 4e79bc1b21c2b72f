import { beforeAll, describe, expect, it } from 'vitest';
import golden from '../../../inference/importanceWeighting/golden/iwae.json' with { type: 'json' };
import { createRandom, type Random } from '../../../math/random.ts';
import { Autoencoder } from '../../../networks/autoencoder.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { initialParameters } from '../../../networks/initialise.ts';
import { type AutoencoderShape, DEFAULT_SHAPE } from '../../../networks/shape.ts';
import { type DrawsEstimator, SeveralDrawsPass } from '../../../svae/severalDraws.ts';
import type { QFamily } from '../snapshot.ts';
import {
  importanceWeighted,
  leaveOneOut,
  reparameterised,
  scoreFunction,
  stickingTheLanding,
} from './drawsEstimators.ts';
import { StandardNormal } from './posterior/standardNormal.ts';

const SHAPE: AutoencoderShape = { ...DEFAULT_SHAPE, dataDimension: 3, hiddenUnits: 6 };
const ROWS = 5;
const D = 3;
const d = 2;

const normals = (random: Random, length: number) =>
  Float64Array.from({ length }, () => random.normal());

function setup(seed: number, family: QFamily = 'diagonal') {
  const shape: AutoencoderShape = { ...SHAPE, potential: family };
  const random = createRandom(seed);
  const parameters = initialParameters(shape, random).map((w) => w + 0.2 * random.normal());
  return {
    parameters,
    networks: new Autoencoder(shape, parameters),
    data: Float32Array.from(normals(random, ROWS * D)),
    noise: normals(random, ROWS * d),
  };
}

const asked = (rows: number, noise: Float64Array) => ({
  expected: new Float64Array(0),
  ...{ noise, rows: Int32Array.from({ length: rows }, (_, n) => n), sequenceLength: 1 },
});

/** The objective of a batch and its gradient by all parameters; the noise depends on the seed alone. */
function passOf(estimator: DrawsEstimator, given: ReturnType<typeof setup>) {
  const { networks, data, noise } = given;
  const potentials = networks.encode(data, ROWS);
  const model = new StandardNormal(d, networks.shape.potential);
  const local = model.infer({ potentials, ...asked(ROWS, noise) });
  const pass = new SeveralDrawsPass(networks, ROWS);
  const decoded = pass.run(local, noise, data, createRandom(7), estimator, 1);
  const { dPrecision, dLinear } = decoded.backward();
  const ofPotentials = { dPrecision: dPrecision.slice(), dLinear: dLinear.slice() };
  networks.encodeBackward(dPrecision, dLinear);
  const gradient = new Float64Array(networks.layout.length);
  networks.gradient(gradient);
  return { objective: decoded.objective, gradient, ...ofPotentials };
}

/** Largest difference, relative to the largest magnitude expected. */
function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let difference = 0;
  let magnitude = 0;
  for (let k = 0; k < expected.length; k++) {
    difference = Math.max(difference, Math.abs(actual[k] - expected[k]));
    magnitude = Math.max(magnitude, Math.abs(expected[k]));
  }
  return difference / magnitude;
}

/** Mean log-likelihood of a batch's draws, summed over rows. */
function logLikelihoodOf(estimator: DrawsEstimator, given: ReturnType<typeof setup>): number {
  let sum = 0;
  const seen: DrawsEstimator = {
    ...estimator,
    weigh(values, factors) {
      sum = values.logLikelihoods.reduce((total, value) => total + value / estimator.draws, 0);
      return estimator.weigh(values, factors);
    },
  };
  passOf(seen, given);
  return sum;
}

function numericGradient(estimator: DrawsEstimator, given: ReturnType<typeof setup>) {
  const { networks, parameters } = given;
  const at = (changed: Float32Array) => {
    networks.setParameters(changed);
    return passOf(estimator, given).objective;
  };
  // Steps as large as single precision asks for; central differences leave errors near 1e-3.
  const numeric = Float64Array.from(parameters, (_, k) => {
    const up = parameters.slice();
    const down = parameters.slice();
    up[k] += 0.01;
    down[k] -= 0.01;
    return (at(up) - at(down)) / (up[k] - down[k]);
  });
  networks.setParameters(parameters);
  return numeric;
}

/** The gradient of the bound by mean and deviation of q, by its formula, from one draw at a time. */
function plainReference(given: ReturnType<typeof setup>, K: number, isDoubly: boolean) {
  const { networks, data, noise } = given;
  const { precision, linear } = networks.potentials(data, ROWS);
  const random = createRandom(7);
  const dMean = new Float64Array(ROWS * d);
  const dDeviation = new Float64Array(ROWS * d);
  for (let n = 0; n < ROWS; n++) {
    const target = data.slice(n * D, (n + 1) * D);
    const draws = Array.from({ length: K }, (_, k) => {
      const e = Float64Array.from({ length: d }, (_, i) =>
        k === 0 ? noise[n * d + i] : random.normal(),
      );
      const deviation = e.map((_, i) => 1 / Math.sqrt(1 + precision[n * d + i]));
      const mean = e.map((_, i) => linear[n * d + i] * deviation[i] ** 2);
      const x = e.map((value, i) => mean[i] + deviation[i] * value);
      const decoded = networks.decode(x, target, 1);
      let log = decoded.logLikelihood;
      x.forEach((value, i) => {
        log += e[i] ** 2 / 2 + Math.log(deviation[i]) - value ** 2 / 2;
      });
      return { e, deviation, x, slopes: decoded.dLatents.slice(), weight: Math.exp(log) };
    });
    const sum = draws.reduce((total, { weight }) => total + weight, 0);
    for (const { e, deviation, x, slopes, weight } of draws) {
      const v = weight / sum;
      for (let i = 0; i < d; i++) {
        // d log p(y, x) / dx; log q(x(e)) itself depends on the deviation alone, through its logarithm.
        const joint = slopes[i] - x[i];
        const alongQ = -e[i] / deviation[i];
        const along = isDoubly ? v * v * (joint - alongQ) : v * joint;
        dMean[n * d + i] += along;
        dDeviation[n * d + i] += along * e[i] + (isDoubly ? 0 : v / deviation[i]);
      }
    }
  }
  return chained(precision, linear, dMean, dDeviation);
}

/** From mean = h / (1 + J) and deviation = (1 + J)^(-1/2) to h and J. */
function chained(
  precision: Float64Array,
  linear: Float64Array,
  dMean: Float64Array,
  dDeviation: Float64Array,
) {
  const dLinear = dMean.map((value, i) => value / (1 + precision[i]));
  const dPrecision = dMean.map(
    (value, i) =>
      -(value * linear[i]) / (1 + precision[i]) ** 2 -
      dDeviation[i] / (2 * (1 + precision[i]) ** 1.5),
  );
  return { dPrecision, dLinear };
}

/** The potential of a row: J, of which all entries are given where it is full, and h. */
interface Potential {
  readonly precision: readonly number[];
  readonly linear: readonly number[];
}

const potentialOf = (q: { readonly mean: number; readonly sd: number }): Potential => ({
  precision: [1 / q.sd ** 2 - 1],
  linear: [q.mean / q.sd ** 2],
});

/** A row that comes many times through an affine decoder, y = sum of x + noise: one estimate for each. */
function manyTimes(
  y: number,
  q: { readonly mean: number; readonly sd: number } | Potential,
  rows: number,
  estimator: DrawsEstimator,
) {
  const { precision, linear } = 'mean' in q ? potentialOf(q) : q;
  const dimension = linear.length;
  const family = dimension > 1 ? 'full' : 'diagonal';
  const shape: AutoencoderShape = {
    ...DEFAULT_SHAPE,
    ...{ dataDimension: 1, latentDimension: dimension, potential: family },
    ...{ hiddenLayers: 0, residual: 'none' },
  };
  const parameters = new Float32Array(initialParameters(shape, createRandom(1)).length);
  const networks = new Autoencoder(shape, parameters);
  const decoder = networks.layout.blocks.find(({ name }) => name === 'decoder.head.weights');
  if (!decoder) throw new Error('There is no decoder.');
  // The sum of x as the mean, log-variance 0.
  for (let i = 0; i < dimension; i++) parameters[decoder.offset + 2 * i] = 1;
  networks.setParameters(parameters);
  const repeated = (values: readonly number[]) =>
    Float64Array.from({ length: rows * values.length }, (_, at) => values[at % values.length]);
  const potentials = { precision: repeated(precision), linear: repeated(linear) };
  const random = createRandom(5);
  const noise = normals(random, rows * dimension);
  const model = new StandardNormal(dimension, family);
  const local = model.infer({ potentials, ...asked(rows, noise) });
  const bounds = new Float64Array(rows);
  const seen: DrawsEstimator = {
    ...estimator,
    weigh(values, factors) {
      const K = estimator.draws;
      for (let n = 0; n < rows; n++) {
        let sum = 0;
        for (let at = n * K; at < (n + 1) * K; at++)
          sum += Math.exp(values.logLikelihoods[at] + values.logRatios[at]);
        bounds[n] = Math.log(sum / K);
      }
      return estimator.weigh(values, factors);
    },
  };
  const pass = new SeveralDrawsPass(networks, rows);
  const data = new Float32Array(rows).fill(y);
  const decoded = pass.run(local, noise, data, random, seen, 1);
  const { dPrecision, dLinear } = decoded.backward();
  networks.dispose();
  return { bounds, objective: decoded.objective / rows, dPrecision, dLinear };
}

function meanAndError(values: Float64Array) {
  const mean = values.reduce((a, b) => a + b) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, error: Math.sqrt(variance / values.length) };
}

beforeAll(async () => {
  await activateBackend('cpu');
});

describe('the importance-weighted bound', () => {
  it.each([1, 2, 10])('has the gradient of finite differences, K = %i', (K) => {
    const given = setup(21);
    const estimator = importanceWeighted(K, false);
    const { gradient } = passOf(estimator, given);
    expect(relativeError(gradient, numericGradient(estimator, given))).toBeLessThan(5e-3);
    given.networks.dispose();
  });

  it.each([
    { K: 1, isDoubly: false },
    { K: 7, isDoubly: false },
    { K: 1, isDoubly: true },
    { K: 7, isDoubly: true },
  ])('agrees with a plain implementation: %o', ({ K, isDoubly }) => {
    const given = setup(22);
    const got = passOf(importanceWeighted(K, isDoubly), given);
    const expected = plainReference(given, K, isDoubly);
    // Decoding rows one at a time rounds differently in single precision.
    expect(relativeError(got.dPrecision, expected.dPrecision)).toBeLessThan(1e-5);
    expect(relativeError(got.dLinear, expected.dLinear)).toBeLessThan(1e-5);
    given.networks.dispose();
  });

  it('has the decoder gradient of finite differences with doubly reparameterised gradients, too', () => {
    const given = setup(23);
    const { gradient } = passOf(importanceWeighted(6, true), given);
    const numeric = numericGradient(importanceWeighted(6, true), given);
    const { layers } = given.networks.layout.decoder;
    const from = layers[0].weights.offset;
    expect(relativeError(gradient.subarray(from), numeric.subarray(from))).toBeLessThan(5e-3);
    given.networks.dispose();
  });

  it.each(golden)('is on average what it is known to be: %o', ({ x, q, elbo, twoSamples }) => {
    const one = manyTimes(x, q, 40_000, importanceWeighted(1, false));
    const two = manyTimes(x, q, 40_000, importanceWeighted(2, false));
    for (const [{ bounds, objective }, known] of [
      [one, elbo],
      [two, twoSamples],
    ] as const) {
      const { mean, error } = meanAndError(bounds);
      expect(objective).toBeCloseTo(mean, 6);
      expect(Math.abs(mean - known)).toBeLessThan(4 * error);
    }
  });

  it.each([2, 10])('has one mean gradient, doubly reparameterised or not, K = %i', (K) => {
    const q = { mean: 0.2, sd: 0.6 };
    const plain = manyTimes(1, q, 40_000, importanceWeighted(K, false));
    const doubly = manyTimes(1, q, 40_000, importanceWeighted(K, true));
    for (const part of ['dLinear', 'dPrecision'] as const) {
      // The same draws: the difference of each pair has the smaller error.
      const difference = meanAndError(plain[part].map((value, n) => value - doubly[part][n]));
      expect(Math.abs(difference.mean)).toBeLessThan(4 * difference.error);
      const [wide, narrow] = [meanAndError(plain[part]), meanAndError(doubly[part])];
      expect(Math.abs(wide.mean)).toBeGreaterThan(5 * wide.error);
      expect(narrow.error).toBeLessThan(wide.error);
    }
  });

  it('rises with K and stays below log p(y), where that is known', () => {
    const q = { mean: 0, sd: 0.9 };
    const at = (K: number) =>
      meanAndError(manyTimes(1, q, 4000, importanceWeighted(K, false)).bounds);
    const bounds = [1, 2, 10, 100].map(at);
    for (let i = 1; i < bounds.length; i++)
      expect(bounds[i].mean).toBeGreaterThan(bounds[i - 1].mean);
    const known = golden[1].logEvidence;
    const last = bounds[bounds.length - 1];
    expect(last.mean).toBeLessThan(known + 4 * last.error);
    expect(last.mean).toBeGreaterThan(known - 0.02);
  });
});

describe('estimators of the gradient of the ELBO', () => {
  const q = { mean: 0.3, sd: 0.6 };
  const beta = 0.7;

  it('reparameterised is what training does by itself, with one draw', () => {
    const given = setup(24);
    const { networks, data, noise } = given;
    const got = passOf(reparameterised(1, beta), given);
    const local = new StandardNormal(d).infer({
      ...{ potentials: networks.encode(data, ROWS), ...asked(ROWS, noise) },
    });
    const { dLatents } = networks.decode(local.samples, data, ROWS);
    const expected = local.backward({ dSamples: dLatents.slice(), dLocalKl: -beta });
    expect(relativeError(got.dPrecision, expected.dPrecision)).toBeLessThan(1e-12);
    expect(relativeError(got.dLinear, expected.dLinear)).toBeLessThan(1e-12);
    networks.dispose();
  });

  it('all have the same mean, and leave the decoder the same gradient', () => {
    const K = 4;
    const made = [reparameterised, stickingTheLanding, scoreFunction, leaveOneOut].map(
      (estimator) => manyTimes(1, q, 40_000, estimator(K, beta)),
    );
    for (const part of ['dLinear', 'dPrecision'] as const) {
      const [first, ...others] = made.map((one) => one[part]);
      for (const other of others) {
        const { mean, error } = meanAndError(other.map((value, n) => value - first[n]));
        expect(Math.abs(mean)).toBeLessThan(4 * error);
      }
    }
    const given = setup(25);
    const from = given.networks.layout.decoder.layers[0].weights.offset;
    const [one, other] = [leaveOneOut(K, beta), reparameterised(K, beta)].map((estimator) =>
      passOf(estimator, given).gradient.subarray(from),
    );
    expect(one).toEqual(other);
    given.networks.dispose();
  });

  it('a baseline takes noise away', () => {
    const [without, withOthers] = [scoreFunction, leaveOneOut].map(
      (estimator) => meanAndError(manyTimes(1, q, 20_000, estimator(10, 1)).dLinear).error,
    );
    expect(withOthers).toBeLessThan(0.7 * without);
  });

  it('sticking the landing is 0 for every draw where q is the posterior', () => {
    // Of y = x + noise with x ~ N(0, 1): N(y / 2, 1 / 2).
    const posterior = { mean: 0.5, sd: Math.SQRT1_2 };
    const { dLinear, dPrecision } = manyTimes(1, posterior, 50, stickingTheLanding(3, 1));
    for (const value of [...dLinear, ...dPrecision]) expect(Math.abs(value)).toBeLessThan(1e-6);
    const other = manyTimes(1, posterior, 50, reparameterised(3, 1));
    expect(Math.max(...other.dPrecision.map(Math.abs))).toBeGreaterThan(0.01);
  });
});

describe('with a full posterior', () => {
  // Correlated the other way than the exact posterior.
  const q: Potential = { precision: [1, 0.6, 0.6, 1.5], linear: [0.4, -0.2] };

  /** Means and errors of the gradients, entry by entry: two of h, four of J. */
  function entriesOf(gradients: Pick<ReturnType<typeof manyTimes>, 'dLinear' | 'dPrecision'>[]) {
    return (['dLinear', 'dPrecision'] as const).flatMap((part) => {
      const width = part === 'dLinear' ? 2 : 4;
      return Array.from({ length: width }, (_, entry) =>
        gradients.map((one) => one[part].filter((_, at) => at % width === entry)),
      );
    });
  }

  it.each([
    ['the importance-weighted bound', importanceWeighted(5, false)],
    ['the ELBO with beta', reparameterised(3, 0.7)],
  ])('%s has the gradient of finite differences', (_, estimator) => {
    const given = setup(31, 'full');
    const { networks, data, noise } = given;
    const { gradient } = passOf(estimator, given);
    // The KL in closed form is no part of the objective of the draws.
    const kl = () => {
      const potentials = networks.encode(data, ROWS);
      return new StandardNormal(d, 'full').infer({ potentials, ...asked(ROWS, noise) }).localKl;
    };
    const { parameters } = given;
    const at = (changed: Float32Array) => {
      networks.setParameters(changed);
      if (estimator.klWeight === 0) return passOf(estimator, given).objective;
      return logLikelihoodOf(estimator, given) - estimator.klWeight * kl();
    };
    const numeric = Float64Array.from(parameters, (_, k) => {
      const up = parameters.slice();
      const down = parameters.slice();
      up[k] += 0.01;
      down[k] -= 0.01;
      return (at(up) - at(down)) / (up[k] - down[k]);
    });
    expect(relativeError(gradient, numeric)).toBeLessThan(5e-3);
    networks.dispose();
  });

  it('all estimators of the ELBO have the same mean', () => {
    const made = [reparameterised, stickingTheLanding, scoreFunction, leaveOneOut].map(
      (estimator) => manyTimes(1, q, 40_000, estimator(4, 0.7)),
    );
    for (const [first, ...others] of entriesOf(made))
      for (const other of others) {
        const { mean, error } = meanAndError(other.map((value, n) => value - first[n]));
        expect(Math.abs(mean)).toBeLessThan(4 * error);
        const whole = meanAndError(first);
        expect(Math.abs(whole.mean)).toBeGreaterThan(4 * whole.error);
      }
  });

  it('doubly reparameterised gradients have the mean of those of the bound, with less noise', () => {
    const made = [false, true].map((isDoubly) =>
      manyTimes(1, q, 40_000, importanceWeighted(5, isDoubly)),
    );
    for (const [plain, doubly] of entriesOf(made)) {
      const { mean, error } = meanAndError(plain.map((value, n) => value - doubly[n]));
      expect(Math.abs(mean)).toBeLessThan(4 * error);
      expect(meanAndError(doubly).error).toBeLessThan(meanAndError(plain).error);
    }
  });

  it('sticking the landing is 0 for every draw where q is the posterior, which is correlated', () => {
    // Of y = x_1 + x_2 + noise: precision I + 1 1', and h = y 1.
    const posterior: Potential = { precision: [1, 1, 1, 1], linear: [1, 1] };
    const { dLinear, dPrecision, bounds } = manyTimes(1, posterior, 50, stickingTheLanding(3, 1));
    for (const value of [...dLinear, ...dPrecision]) expect(Math.abs(value)).toBeLessThan(1e-6);
    // log N(1 | 0, 3), whatever the draws.
    for (const bound of bounds)
      expect(bound).toBeCloseTo(-(Math.log(2 * Math.PI * 3) + 1 / 3) / 2, 6);
  });
});
