import { describe, expect, it } from 'vitest';
import { eigenvalues, modalForm, modulus } from './eigenvalues.ts';
import { measurePeriod } from './period.ts';
import { powerSpectrum } from './powerSpectrum.ts';
import { createRandom } from './random.ts';

/** A rotation by `angle` in the first plane and a decay in the third, seen in skew coordinates. */
function rotation(angle: number, radius: number): number[] {
  const [c, s] = [radius * Math.cos(angle), radius * Math.sin(angle)];
  // With T upper triangular of ones, T D T^-1.
  const d = [
    [c, -s, 0],
    [s, c, 0],
    [0, 0, 0.5],
  ];
  const t = (i: number, j: number) => (j >= i ? 1 : 0);
  const inverse = (i: number, j: number) => (i === j ? 1 : j === i + 1 ? -1 : 0);
  const product: number[] = [];
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++)
        for (let l = 0; l < 3; l++) sum += t(i, k) * d[k][l] * inverse(l, j);
      product.push(sum);
    }
  return product;
}

describe('eigenvalues', () => {
  it('come by falling modulus, with conjugates side by side', () => {
    const [first, second, third] = eigenvalues(rotation(0.3, 0.9), 3);
    expect(first.re).toBeCloseTo(0.9 * Math.cos(0.3), 12);
    expect(first.im).toBeCloseTo(0.9 * Math.sin(0.3), 12);
    expect(second.im).toBeCloseTo(-first.im, 12);
    expect(third.re).toBeCloseTo(0.5, 12);
    expect(modulus(first)).toBeCloseTo(0.9, 12);
  });

  it('turn in pairs, exactly, and leave the rest alone', () => {
    const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    const form = modalForm(rotation(0.3, 0.9), 3, identity);
    const turned = form.turned([{ pair: 0, angleFactor: 1.5, radiusFactor: 1.1 }]);
    rotation(0.45, 0.99).forEach((value, i) => {
      expect(turned[i]).toBeCloseTo(value, 12);
    });
    expect(Array.from(form.turned([]))).toEqual(rotation(0.3, 0.9));
    const real = modalForm([0.5], 1, [1]);
    expect(real.pairs).toEqual([]);
    expect(Array.from(real.turned([]))).toEqual([0.5]);
  });

  it('know how much of the motion is whose', () => {
    // Two planes, the second seen four times as much; coordinates already those of the planes.
    const [a, b] = [0.3, 1.1];
    const matrix = [
      [Math.cos(a), -Math.sin(a), 0, 0],
      [Math.sin(a), Math.cos(a), 0, 0],
      [0, 0, Math.cos(b), -Math.sin(b)],
      [0, 0, Math.sin(b), Math.cos(b)],
    ].flat();
    const moment = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4];
    const { pairs } = modalForm(matrix, 4, moment);
    const energies = pairs.map(({ re, im, energy }) => [Math.atan2(im, re), energy]);
    energies.sort((p, q) => p[0] - q[0]);
    for (const [i, want] of [
      [a, 2],
      [b, 8],
    ].entries()) {
      expect(energies[i][0]).toBeCloseTo(want[0], 12);
      expect(energies[i][1]).toBeCloseTo(want[1], 10);
    }
  });
});

describe('measurePeriod', () => {
  const wave = (rows: number, period: number, harmonic: number) =>
    Array.from({ length: rows }, (_, t) => {
      const angle = (2 * Math.PI * t) / period;
      return [Math.sin(angle) + harmonic * Math.sin(2 * angle + 1), harmonic * Math.cos(2 * angle)];
    }).flat();

  it.each([6.4, 13.3, 26.667, 53.3])('finds a period of %d steps among 200', (period) => {
    expect(measurePeriod(wave(200, period, 0), 200, 2)).toBeCloseTo(period, 1);
    const measured = measurePeriod(wave(200, period, 0.7), 200, 2) ?? 0;
    expect(Math.abs(measured / period - 1)).toBeLessThan(0.003);
  });

  it('finds it under noise and damping', () => {
    const random = createRandom(1);
    const noisy = wave(200, 26.667, 0.7).map(
      (value, i) => value * Math.exp(-i / 600) + 0.3 * random.normal(),
    );
    expect(Math.abs((measurePeriod(noisy, 200, 2) ?? 0) / 26.667 - 1)).toBeLessThan(0.01);
  });

  it('finds none where nothing repeats', () => {
    const random = createRandom(2);
    expect(measurePeriod(new Array(100).fill(3), 100, 1)).toBeNull();
    expect(measurePeriod([1, 2, 3], 3, 1)).toBeNull();
    expect(measurePeriod(wave(30, 40, 0), 30, 2)).toBeNull();
    const noise = Array.from({ length: 400 }, () => random.normal());
    expect(measurePeriod(noise, 200, 2)).toBeNull();
    expect(measurePeriod([...noise.slice(0, 399), Number.NaN], 200, 2)).toBeNull();
  });
});

describe('the power spectrum', () => {
  const wave = (rows: number, ...periods: number[]) =>
    Float64Array.from({ length: rows }, (_, t) =>
      periods.reduce((sum, period, i) => sum + Math.sin((2 * Math.PI * t) / period) / (i + 1), 5),
    );

  it('has its lines where the signal has its periods, the stronger one higher', () => {
    const { periods, power } = powerSpectrum(wave(160, 20, 5), 160, 1);
    const at = (period: number) => {
      const near = Array.from(periods, (p, i) => (Math.abs(p / period - 1) < 0.06 ? power[i] : 0));
      return Math.max(...near);
    };
    expect(at(20)).toBe(Math.max(...power));
    expect(at(5) / at(20)).toBeCloseTo(1 / 4, 1);
    expect(at(9)).toBeLessThan(1e-3 * at(20));
  });

  it('goes from periods as long as the signal down to two steps, and none of a few rows', () => {
    const { periods } = powerSpectrum(wave(100, 10), 100, 1);
    expect(periods[0]).toBeLessThanOrEqual(100);
    expect(periods.at(-1)).toBe(2);
    expect(powerSpectrum([1, 2, 3], 3, 1).periods).toHaveLength(0);
  });
});
