import { beforeAll, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { Autoencoder } from './autoencoder.ts';
import { activateBackend } from './backend.ts';
import { initialParameters } from './initialise.ts';
import { scaleToData } from './scaleToData.ts';
import { type AutoencoderShape, DEFAULT_SHAPE } from './shape.ts';

const ROWS = 400;
const D = 3;
const d = 4;

/** Columns that vary little, around other places than 0; one row has a gap. */
function faintData(): Float32Array {
  const random = createRandom(3);
  const values = Float32Array.from(
    { length: ROWS * D },
    (_, at) => 0.2 + 0.2 * (at % D) + 0.02 * random.normal(),
  );
  values[7 * D] = Number.NaN;
  return values;
}

const spread = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
};
const column = (of: ArrayLike<number>, width: number, index: number) =>
  Array.from(of).filter((_, at) => at % width === index && Math.floor(at / width) !== 7);

beforeAll(async () => {
  await activateBackend('cpu');
});

it.each([
  { hiddenLayers: 0, activation: 'tanh' },
  { hiddenLayers: 1, activation: 'tanh' },
  { hiddenLayers: 3, activation: 'relu' },
  { hiddenLayers: 2, activation: 'sigmoid' },
] as const)(
  'with $hiddenLayers layers of $activation units latents and pictures move',
  (change) => {
    const shape: AutoencoderShape = {
      ...DEFAULT_SHAPE,
      ...change,
      dataDimension: D,
      latentDimension: d,
      residual: 'none',
      decoderMean: 'sigmoid',
      initialLogVariance: -2,
    };
    const data = faintData();
    const parameters = initialParameters(shape, createRandom(1));
    scaleToData(shape, parameters, data, createRandom(2));
    const networks = new Autoencoder(shape, parameters);
    const { means } = networks.potentials(data, ROWS);
    for (let j = 0; j < d; j++) {
      const { mean, deviation } = spread(column(means, d, j));
      expect(mean).toBeCloseTo(0, 4);
      expect(deviation).toBeCloseTo(1, 4);
    }
    const random = createRandom(5);
    const latents = Float64Array.from({ length: ROWS * d }, () => random.normal());
    const { mean, variance } = networks.reconstruct(latents, ROWS);
    for (let j = 0; j < D; j++) {
      const decoded = spread(column(mean, D, j));
      expect(decoded.mean).toBeCloseTo(0.2 + 0.2 * j, 1);
      expect(decoded.deviation).toBeGreaterThan(0.003);
      expect(decoded.deviation).toBeLessThan(0.04);
    }
    // Spreads are left alone.
    const logVariance = spread(Array.from(variance, Math.log)).mean;
    expect(logVariance).toBeCloseTo(-2, 0);
    networks.dispose();
  },
);

it('leaves networks alone where no row is whole', () => {
  const shape = { ...DEFAULT_SHAPE, residual: 'none' } as const;
  const parameters = initialParameters(shape, createRandom(1));
  const before = parameters.slice();
  scaleToData(shape, parameters, new Float32Array(20).fill(Number.NaN), createRandom(2));
  expect(parameters).toEqual(before);
});
