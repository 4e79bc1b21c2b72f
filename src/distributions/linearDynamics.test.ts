import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../math/random.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';
import golden from './golden/matrixNormalInverseWishart.json' with { type: 'json' };
import { createLinearDynamicsFamily } from './linearDynamics.ts';
import {
  createMatrixNormalInverseWishart,
  type MniwStandard,
} from './matrixNormalInverseWishart.ts';

function expectRelative(actual: number, expected: number, tolerance = 1e-8): void {
  const error = Math.abs(actual - expected) / Math.max(1e-3, Math.abs(expected));
  expect(error, `${actual} against ${expected}`).toBeLessThan(tolerance);
}

function positiveDefinite(n: number, random: Random): Float64Array {
  const g = Float64Array.from({ length: n * n }, () => random.normal());
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      matrix[i * n + j] = i === j ? 0.5 : 0;
      for (let k = 0; k < n; k++) matrix[i * n + j] += g[i * n + k] * g[j * n + k];
    }
  return matrix;
}

function randomStandard(n: number, seed: number): MniwStandard {
  const random = createRandom(seed);
  return {
    transition: Float64Array.from({ length: n * n }, () => random.normal()),
    columns: positiveDefinite(n, random),
    psi: positiveDefinite(n, random),
    nu: n - 0.5 + 6 * random.uniform(),
  };
}

function natural(n: number, standard: MniwStandard): Float64Array {
  const family = createMatrixNormalInverseWishart(n);
  const eta = new Float64Array(family.length);
  family.fromStandard(standard, eta, 0);
  return eta;
}

/** E[t] must be the gradient of log Z; symmetric pairs are moved together. */
function expectGradientOfLogZ(family: ExponentialFamily, eta: Float64Array, pairs: number[][]) {
  const expected = new Float64Array(family.length);
  family.expectedStatistics(eta, 0, expected, 0);
  for (const indices of pairs) {
    const at = (step: number) => {
      const moved = eta.slice();
      for (const i of indices) moved[i] += step;
      return family.logNormaliser(moved, 0);
    };
    const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
    expectRelative(
      indices.reduce((total, i) => total + expected[i], 0),
      slope,
      1e-6,
    );
  }
}

