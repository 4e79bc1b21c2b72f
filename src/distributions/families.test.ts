import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { createDirichlet } from './dirichlet.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';
import dirichletGolden from './golden/dirichlet.json' with { type: 'json' };
import niwGolden from './golden/normalInverseWishart.json' with { type: 'json' };
import { createNormalInverseWishart, type NiwStandard } from './normalInverseWishart.ts';

/** Relative 1e-8, the precision the golden numbers promise. */
function expectRelative(actual: number, expected: number, tolerance = 1e-8): void {
  const error = Math.abs(actual - expected) / Math.max(1e-3, Math.abs(expected));
  expect(error, `${actual} against ${expected}`).toBeLessThan(tolerance);
}

function randomNiw(p: number, seed: number): NiwStandard {
  const random = createRandom(seed);
  const g = Float64Array.from({ length: p * p }, () => random.normal());
  const psi = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      psi[i * p + j] = i === j ? 0.5 : 0;
      for (let k = 0; k < p; k++) psi[i * p + j] += g[i * p + k] * g[j * p + k];
    }
  const mean = Float64Array.from({ length: p }, () => 2 * random.normal());
  return { mean, kappa: 0.2 + 3 * random.uniform(), psi, nu: p - 0.5 + 6 * random.uniform() };
}

/** E[t] must be the gradient of log Z; symmetric pairs are moved together. */
function expectGradientOfLogZ(family: ExponentialFamily, eta: Float64Array, pairs: number[][]) {
  const expected = new Float64Array(family.length);
  family.expectedStatistics(eta, 0, expected, 0);
  for (const indices of pairs) {
    const [up, down] = [eta.slice(), eta.slice()];
    for (const i of indices) {
      up[i] += 1e-5;
      down[i] -= 1e-5;
    }
    const slope = (family.logNormaliser(up, 0) - family.logNormaliser(down, 0)) / 2e-5;
    const sum = indices.reduce((total, i) => total + expected[i], 0);
    expectRelative(sum, slope, 1e-6);
  }
}

describe('Dirichlet', () => {
  it.each(dirichletGolden)('matches the golden numbers', (golden) => {
    const family = createDirichlet(golden.alpha.length);
    const natural = Float64Array.of(-1, ...golden.alpha);
    const other = Float64Array.from(golden.alphaOther);
    const out = new Float64Array(family.length + 2);
    expect(family.expectedStatistics(natural, 1, out, 2).ok).toBe(true);
    golden.expectedLog.forEach((value, k) => {
      expectRelative(out[2 + k], value);
    });
    expectRelative(family.logNormaliser(natural, 1), golden.logZ);
    expectRelative(family.kl(natural, 1, other, 0), golden.klToOther);
    expectGradientOfLogZ(family, natural.slice(1), [[0], [1]]);
  });

  it('has a divergence that is never negative and zero for equals', () => {
    const concentrations = fc.array(fc.double({ min: 0.01, max: 200, noNaN: true }), {
      minLength: 3,
      maxLength: 3,
    });
    const family = createDirichlet(3);
    fc.assert(
      fc.property(concentrations, concentrations, (a, b) => {
        const [alpha, other] = [Float64Array.from(a), Float64Array.from(b)];
        expect(family.kl(alpha, 0, other, 0)).toBeGreaterThan(-1e-10);
        expect(family.kl(alpha, 0, alpha, 0)).toBeCloseTo(0, 10);
      }),
    );
  });

  it('says which concentration is not positive', () => {
    const family = createDirichlet(2);
    const bad = Float64Array.of(1, -0.5);
    const report = { ok: false, what: 'concentration of a mixing weight', value: -0.5, index: 1 };
    expect(family.validate(bad, 0)).toEqual(report);
    expect(family.expectedStatistics(bad, 0, new Float64Array(2), 0)).toEqual(report);
    expect(family.logNormaliser(bad, 0)).toBeNaN();
  });
});

