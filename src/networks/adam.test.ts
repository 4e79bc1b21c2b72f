import { describe, expect, it } from 'vitest';
import { Adam } from './adam.ts';

describe('Adam', () => {
  it('takes two steps worked out by hand', () => {
    const adam = new Adam(1);
    const parameters = new Float32Array([1]);
    // m = 0.2, v = 0.004; corrected 2 and 4: the step is the learning rate.
    adam.update(parameters, new Float64Array([2]), { learningRate: 0.5 });
    expect(parameters[0]).toBeCloseTo(0.5, 6);
    // m = 0.18 - 0.1 = 0.08, v = 0.003996 + 0.001 = 0.004996; corrected by 0.19 and 0.001999.
    const step = (0.5 * (0.08 / 0.19)) / Math.sqrt(0.004996 / 0.001999);
    adam.update(parameters, new Float64Array([-1]), { learningRate: 0.5 });
    expect(parameters[0]).toBeCloseTo(0.5 - step, 6);
  });

  it('finds the minimum of a badly scaled quadratic', () => {
    const adam = new Adam(2);
    const parameters = new Float32Array([3, -2]);
    for (let i = 0; i < 3000; i++) {
      const gradient = new Float64Array([200 * (parameters[0] - 1), 0.02 * (parameters[1] - 1)]);
      adam.update(parameters, gradient, { learningRate: 0.01 });
    }
    expect(parameters[0]).toBeCloseTo(1, 3);
    expect(parameters[1]).toBeCloseTo(1, 3);
  });

  it('clips long gradients to the limit, and tells their length before', () => {
    const clipped = new Adam(2);
    const reference = new Adam(2);
    const a = new Float32Array(2);
    const b = new Float32Array(2);
    const options = { learningRate: 0.1 };
    // Adam forgets the scale of a first gradient, so two steps are needed to see the clipping.
    expect(clipped.update(a, new Float64Array([30, 40]), { ...options, clipNorm: 5 })).toBe(50);
    expect(clipped.update(a, new Float64Array([0.3, -0.4]), { ...options, clipNorm: 5 })).toBe(0.5);
    reference.update(b, new Float64Array([3, 4]), options);
    reference.update(b, new Float64Array([0.3, -0.4]), options);
    expect(a).toEqual(b);
  });

  it('changes nothing on a gradient that is not finite', () => {
    const adam = new Adam(2);
    const parameters = new Float32Array([1, 2]);
    adam.update(parameters, new Float64Array([1, 1]), { learningRate: 0.1 });
    const before = { state: adam.save(), parameters: parameters.slice() };
    const norm = adam.update(parameters, new Float64Array([1, Number.NaN]), { learningRate: 0.1 });
    expect(norm).toBeNaN();
    expect(parameters).toEqual(before.parameters);
    expect(adam.save()).toEqual(before.state);
  });

  it('goes on bit for bit from a saved state', () => {
    const gradientAt = (k: number) => Float64Array.of(Math.sin(k), Math.cos(3 * k), k % 3);
    const run = new Adam(3);
    const parameters = new Float32Array([1, 2, 3]);
    for (let k = 0; k < 10; k++) run.update(parameters, gradientAt(k), { learningRate: 0.03 });
    const resumed = new Adam(3);
    resumed.load(run.save());
    const copy = parameters.slice();
    for (let k = 10; k < 20; k++) {
      run.update(parameters, gradientAt(k), { learningRate: 0.03 });
      resumed.update(copy, gradientAt(k), { learningRate: 0.03 });
    }
    expect(copy).toEqual(parameters);
    expect(resumed.save()).toEqual(run.save());
  });

  it('refuses vectors and states of another length', () => {
    const adam = new Adam(3);
    const options = { learningRate: 0.1 };
    expect(() => adam.update(new Float32Array(2), new Float64Array(3), options)).toThrow(/3 param/);
    expect(() => adam.load(new Float64Array(5))).toThrow(/5 numbers.*need 7/);
  });
});
