import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../../../math/random.ts';
import { klFromStandardNormal } from './diagonalPosteriors.ts';
import { StandardNormal } from './standardNormal.ts';

const ROWS = 3;
const d = 2;

/** Potentials of some rows: diagonal, or full with J = C C'. */
function request(seed: number, family: 'diagonal' | 'full') {
  const random = createRandom(seed);
  const normals = () => {
    const values = new Float64Array(ROWS * d);
    fillNormal(random, values);
    return values;
  };
  const diagonal = normals().map((value) => Math.exp(value));
  const couplings = normals();
  const full = Float64Array.from({ length: ROWS * d * d }, (_, at) => {
    const n = Math.floor(at / (d * d));
    const [a, b, c] = [diagonal[n * d], couplings[n * d], diagonal[n * d + 1]];
    return [a * a, a * b, a * b, b * b + c * c][at % (d * d)];
  });
  return {
    potentials: { precision: family === 'full' ? full : diagonal, linear: normals() },
    noise: normals(),
    expected: new Float64Array(0),
    rows: Int32Array.from({ length: ROWS }, (_, n) => n),
    sequenceLength: 1,
  };
}

describe('a standard normal as the graphical model', () => {
  it.each(['diagonal', 'full'] as const)('has the KL of a million samples, %s', (family) => {
    const asked = request(4, family);
    const model = new StandardNormal(d, family);
    const row = 1;
    const kl = model.infer(asked).rowKl[row];
    const random = createRandom(3);
    const samples = 1e6;
    const noise = new Float64Array(ROWS * d * (samples / 100));
    let [sum, squares] = [0, 0];
    for (let part = 0; part < 100; part++) {
      fillNormal(random, noise);
      const { logRatios } = model.infer(asked).drawSeveral(noise, samples / 100);
      for (let k = (row * samples) / 100; k < ((row + 1) * samples) / 100; k++) {
        sum -= logRatios[k];
        squares += logRatios[k] ** 2;
      }
    }
    const mean = sum / samples;
    const error = Math.sqrt((squares / samples - mean * mean) / samples);
    expect(Math.abs(kl - mean)).toBeLessThan(3 * error);
  });

  it('is zero for the prior itself', () => {
    expect(klFromStandardNormal(new Float64Array(2), new Float64Array(2).fill(1), 0, 2)).toBe(0);
    const potentials = { precision: new Float64Array(4), linear: new Float64Array(2) };
    const asked = { ...request(1, 'full'), potentials, rows: Int32Array.of(0) };
    expect(new StandardNormal(d, 'full').infer(asked).localKl).toBe(0);
  });

  it('puts potential and prior together', () => {
    const asked = request(1, 'diagonal');
    const { means, variances, samples, localKl, rowKl } = new StandardNormal(d).infer(asked);
    asked.potentials.precision.forEach((J, i) => {
      expect(variances[i]).toBeCloseTo(1 / (1 + J), 14);
      expect(means[i]).toBeCloseTo(asked.potentials.linear[i] / (1 + J), 14);
      expect(samples[i]).toBeCloseTo(means[i] + Math.sqrt(variances[i]) * asked.noise[i], 14);
    });
    expect(localKl).toBeCloseTo(rowKl[0] + rowKl[1] + rowKl[2], 12);
  });

  it('puts a full potential and the prior together', () => {
    const asked = request(1, 'full');
    const { precision: J, linear: h } = asked.potentials;
    const posteriors = new StandardNormal(d, 'full').infer(asked);
    const factors = posteriors.covarianceFactors();
    for (let n = 0; n < ROWS; n++) {
      const [a, b, c] = [1 + J[4 * n], J[4 * n + 1], 1 + J[4 * n + 3]];
      const det = a * c - b * b;
      const mean = [
        (c * h[2 * n] - b * h[2 * n + 1]) / det,
        (a * h[2 * n + 1] - b * h[2 * n]) / det,
      ];
      const [f, zero, g, k] = factors.subarray(4 * n, 4 * n + 4);
      expect([f * f, zero, f * g, g * g + k * k].map((value) => value.toFixed(12))).toEqual(
        [c / det, 0, -b / det, a / det].map((value) => value.toFixed(12)),
      );
      const [first, second] = asked.noise.subarray(2 * n, 2 * n + 2);
      const x = [mean[0] + f * first, mean[1] + g * first + k * second];
      for (const i of [0, 1]) {
        expect(posteriors.means[2 * n + i]).toBeCloseTo(mean[i], 12);
        expect(posteriors.samples[2 * n + i]).toBeCloseTo(x[i], 12);
        expect(posteriors.variances[2 * n + i]).toBeLessThanOrEqual(1);
      }
    }
  });

  it.each(['diagonal', 'full'] as const)('has the adjoint of finite differences, %s', (family) => {
    const asked = request(2, family);
    const dSamples = Float64Array.from({ length: ROWS * d }, (_, i) => Math.sin(3 * i));
    const weight = 0.8;
    const model = new StandardNormal(d, family);
    const loss = () => {
      const { samples, localKl } = model.infer(asked);
      return samples.reduce((sum, x, i) => sum + x * dSamples[i], weight * localKl);
    };
    const { dPrecision, dLinear } = model.infer(asked).backward({ dSamples, dLocalKl: weight });
    const got = [dPrecision.slice(), dLinear.slice()];
    const { precision, linear } = asked.potentials;
    [precision, linear].forEach((values, which) => {
      values.forEach((value, i) => {
        // Entries off the diagonal of J come in pairs.
        const isFull = values === precision && family === 'full';
        const twin = isFull ? i - (i % 4) + [0, 2, 1, 3][i % 4] : i;
        const h = 1e-5;
        const at = (next: number) => {
          values[i] = next;
          values[twin] = next;
          return loss();
        };
        const numeric = (at(value + h) - at(value - h)) / (2 * h);
        at(value);
        const slope = twin === i ? got[which][i] : got[which][i] + got[which][twin];
        expect(slope).toBeCloseTo(numeric, 7);
      });
    });
  });

  it('says where a precision is none', () => {
    const asked = request(5, 'full');
    asked.potentials.precision[6] = Number.NaN;
    const { status } = new StandardNormal(d, 'full').infer(asked);
    expect(status).toEqual({ ok: false, what: 'precision of a posterior', value: Number.NaN });
  });

  it('has no state to restore', () => {
    const model = new StandardNormal(d);
    model.restoreState(model.saveState());
    expect(() => model.restoreState(new Float64Array(2))).toThrow(/2 numbers/);
    expect(model.parameterLength).toBe(0);
  });
});
