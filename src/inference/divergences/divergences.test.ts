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

describe('chi-squared', () => {
  /** In closed form; Infinity where q is too narrow. */
  const ofGaussians = (mean: number, sd: number, otherMean: number, otherSd: number) => {
    const mixed = 2 * otherSd ** 2 - sd ** 2;
    if (!(mixed > 0)) return Infinity;
    const log = (mean - otherMean) ** 2 / mixed - Math.log((sd * Math.sqrt(mixed)) / otherSd ** 2);
    return Math.expm1(log);
  };

  it.each(golden)('of $p and $q is that of the closed form', ({ p, q }) => {
    const [densityP, densityQ] = [p, q].map(({ mean, sd }) => gaussianDensity(mean, sd));
    const { chiForward, chiReverse, forward } = measureDivergences(densityP, densityQ, 0);
    const [known, other] = [
      ofGaussians(p.mean, p.sd, q.mean, q.sd),
      ofGaussians(q.mean, q.sd, p.mean, p.sd),
    ];
    for (const [value, expected] of [
      [chiForward, known],
      [chiReverse, other],
    ])
      if (expected === Infinity) expect(value).toBe(Infinity);
      else expect(value / expected).toBeCloseTo(1, 9);
    // Half of it is the alpha divergence with alpha = 3.
    expect(gaussianAlphaDivergence(3, p.mean, p.sd, q.mean, q.sd) * 2).toBeCloseTo(known, 9);
    expect(forward).toBeLessThanOrEqual(Math.log1p(chiForward));
  });

  it('is infinite from a standard deviation of q of 1 / sqrt 2 on, and large just above it', () => {
    const p = gaussianDensity(0.3, 1);
    const at = (sd: number) => measureDivergences(p, gaussianDensity(0, sd), 0).chiForward;
    expect(at(Math.SQRT1_2)).toBe(Infinity);
    expect(at(0.7)).toBe(Infinity);
    for (const sd of [0.708, 0.71, 0.75, 3])
      expect(at(sd) / ofGaussians(0.3, 1, 0, sd)).toBeCloseTo(1, 9);
    expect(at(Math.SQRT1_2 + 1e-6)).toBeLessThan(Infinity);
  });

  it('of a mixture is the sum over pairs of its components', () => {
    const [weights, means, sds] = [
      [0.6, 0.4],
      [-0.8, 1],
      [0.7, 1.1],
    ];
    const p = makeDensity({ kind: 'mixture', weights, means, sds });
    const [mean, sd] = [0.2, 0.9];
    let moment = 0;
    for (const i of [0, 1])
      for (const j of [0, 1]) {
        const logs = [weights[i] * weights[j]].map(Math.log);
        const a = 1 / sds[i] ** 2 + 1 / sds[j] ** 2 - 1 / sd ** 2;
        const b = means[i] / sds[i] ** 2 + means[j] / sds[j] ** 2 - mean / sd ** 2;
        const c = (means[i] / sds[i]) ** 2 + (means[j] / sds[j]) ** 2 - (mean / sd) ** 2;
        moment += Math.exp(
          logs[0] + Math.log(sd / (sds[i] * sds[j] * Math.sqrt(a))) + (b * b) / (2 * a) - c / 2,
        );
      }
    expect(measureDivergences(p, gaussianDensity(mean, sd), 0).chiForward).toBeCloseTo(
      moment - 1,
      9,
    );
    // The widest component alone decides.
    const near = measureDivergences(p, gaussianDensity(mean, 0.77), 0).chiForward;
    expect([near, moment].map(Number.isFinite)).toEqual([false, true]);
  });

  it('is decided by the means where the tails are as thin as they may be, and by ends and zeros', () => {
    const half = (mean: number) =>
      makeDensity({ kind: 'mixture', weights: [1], means: [mean], sds: [1], from: 0 });
    const q = gaussianDensity(0, Math.SQRT1_2);
    expect(measureDivergences(half(-1), q, 0).chiForward).toBeLessThan(Infinity);
    expect(measureDivergences(half(1), q, 0).chiForward).toBe(Infinity);
    const drawn = makeDensity({ kind: 'drawn', from: -2, to: 2, heights: [1, 0, 1, 2, 1] });
    expect(measureDivergences(drawn, q, 0).chiForward).toBeLessThan(Infinity);
    expect(measureDivergences(drawn, q, 0).chiReverse).toBe(Infinity);
    const box = makeDensity({ kind: 'drawn', from: -1.5, to: 0, heights: [1, 1] });
    expect(measureDivergences(box, drawn, 0)).toMatchObject({
      chiForward: Infinity,
      forward: expect.closeTo(measureDivergences(box, drawn, 1).alpha, 9),
    });
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
  for (const name of ['forward', 'reverse', 'alpha', 'chiForward'] as const) {
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
