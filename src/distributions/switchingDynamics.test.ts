import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { createSwitchingDynamicsFamily, stateAt } from './switchingDynamics.ts';

const [K, d] = [2, 2];
const family = createSwitchingDynamicsFamily(K, d);
const { layout } = family;

function member(seed: number): Float64Array {
  const random = createRandom(seed);
  const natural = new Float64Array(family.length);
  for (let i = 0; i < K + K * K; i++) natural[i] = 0.5 + 3 * random.uniform();
  const initial = { mean: [seed, 1], kappa: 2, psi: [2, 0.5, 0.5, 1], nu: 4 };
  family.initial.fromStandard(initial, natural, layout.initialAt);
  for (let k = 0; k < K; k++) {
    const standard = {
      transition: Array.from({ length: 6 }, () => random.normal()),
      columns: [1.5, 0.2, 0.1, 0.2, 0.8, -0.3, 0.1, -0.3, 2],
      psi: [1 + random.uniform(), 0.3, 0.3, 2],
      nu: 3.5 + random.uniform(),
    };
    family.dynamics.fromStandard(standard, natural, stateAt(layout, k));
  }
  return natural;
}

describe('switching dynamics as one family', () => {
  const expectedOf = (natural: Float64Array) => {
    const expected = new Float64Array(family.length);
    expect(family.expectedStatistics(natural, 0, expected, 0)).toEqual({ ok: true });
    return expected;
  };

  it('has E[t] = grad log Z in every block', () => {
    const natural = member(1);
    const expected = expectedOf(natural);
    const { past, cross, next, degrees } = layout.dynamics;
    const at = stateAt(layout, 1);
    const m = d + 1;
    // Both entries of a symmetric pair move together.
    const groups = [[0], [layout.chainAt + 3], [at + cross + 2], [at + cross + 5], [at + degrees]];
    groups.push([at + past + 2, at + past + 2 * m], [at + past + m * m - 1], [at + next]);
    groups.push([at + next + 1, at + next + 2], [layout.initialAt + layout.initial.linear]);
    for (const group of groups) {
      const logZ = (step: number) => {
        const moved = natural.slice();
        for (const i of group) moved[i] += step;
        return family.logNormaliser(moved, 0);
      };
      const slope = (logZ(1e-5) - logZ(-1e-5)) / 2e-5;
      expect(group.reduce((sum, i) => sum + expected[i], 0)).toBeCloseTo(slope, 5);
    }
  });

  it('has the divergence of Bregman, zero for equals', () => {
    const [q, other] = [member(1), member(2)];
    const expected = expectedOf(q);
    let bregman = family.logNormaliser(other, 0) - family.logNormaliser(q, 0);
    for (let i = 0; i < family.length; i++) bregman += (q[i] - other[i]) * expected[i];
    expect(family.kl(q, 0, other, 0)).toBeCloseTo(bregman, 8);
    expect(family.kl(q, 0, q, 0)).toBeCloseTo(0, 10);
  });

  it('goes to the standard form of a state and back, and reports what leaves the cone', () => {
    const natural = member(3);
    const at = stateAt(layout, 1);
    const back = natural.slice();
    family.dynamics.fromStandard(family.dynamics.toStandard(natural, at), back, at);
    natural.forEach((value, i) => {
      expect(back[i]).toBeCloseTo(value, 8);
    });
    const broken = natural.with(at + layout.dynamics.degrees, 0.5);
    expect(family.validate(broken, 0)).toMatchObject({ ok: false, value: 0.5, index: 1 });
    expect(family.validate(natural.with(3, -1), 0)).toMatchObject({ ok: false, value: -1 });
  });
});
