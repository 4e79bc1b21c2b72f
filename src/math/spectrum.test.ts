import { describe, expect, it } from 'vitest';
import { measurePeriod } from './period.ts';
import { powerSpectrum } from './powerSpectrum.ts';
import { createRandom } from './random.ts';
import { shortestSinePeriod, sinePeriod } from './sinePeriod.ts';

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

describe('sinePeriod', () => {
  it('knows the period of two and a half round trips in noise, where the autocorrelation is off', () => {
    const errors = Array.from({ length: 10 }, (_, seed) => {
      const random = createRandom(seed);
      const values = Array.from(
        { length: 180 },
        (_, t) => Math.sin((2 * Math.PI * t) / 73) + 0.3 * random.normal(),
      );
      return (sinePeriod(values, 180, 1, 80) ?? 0) / 73 - 1;
    });
    // Cramer and Rao: 0.7 % for each of them.
    expect(Math.hypot(...errors) / Math.sqrt(10)).toBeLessThan(0.009);
  });

  it('takes all channels and the overtone into account', () => {
    const values = Array.from({ length: 300 }, (_, t) => [
      3 + Math.cos((2 * Math.PI * t) / 27) + 0.5 * Math.sin((4 * Math.PI * t) / 27),
      -2 * Math.sin((2 * Math.PI * t) / 27),
    ]).flat();
    expect(sinePeriod(values, 300, 2, 25)).toBeCloseTo(27, 2);
  });

  it('gives none at the end of what it looks at, nor of a few rows', () => {
    const wave = (rows: number, period: number) =>
      Array.from({ length: rows }, (_, t) => Math.sin((2 * Math.PI * t) / period));
    expect(sinePeriod(wave(200, 40), 200, 1, 20)).toBeNull();
    expect(sinePeriod(wave(8, 4), 8, 1, 4)).toBeNull();
    expect(sinePeriod(new Array(50).fill(1), 50, 1, 20)).toBeNull();
  });
});

describe('shortestSinePeriod', () => {
  const near = (period: number | null, truth: number) =>
    period !== null && Math.abs(period / truth - 1) < 0.03;
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);

  it('is not a multiple where noise makes one of the autocorrelation', () => {
    const found = seeds.map((seed) => {
      const random = createRandom(seed);
      const values = Array.from(
        { length: 400 },
        (_, t) => Math.sin((2 * Math.PI * t) / 24) + random.normal(),
      );
      const period = measurePeriod(values, 400, 1);
      return { period, shortest: period && shortestSinePeriod(values, 400, 1, period) };
    });
    expect(found.filter(({ period }) => near(period, 24)).length).toBeLessThan(15);
    expect(found.filter(({ shortest }) => near(shortest, 24)).length).toBeGreaterThanOrEqual(17);
  });

  it('stays whole where every second swing is different, if by little', () => {
    for (const seed of seeds) {
      const random = createRandom(seed);
      const values = Array.from(
        { length: 400 },
        (_, t) =>
          Math.sin((2 * Math.PI * t) / 24) +
          0.25 * Math.sin((2 * Math.PI * t) / 48 + 1) +
          0.3 * random.normal(),
      );
      expect(near(shortestSinePeriod(values, 400, 1, 48), 48)).toBe(true);
    }
  });

  it('stays whole of pulses that come a little early or late', () => {
    const random = createRandom(1);
    const values = new Array<number>(600).fill(0);
    for (let at = 5; at < 598; at += Math.round(32 + 0.8 * random.normal())) {
      values[at] += 1;
      values[at + 1] += 0.4;
    }
    const mean = values.reduce((sum, value) => sum + value, 0) / 600;
    const period = shortestSinePeriod(
      values.map((value) => value - mean),
      600,
      1,
      32,
    );
    expect(Math.abs((period ?? 0) / 32 - 1)).toBeLessThan(0.05);
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
