import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import type { Dataset } from './dataset.ts';
import { rings } from './rings.ts';
import { spirals, THESIS_SPIRALS } from './spirals.ts';
import { DEFAULT_TWO_GAUSSIANS, twoGaussians } from './twoGaussians.ts';
import { twoMoons } from './twoMoons.ts';

const generators: readonly [string, (seed: number) => Dataset, number, number][] = [
  ['spirals', (seed) => spirals(THESIS_SPIRALS, createRandom(seed)), 5, 100],
  ['two Gaussians', (seed) => twoGaussians(DEFAULT_TWO_GAUSSIANS, createRandom(seed)), 2, 100],
  [
    'two moons',
    (seed) => twoMoons({ pointsPerMoon: 150, noise: 0.08 }, createRandom(seed)),
    2,
    150,
  ],
  [
    'rings',
    (seed) => rings({ rings: 2, pointsPerRing: 150, noise: 0.08 }, createRandom(seed)),
    2,
    150,
  ],
];

describe.each(generators)('%s', (_, generate, classes, pointsPerClass) => {
  const dataset = generate(3);

  it('has the promised shape, ordered by class', () => {
    expect(dataset.rows).toBe(classes * pointsPerClass);
    expect(dataset.dimension).toBe(2);
    expect(dataset.values).toHaveLength(dataset.rows * 2);
    expect(Array.from(dataset.labels ?? [])).toEqual(
      Array.from({ length: dataset.rows }, (_, row) => Math.floor(row / pointsPerClass)),
    );
  });

  it('is centred, with a root-mean-square radius near 10', () => {
    const mean = [0, 0];
    let squares = 0;
    dataset.values.forEach((value, index) => {
      mean[index % 2] += value / dataset.rows;
      squares += (value * value) / dataset.rows;
    });
    expect(Math.hypot(mean[0], mean[1])).toBeLessThan(1e-5);
    expect(Math.sqrt(squares)).toBeGreaterThan(8);
    expect(Math.sqrt(squares)).toBeLessThan(12);
  });

  it('repeats with its seed and differs with another', () => {
    expect(generate(3)).toEqual(dataset);
    expect(generate(4).values).not.toEqual(dataset.values);
  });
});

describe('spirals without noise', () => {
  const still = { uniform: () => 0, normal: () => 0, integer: () => 0, state: () => [] };
  const settings = { ...THESIS_SPIRALS, arms: 4, pointsPerArm: 1 };

  it('puts the middle of each arm at radius 10, turned by winding * e', () => {
    const { values } = spirals(settings, still);
    for (let arm = 0; arm < 4; arm++) {
      const angle = -((2 * Math.PI * arm) / 4 + 0.25 * Math.E);
      expect(values[arm * 2]).toBeCloseTo(10 * Math.cos(angle), 4);
      expect(values[arm * 2 + 1]).toBeCloseTo(10 * Math.sin(angle), 4);
    }
  });
});

describe('the centre', () => {
  it('leads back to where the rings were drawn: around the origin', () => {
    const {
      values,
      centre = [],
      labels,
    } = rings({ rings: 3, pointsPerRing: 40, noise: 0 }, createRandom(1));
    const radii = [0, 1, 2].map((ring) => {
      const row = labels?.indexOf(ring) ?? -1;
      return Math.hypot(centre[0] + values[row * 2], centre[1] + values[row * 2 + 1]);
    });
    expect(radii[1] / radii[0]).toBeCloseTo(2, 5);
    expect(radii[2] / radii[0]).toBeCloseTo(3, 5);
  });
});