describe('normal-inverse-Wishart', () => {
  it.each(niwGolden)('matches the golden numbers in $p dimensions', (golden) => {
    const { p, expected } = golden;
    const family = createNormalInverseWishart(p);
    const { linear, quadratic, degrees } = family.layout;
    const eta = new Float64Array(2 * family.length + 1);
    const standard = (q: typeof golden.q) => ({ ...q, psi: q.Psi.flat() });
    family.fromStandard(standard(golden.q), eta, 1);
    family.fromStandard(standard(golden.other), eta, 1 + family.length);

    const out = new Float64Array(family.length + 1);
    expect(family.expectedStatistics(eta, 1, out, 1).ok).toBe(true);
    expectRelative(-2 * out[1], expected.meanPrecisionMean);
    expectRelative(-2 * out[1 + degrees], expected.logDetCov);
    expected.precisionMean.forEach((value, i) => {
      expectRelative(out[1 + linear + i], value);
    });
    expected.precision.flat().forEach((value, i) => {
      expectRelative(-2 * out[1 + quadratic + i], value);
    });
    expectRelative(family.kl(eta, 1, eta, 1 + family.length), golden.klToOther);
  });

  it.each([1, 2, 3])('has E[t] = grad log Z in %i dimensions', (p) => {
    const family = createNormalInverseWishart(p);
    const eta = new Float64Array(family.length);
    family.fromStandard(randomNiw(p, 4), eta, 0);
    const { quadratic, degrees, linear } = family.layout;
    const pairs = [[0], [degrees]];
    for (let i = 0; i < p; i++) {
      pairs.push([linear + i], [quadratic + i * p + i]);
      for (let j = 0; j < i; j++) pairs.push([quadratic + i * p + j, quadratic + j * p + i]);
    }
    expectGradientOfLogZ(family, eta, pairs);
  });

  it('goes from standard to natural form and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer(), (p, seed) => {
        const family = createNormalInverseWishart(p);
        const standard = randomNiw(p, seed);
        const eta = new Float64Array(family.length);
        family.fromStandard(standard, eta, 0);
        const back = family.toStandard(eta, 0);
        expect(back.kappa).toBe(standard.kappa);
        expect(back.nu).toBe(standard.nu);
        back.mean.forEach((value, i) => {
          expect(value).toBeCloseTo(standard.mean[i], 12);
        });
        back.psi.forEach((value, i) => {
          expect(value).toBeCloseTo(standard.psi[i], 10);
        });
      }),
    );
  });

  it('has a divergence that is never negative, zero for equals, and the Bregman one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer(), fc.integer(), (p, s, t) => {
        const family = createNormalInverseWishart(p);
        const [q, other] = [new Float64Array(family.length), new Float64Array(family.length)];
        family.fromStandard(randomNiw(p, s), q, 0);
        family.fromStandard(randomNiw(p, t), other, 0);
        const kl = family.kl(q, 0, other, 0);
        expect(kl).toBeGreaterThan(-1e-10);
        expect(family.kl(q, 0, q, 0)).toBeCloseTo(0, 9);
        const expected = new Float64Array(family.length);
        family.expectedStatistics(q, 0, expected, 0);
        let bregman = family.logNormaliser(other, 0) - family.logNormaliser(q, 0);
        for (let i = 0; i < family.length; i++) bregman += (q[i] - other[i]) * expected[i];
        expectRelative(kl, bregman, 1e-7);
      }),
    );
  });

  it('is updated by a point through addition of [1, x, x x, 1], as Bayes has it', () => {
    const family = createNormalInverseWishart(2);
    const { mean, kappa, psi, nu } = randomNiw(2, 9);
    const eta = new Float64Array(family.length);
    family.fromStandard({ mean, kappa, psi, nu }, eta, 0);
    const x = [1.5, -0.5];
    const statistics = [1, ...x, x[0] * x[0], x[0] * x[1], x[0] * x[1], x[1] * x[1], 1];
    const posterior = family.toStandard(
      eta.map((value, i) => value + statistics[i]),
      0,
    );
    expect(posterior.kappa).toBe(kappa + 1);
    expect(posterior.nu).toBe(nu + 1);
    for (let i = 0; i < 2; i++) {
      expect(posterior.mean[i]).toBeCloseTo((kappa * mean[i] + x[i]) / (kappa + 1), 12);
      for (let j = 0; j < 2; j++) {
        const shift = (kappa / (kappa + 1)) * (x[i] - mean[i]) * (x[j] - mean[j]);
        expect(posterior.psi[i * 2 + j]).toBeCloseTo(psi[i * 2 + j] + shift, 12);
      }
    }
  });

  it('reports what leaves the cone, with the value', () => {
    const family = createNormalInverseWishart(2);
    const eta = new Float64Array(family.length);
    const good = randomNiw(2, 3);
    const check = (change: Partial<NiwStandard>) => {
      family.fromStandard({ ...good, ...change }, eta, 0);
      return family.validate(eta, 0);
    };
    expect(check({})).toEqual({ ok: true });
    expect(check({ kappa: -1 })).toMatchObject({ what: expect.stringMatching(/kappa/), value: -1 });
    expect(check({ nu: 1 })).toMatchObject({ what: expect.stringMatching(/freedom/), value: 1 });
    expect(check({ nu: Number.NaN }).ok).toBe(false);
    const indefinite = check({ mean: [0, 0], psi: [1, 2, 2, 1] });
    expect(indefinite).toMatchObject({ what: expect.stringMatching(/Psi/), value: -3 });
    expect(family.kl(eta, 0, eta, 0)).toBeNaN();
  });
});
