import { describe, expect, it } from 'vitest';
import { createDirichlet } from './dirichlet.ts';
import { blockAt, createMixtureFamily } from './mixture.ts';
import { createNormalInverseWishart } from './normalInverseWishart.ts';

const K = 3;
const d = 2;
const family = createMixtureFamily(K, d);
const weights = createDirichlet(K);
const component = createNormalInverseWishart(d);

/** A proper member, its components shifted along the first axis. */
function member(alpha: number[], shift: number): Float64Array {
  const natural = new Float64Array(family.length);
  natural.set(alpha);
  for (let k = 0; k < K; k++) {
    const standard = { mean: [shift + k, 1], kappa: 1 + k, psi: [2, 0.5, 0.5, 1], nu: 4 + k };
    component.fromStandard(standard, natural, blockAt(family.layout, k));
  }
  return natural;
}

describe('mixture family', () => {
  it('lays out K weights and K blocks without gaps', () => {
    expect(family.length).toBe(K + K * (d * d + d + 2));
    expect(blockAt(family.layout, 0)).toBe(K);
    expect(blockAt(family.layout, K)).toBe(family.length);
  });

  it('is the product of its parts', () => {
    const [q, other] = [member([1, 2, 3], 0), member([2, 2, 0.5], 0.7)];
    let kl = weights.kl(q, 0, other, 0);
    let logZ = weights.logNormaliser(q, 0);
    const expected = new Float64Array(family.length);
    weights.expectedStatistics(q, 0, expected, 0);
    for (let k = 0; k < K; k++) {
      const at = blockAt(family.layout, k);
      kl += component.kl(q, at, other, at);
      logZ += component.logNormaliser(q, at);
      component.expectedStatistics(q, at, expected, at);
    }
    const out = new Float64Array(family.length);
    expect(family.expectedStatistics(q, 0, out, 0).ok).toBe(true);
    expect(out).toEqual(expected);
    expect(family.kl(q, 0, other, 0)).toBeCloseTo(kl, 12);
    expect(family.logNormaliser(q, 0)).toBeCloseTo(logZ, 12);
  });

  it('says which component left the cone', () => {
    const bad = member([1, 1, 1], 0);
    bad[blockAt(family.layout, 1)] = -2;
    const report = { ok: false, value: -2, index: 1 };
    expect(family.validate(bad, 0)).toMatchObject(report);
    expect(family.expectedStatistics(bad, 0, new Float64Array(family.length), 0)).toMatchObject(
      report,
    );
    expect(family.validate(member([1, 0, 1], 0), 0)).toMatchObject({ value: 0, index: 1 });
    expect(family.validate(member([1, 1, 1], 0), 0)).toEqual({ ok: true });
  });
});