describe('matrix-normal-inverse-Wishart', () => {
  it.each(golden)('matches the golden numbers in $n dimensions', ({ n, q, other, ...want }) => {
    const family = createMatrixNormalInverseWishart(n);
    const { past, cross, next, degrees } = family.layout;
    const eta = new Float64Array(2 * family.length + 1);
    const standard = ({ M, K, Psi, nu }: typeof q) => ({
      transition: M.flat(),
      columns: K.flat(),
      psi: Psi.flat(),
      nu,
    });
    family.fromStandard(standard(q), eta, 1);
    family.fromStandard(standard(other), eta, 1 + family.length);
    const out = new Float64Array(family.length + 1);
    expect(family.expectedStatistics(eta, 1, out, 1)).toEqual({ ok: true });
    const { transitionQuadratic, noisePrecisionTransition, noisePrecision, logDetNoise } =
      want.expected;
    transitionQuadratic.flat().forEach((value, i) => {
      expectRelative(-2 * out[1 + past + i], value);
    });
    noisePrecisionTransition.flat().forEach((value, i) => {
      expectRelative(out[1 + cross + i], value);
    });
    noisePrecision.flat().forEach((value, i) => {
      expectRelative(-2 * out[1 + next + i], value);
    });
    expectRelative(-2 * out[1 + degrees], logDetNoise);
    expectRelative(family.kl(eta, 1, eta, 1 + family.length), want.klToOther);
  });

  it.each([1, 2, 3])('has E[t] = grad log Z in %i dimensions', (n) => {
    const family = createMatrixNormalInverseWishart(n);
    const { past, cross, next, degrees } = family.layout;
    const pairs = [[degrees]];
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        pairs.push([cross + i * n + j]);
        for (const block of [past, next]) {
          if (i === j) pairs.push([block + i * n + i]);
          else if (j < i) pairs.push([block + i * n + j, block + j * n + i]);
        }
      }
    expectGradientOfLogZ(family, natural(n, randomStandard(n, 7)), pairs);
  });

  it('goes from standard to natural form and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer(), (n, seed) => {
        const standard = randomStandard(n, seed);
        const back = createMatrixNormalInverseWishart(n).toStandard(natural(n, standard), 0);
        expect(back.nu).toBe(standard.nu);
        for (const name of ['transition', 'columns', 'psi'] as const)
          back[name].forEach((value, i) => {
            expect(value).toBeCloseTo(standard[name][i], 6);
          });
      }),
    );
  });

  it('has a divergence that is never negative, zero for equals, and the Bregman one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer(), fc.integer(), (n, s, t) => {
        const family = createMatrixNormalInverseWishart(n);
        const [q, other] = [natural(n, randomStandard(n, s)), natural(n, randomStandard(n, t))];
        const kl = family.kl(q, 0, other, 0);
        expect(kl).toBeGreaterThan(-1e-10);
        expect(family.kl(q, 0, q, 0)).toBeCloseTo(0, 8);
        const expected = new Float64Array(family.length);
        family.expectedStatistics(q, 0, expected, 0);
        let bregman = family.logNormaliser(other, 0) - family.logNormaliser(q, 0);
        for (let i = 0; i < family.length; i++) bregman += (q[i] - other[i]) * expected[i];
        expectRelative(kl, bregman, 1e-6);
      }),
    );
  });

  it('is updated by a transition through addition, as Bayesian regression has it', () => {
    // One dimension: A | Q ~ N(m, Q k), Q ~ IW(psi, nu), and x' = A x + noise of variance Q.
    const [m, k, psi, nu, x, y] = [0.4, 0.5, 2, 3, 1.5, -0.7];
    const family = createMatrixNormalInverseWishart(1);
    const eta = natural(1, { transition: [m], columns: [k], psi: [psi], nu });
    const statistics = [x * x, y * x, y * y, 1];
    const posterior = family.toStandard(
      eta.map((value, i) => value + statistics[i]),
      0,
    );
    const columns = 1 / (1 / k + x * x);
    const transition = columns * (m / k + y * x);
    expect(posterior.nu).toBe(nu + 1);
    expect(posterior.columns[0]).toBeCloseTo(columns, 12);
    expect(posterior.transition[0]).toBeCloseTo(transition, 12);
    const residual = (y - m * x) ** 2 / (1 + k * x * x);
    expect(posterior.psi[0]).toBeCloseTo(psi + residual, 12);
  });

  it('reports what leaves the cone, with the value', () => {
    const family = createMatrixNormalInverseWishart(2);
    const eta = natural(2, randomStandard(2, 3));
    expect(family.validate(eta, 0)).toEqual({ ok: true });
    const broken = (offset: number, value: number) => family.validate(eta.with(offset, value), 0);
    const { degrees, past, next } = family.layout;
    expect(broken(degrees, 1)).toMatchObject({ what: expect.stringMatching(/freedom/), value: 1 });
    expect(broken(degrees, Number.NaN).ok).toBe(false);
    expect(broken(past, -2)).toMatchObject({ what: expect.stringMatching(/K\^-1/), value: -2 });
    expect(broken(next, -9)).toMatchObject({ what: expect.stringMatching(/Psi/) });
    expect(family.kl(eta.with(past, -2), 0, eta, 0)).toBeNaN();
    expect(() => family.toStandard(eta.with(past, -2), 0)).toThrow(/K\^-1.*-2/);
    expect(() => natural(1, { transition: [1], columns: [-1], psi: [1], nu: 3 })).toThrow(/K/);
  });
});

describe('linear dynamics', () => {
  const d = 2;
  const family = createLinearDynamicsFamily(d);
  const { layout, initial, transition } = family;
  const member = (seed: number) => {
    const eta = new Float64Array(family.length);
    const state = { mean: [seed, 1], kappa: 2, psi: [2, 0.5, 0.5, 1], nu: 4 };
    initial.fromStandard(state, eta, layout.initialAt);
    transition.fromStandard(randomStandard(d, seed), eta, layout.transitionAt);
    return eta;
  };

  it('is the product of initial state and transition, without gaps', () => {
    expect(family.length).toBe(4 * d * d + d + 3);
    const [q, other] = [member(1), member(2)];
    const [a, b] = [layout.initialAt, layout.transitionAt];
    const expected = new Float64Array(family.length);
    initial.expectedStatistics(q, a, expected, a);
    transition.expectedStatistics(q, b, expected, b);
    const out = new Float64Array(family.length);
    expect(family.expectedStatistics(q, 0, out, 0)).toEqual({ ok: true });
    expect(out).toEqual(expected);
    expect(family.kl(q, 0, other, 0)).toBe(
      initial.kl(q, a, other, a) + transition.kl(q, b, other, b),
    );
    expect(family.logNormaliser(q, 0)).toBe(
      initial.logNormaliser(q, a) + transition.logNormaliser(q, b),
    );
  });

  it('says which part left the cone, and then leaves the output alone', () => {
    const out = new Float64Array(family.length);
    const bad = member(1).with(layout.transitionAt + layout.transition.degrees, 0);
    expect(family.expectedStatistics(bad, 0, out, 0)).toMatchObject({ ok: false, value: 0 });
    expect(out.every((value) => value === 0)).toBe(true);
    expect(family.validate(member(1).with(0, -1), 0)).toMatchObject({ ok: false, value: -1 });
  });
});
