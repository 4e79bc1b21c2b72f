import { describe, expect, it } from 'vitest';
import { gaussianDensity, logDensity, makeDensity, problemOfShape } from './density.ts';
import {
  gaussianAlphaDivergence,
  gaussianKl,
  integrandAt,
  massBetween,
  measureDivergences,
} from './divergences.ts';
import golden from './golden/gaussians.json' with { type: 'json' };
import { splitEvidence } from './identity.ts';

describe('divergences of two Gaussians', () => {
  it.each(golden)('has the golden numbers of $p and $q', ({ p, q, alpha, ...known }) => {
    const [densityP, densityQ] = [p, q].map(({ mean, sd }) => gaussianDensity(mean, sd));
    const measured = measureDivergences(densityP, densityQ, 0);
    expect(measured.forward).toBeCloseTo(known.klPQ, 10);
    expect(measured.reverse).toBeCloseTo(known.klQP, 10);
    expect(measured.jensenShannon).toBeCloseTo(known.jensenShannon, 9);
    expect(measured.totalVariation).toBeCloseTo(known.totalVariation, 7);
    expect(gaussianKl(p.mean, p.sd, q.mean, q.sd)).toBeCloseTo(known.klPQ, 12);
    for (const { alpha: a, divergence } of alpha) {
      expect(measureDivergences(densityP, densityQ, a).alpha).toBeCloseTo(divergence, 9);
      expect(gaussianAlphaDivergence(a, p.mean, p.sd, q.mean, q.sd)).toBeCloseTo(divergence, 9);
    }
  });

  it('goes over into both KLs at the ends of the alpha family', () => {
    const [p, q] = [gaussianDensity(-1, 0.7), gaussianDensity(0.5, 1.3)];
    const { forward, reverse } = measureDivergences(p, q, 1);
    expect(measureDivergences(p, q, 1).alpha).toBe(forward);
    expect(measureDivergences(p, q, -1).alpha).toBe(reverse);
    expect(measureDivergences(p, q, 1 - 1e-9).alpha).toBeCloseTo(forward, 6);
    expect(measureDivergences(p, q, -1 + 1e-9).alpha).toBeCloseTo(reverse, 6);
    expect(() => measureDivergences(p, q, 1.5)).toThrow('Alpha is 1.5; expected');
    // Half of the chi-squared divergence, (integral of q^2 / p - 1) / 2, exists one way round.
    expect(gaussianAlphaDivergence(-3, 0, 1, 0, 0.5)).toBeCloseTo((4 / Math.sqrt(7) - 1) / 2, 12);
    expect(gaussianAlphaDivergence(3, 0, 1, 0, 0.5)).toBe(Infinity);
  });
});

describe('densities that are cut off or drawn', () => {
  const cut = makeDensity({ kind: 'mixture', weights: [1], means: [0], sds: [1], from: 0 });

  it('has an infinite KL where the other is zero, and says how much is there', () => {
    const measured = measureDivergences(cut, gaussianDensity(0, 1), -0.5);
    expect(measured.forward).toBeCloseTo(Math.LN2, 9);
    expect(measured.reverse).toBe(Infinity);
    expect(measured.outsideQ).toBeNull();
    expect(measured.outsideP).toMatchObject({ from: -Infinity, to: 0 });
    expect(measured.outsideP?.mass).toBeCloseTo(0.5, 10);
    expect(Number.isFinite(measured.alpha)).toBe(true);
    expect(splitEvidence(cut, -3, gaussianDensity(1, 1)).elbo).toBe(-Infinity);
  });

  it('reads a drawn density between its points', () => {
    const triangle = makeDensity({ kind: 'drawn', from: 0, to: 2, heights: [0, 5, 0] });
    const logs = [0.5, 1, 3].map((x) => logDensity(triangle, x));
    expect(Math.exp(logs[0])).toBeCloseTo(0.5, 12);
    expect(logs[1]).toBeCloseTo(0, 12);
    expect(logs[2]).toBe(-Infinity);
    expect(triangle.mean).toBeCloseTo(1, 10);
    expect(triangle.variance).toBeCloseTo(1 / 6, 10);
    expect(massBetween(triangle, { from: -Infinity, to: 0.5 })).toBeCloseTo(0.125, 10);
  });

  it('names what is no density', () => {
    expect(problemOfShape({ kind: 'drawn', from: 0, to: 1, heights: [3] })).toContain('2 points');
    expect(problemOfShape({ kind: 'drawn', from: 0, to: 1, heights: [0, 0] })).toContain('mass');
    const gaussian = { kind: 'mixture', weights: [1], means: [0], sds: [1] } as const;
    expect(problemOfShape({ ...gaussian, sds: [0] })).toContain('Standard deviation 1 is 0');
    expect(problemOfShape({ ...gaussian, from: 9 })).toContain('no mass');
    expect(() => makeDensity({ ...gaussian, weights: [0] })).toThrow('all its weights are 0');
  });
});

it('draws integrands whose areas are the divergences', () => {
  const p = makeDensity({ kind: 'mixture', weights: [0.3, 0.7], means: [-1, 2], sds: [0.5, 1] });
  const q = gaussianDensity(0.5, 1.5);
  const xs = Float64Array.from({ length: 4001 }, (_, i) => -20 + i / 100);
  const measured = measureDivergences(p, q, 0.4);
  for (const name of ['forward', 'reverse', 'alpha'] as const) {
    const area = xs.reduce(
      (sum, x) => sum + integrandAt(name, 0.4, logDensity(p, x), logDensity(q, x)) / 100,
      0,
    );
    expect(area).toBeCloseTo(measured[name], 8);
  }
});

it('splits the log evidence into ELBO and KL', () => {
  const posterior = makeDensity({
    kind: 'mixture',
    weights: [0.5, 0.5],
    means: [-2, 2],
    sds: [0.5, 0.7],
  });
  const split = splitEvidence(posterior, -4.2, gaussianDensity(1.5, 1));
  expect(split.elbo + split.kl).toBeCloseTo(-4.2, 9);
  expect(split.energy + split.entropy).toBe(split.elbo);
  expect(split.kl).toBeGreaterThan(0);
});
