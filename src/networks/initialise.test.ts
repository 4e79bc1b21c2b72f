import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { initialParameters, partialIsometry } from './initialise.ts';
import { type AutoencoderShape, DEFAULT_SHAPE, parameterLayout } from './shape.ts';

function block(shape: AutoencoderShape, name: string, parameters: Float32Array): Float32Array {
  const found = parameterLayout(shape).blocks.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no block ${name}`);
  return parameters.subarray(found.offset, found.offset + found.rows * found.columns);
}

function deviation(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

describe('parameterLayout', () => {
  it('places all blocks end to end', () => {
    const { blocks, length } = parameterLayout({ ...DEFAULT_SHAPE, hiddenLayers: 2 });
    let offset = 0;
    for (const { offset: start, rows, columns } of blocks) {
      expect(start).toBe(offset);
      offset += rows * columns;
    }
    expect(offset).toBe(length);
    // Per network: 2*50+50, 50*50+50, 50*4+4, and 2*2 of the residual link.
    expect(length).toBe(2 * (150 + 2550 + 204 + 4));
    expect(new Set(blocks.map(({ name }) => name)).size).toBe(blocks.length);
  });

  it('leaves out what the shape does not have', () => {
    const layout = parameterLayout({ ...DEFAULT_SHAPE, hiddenLayers: 0, residual: 'none' });
    expect(layout.blocks.map(({ name }) => name)).toEqual([
      'encoder.head.weights',
      'encoder.head.bias',
      'decoder.head.weights',
      'decoder.head.bias',
    ]);
  });

  it.each([
    [{ hiddenLayers: 5 }, /hidden layers.*0\.\.4, not 5/],
    [{ hiddenUnits: 0 }, /hidden units.*not 0/],
    [{ latentDimension: 1.5 }, /latent dimension.*not 1\.5/],
    [{ encoderInputScale: Number.NaN }, /encoder input scale.*NaN/],
  ])('refuses %o by name', (change, message) => {
    expect(() => parameterLayout({ ...DEFAULT_SHAPE, ...change })).toThrow(message);
  });
});

describe('partialIsometry', () => {
  it.each([
    [2, 2],
    [5, 3],
    [3, 8],
    [40, 40],
    [1, 1],
  ])('has an orthonormal shorter side: %i x %i', (rows, columns) => {
    const q = partialIsometry(rows, columns, createRandom(4));
    const short = Math.min(rows, columns);
    const at = (s: number, l: number) =>
      rows <= columns ? q[s * columns + l] : q[l * columns + s];
    for (let a = 0; a < short; a++) {
      for (let b = 0; b < short; b++) {
        let sum = 0;
        for (let l = 0; l < Math.max(rows, columns); l++) sum += at(a, l) * at(b, l);
        expect(sum).toBeCloseTo(a === b ? 1 : 0, 12);
      }
    }
  });
});

describe('initialParameters', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    const first = initialParameters(DEFAULT_SHAPE, createRandom(1));
    expect(initialParameters(DEFAULT_SHAPE, createRandom(1))).toEqual(first);
    expect(initialParameters(DEFAULT_SHAPE, createRandom(2))).not.toEqual(first);
  });

  it('gives fan-in weights their deviation, and quiet spread heads', () => {
    const shape: AutoencoderShape = { ...DEFAULT_SHAPE, hiddenLayers: 2, hiddenUnits: 400 };
    const parameters = initialParameters(shape, createRandom(3));
    expect(deviation(block(shape, 'encoder.hidden2.weights', parameters))).toBeCloseTo(0.05, 3);
    const head = block(shape, 'decoder.head.weights', parameters);
    const means = head.filter((_, k) => k % 4 < 2);
    const spreads = head.filter((_, k) => k % 4 >= 2);
    expect(deviation(means)).toBeGreaterThan(0.045);
    expect(deviation(means)).toBeLessThan(0.055);
    expect(deviation(spreads)).toBeGreaterThan(0.0045);
    expect(deviation(spreads)).toBeLessThan(0.0055);
  });

  it('scales heads alone where asked to', () => {
    const shape: AutoencoderShape = { ...DEFAULT_SHAPE, hiddenLayers: 2 };
    const scaled: AutoencoderShape = { ...shape, headScale: 4 };
    const parameters = initialParameters(shape, createRandom(3));
    const changed = initialParameters(scaled, createRandom(3));
    const head = block(shape, 'encoder.head.weights', parameters);
    expect(block(scaled, 'encoder.head.weights', changed)).toEqual(head.map((w) => 4 * w));
    const hidden = block(shape, 'decoder.hidden2.weights', parameters);
    expect(block(scaled, 'decoder.hidden2.weights', changed)).toEqual(hidden);
  });

  it('gives small weights a deviation of 0.01 everywhere', () => {
    const shape: AutoencoderShape = { ...DEFAULT_SHAPE, weights: 'small', hiddenUnits: 2000 };
    const parameters = initialParameters(shape, createRandom(3));
    for (const name of ['encoder.hidden1.weights', 'encoder.head.weights']) {
      expect(deviation(block(shape, name, parameters))).toBeCloseTo(0.01, 3);
    }
  });

  it('starts heads at the asked log-precision and log-variance', () => {
    const shape = { ...DEFAULT_SHAPE, initialLogPrecision: 1.5, initialLogVariance: -2 };
    const parameters = initialParameters(shape, createRandom(3));
    expect([...block(shape, 'encoder.head.bias', parameters)]).toEqual([0, 0, 1.5, 1.5]);
    expect([...block(shape, 'decoder.head.bias', parameters)]).toEqual([0, 0, -2, -2]);
  });

  it('starts the decoder link as the transpose of the encoder link, or on its own', () => {
    const shape: AutoencoderShape = { ...DEFAULT_SHAPE, dataDimension: 3 };
    const parameters = initialParameters(shape, createRandom(5));
    const encoder = block(shape, 'encoder.residual', parameters);
    const decoder = block(shape, 'decoder.residual', parameters);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 2; j++) expect(decoder[j * 3 + i]).toBe(encoder[i * 2 + j]);
    }
    const apart: AutoencoderShape = { ...shape, decoderResidual: 'independent' };
    const independent = initialParameters(apart, createRandom(5));
    expect(block(apart, 'encoder.residual', independent)).toEqual(encoder);
    expect(block(apart, 'decoder.residual', independent)).not.toEqual(decoder);
  });

  it('draws the bad exhibit from a standard normal', () => {
    const shape: AutoencoderShape = { ...DEFAULT_SHAPE, residual: 'normal', dataDimension: 500 };
    const values = block(shape, 'encoder.residual', initialParameters(shape, createRandom(6)));
    expect(deviation(values)).toBeGreaterThan(0.9);
    expect(deviation(values)).toBeLessThan(1.1);
  });
});
