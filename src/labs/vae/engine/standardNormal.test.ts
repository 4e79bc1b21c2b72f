import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../../math/random.ts';
import { klFromStandardNormal, StandardNormal } from './standardNormal.ts';

const ROWS = 3;
const d = 2;

function request(seed: number) {
  const random = createRandom(seed);
  const normals = () => {
    const values = new Float64Array(ROWS * d);
    fillNormal(random, values);
    return values;
  };
  return {
    potentials: { precision: normals().map((value) => Math.exp(value)), linear: normals() },
    noise: normals(),
    expected: new Float64Array(0),
    rows: Int32Array.from({ length: ROWS }, (_, n) => n),
    sequenceLength: 1,
  };
}

describe('a standard normal as the graphical model', () => {
  it('has the KL of a million samples, within 3 standard errors', () => {
    const means = Float64Array.of(0.7, -1.4);
    const variances = Float64Array.of(0.3, 0.05);
    const random = createRandom(3);
    const samples = 1e6;
    let sum = 0;
    let squares = 0;
    for (let s = 0; s < samples; s++) {
      let value = 0;
      for (let i = 0; i < d; i++) {
        const noise = random.normal();
        const x = means[i] + Math.sqrt(variances[i]) * noise;
        value += (x * x - noise * noise - Math.log(variances[i])) / 2;
      }
      sum += value;
      squares += value * value;
    }
    const mean = sum / samples;
    const error = Math.sqrt((squares / samples - mean * mean) / samples);
    expect(Math.abs(klFromStandardNormal(means, variances, 0, d) - mean)).toBeLessThan(3 * error);
  });

  it('is zero for the prior itself', () => {
    expect(klFromStandardNormal(new Float64Array(2), new Float64Array(2).fill(1), 0, 2)).toBe(0);
  });

  it('puts potential and prior together', () => {
    const asked = request(1);
    const { means, variances, samples, localKl, rowKl } = new StandardNormal(d).infer(asked);
    asked.potentials.precision.forEach((J, i) => {
      expect(variances[i]).toBeCloseTo(1 / (1 + J), 14);
      expect(means[i]).toBeCloseTo(asked.potentials.linear[i] / (1 + J), 14);
      expect(samples[i]).toBeCloseTo(means[i] + Math.sqrt(variances[i]) * asked.noise[i], 14);
    });
    expect(localKl).toBeCloseTo(rowKl[0] + rowKl[1] + rowKl[2], 12);
  });

  it('has the adjoint that finite differences have', () => {
    const asked = request(2);
    const dSamples = Float64Array.from({ length: ROWS * d }, (_, i) => Math.sin(3 * i));
    const weight = 0.8;
    const model = new StandardNormal(d);
    const loss = () => {
      const { samples, localKl } = model.infer(asked);
      return samples.reduce((sum, x, i) => sum + x * dSamples[i], weight * localKl);
    };
    const { dPrecision, dLinear } = model.infer(asked).backward({ dSamples, dLocalKl: weight });
    const got = [dPrecision.slice(), dLinear.slice()];
    [asked.potentials.precision, asked.potentials.linear].forEach((values, which) => {
      values.forEach((value, i) => {
        const h = 1e-5;
        values[i] = value + h;
        const above = loss();
        values[i] = value - h;
        const below = loss();
        values[i] = value;
        expect(got[which][i]).toBeCloseTo((above - below) / (2 * h), 7);
      });
    });
  });

  it('has no state to restore', () => {
    const model = new StandardNormal(d);
    model.restoreState(model.saveState());
    expect(() => model.restoreState(new Float64Array(2))).toThrow(/2 numbers/);
    expect(model.parameterLength).toBe(0);
  });
});
