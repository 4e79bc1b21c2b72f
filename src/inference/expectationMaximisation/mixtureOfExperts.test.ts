import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import {
  createExpertsWorkspace,
  type ExpertsWorkspace,
  evaluateExperts,
  maximiseExperts,
} from './mixtureOfExperts.ts';
import { assignSoftly, type FreeEnergy, measureFreeEnergy } from './responsibilities.ts';

const OPTIONS = { gateSteps: 2, varianceFloor: 1e-4 };

function random(seed: number, K: number, degree: number, N = 60): ExpertsWorkspace {
  const draw = createRandom(seed);
  const inputs = Array.from({ length: N }, () => 10 * (2 * draw.uniform() - 1));
  const targets = inputs.map((x) => Math.abs(x) - 3 + draw.normal());
  const ws = createExpertsWorkspace(inputs, targets, K, degree);
  ws.experts.forEach((_, i) => {
    ws.experts[i] = 5 * draw.normal();
  });
  ws.variances.fill(9);
  return ws;
}

function freeEnergyAt(ws: ExpertsWorkspace): FreeEnergy {
  evaluateExperts(ws);
  const nothing = { logLikelihood: 0, energy: 0, entropy: 0, klGap: 0 };
  return measureFreeEnergy(ws.responsibilities, nothing);
}

describe('a mixture of experts', () => {
  it('never lowers its log-likelihood, on 200 random problems', () => {
    let violations = 0;
    for (let seed = 0; seed < 200; seed++) {
      const ws = random(seed, 1 + (seed % 4), 1 + (seed % 3), 8 + (seed % 40));
      let before = freeEnergyAt(ws);
      for (let iteration = 0; iteration < 15; iteration++) {
        assignSoftly(ws.responsibilities);
        maximiseExperts(ws, OPTIONS);
        const after = freeEnergyAt(ws);
        const slack = 1e-9 * Math.abs(before.logLikelihood);
        const holds =
          after.logLikelihood >= before.logLikelihood - slack &&
          after.energy + after.entropy <= after.logLikelihood + slack;
        if (!holds) violations += 1;
        before = after;
      }
    }
    expect(violations).toBe(0);
  });

  it('has densities as the formula says', () => {
    const ws = random(3, 2, 2);
    ws.gate.coefficients.set([0.3, -1, 0.1, 2]);
    evaluateExperts(ws);
    const row = 5;
    const x = ws.basis[row * 3 + 1];
    const lines = [0.3 - x, 0.1 + 2 * x].map(Math.exp);
    const parts = [0, 1].map((k) => {
      const [a, b, c] = ws.experts.subarray(3 * k, 3 * k + 3);
      const error = ws.targets[row] - (a + b * x + c * x * x);
      const density = Math.exp(-(error ** 2) / 18) / Math.sqrt(2 * Math.PI * 9);
      return (lines[k] / (lines[0] + lines[1])) * density;
    });
    expect(ws.responsibilities.logEvidence[row]).toBeCloseTo(Math.log(parts[0] + parts[1]), 12);
  });

  it('with one expert is least squares', () => {
    const inputs = [-2, -1, 0, 1, 2];
    const ws = createExpertsWorkspace(inputs, [1, 2, 2, 5, 5], 1, 1);
    freeEnergyAt(ws);
    assignSoftly(ws.responsibilities);
    maximiseExperts(ws, OPTIONS);
    expect(ws.experts[0]).toBeCloseTo(3, 12);
    expect(ws.experts[1] / ws.scale).toBeCloseTo(1.1, 12);
    expect(ws.variances[0]).toBeCloseTo((0.04 + 0.01 + 1 + 0.81 + 0.04) / 5, 12);
  });

  it('parts a bent line between two experts', () => {
    const ws = random(1, 2, 1, 200);
    ws.experts.set([0, 8, 0, -8]);
    for (let iteration = 0; iteration < 200; iteration++) {
      freeEnergyAt(ws);
      assignSoftly(ws.responsibilities);
      maximiseExperts(ws, OPTIONS);
    }
    const slopes = [ws.experts[1], ws.experts[3]].map((slope) => slope / ws.scale);
    expect(slopes[0]).toBeCloseTo(1, 0);
    expect(slopes[1]).toBeCloseTo(-1, 0);
    // The gate turns from one to the other around x = 0.
    const [a, b, c, d] = ws.gate.coefficients;
    expect(Math.abs(((c - a) / (b - d)) * ws.scale)).toBeLessThan(1.5);
  });

  it('keeps an expert nobody asks, and one that a single point cannot determine', () => {
    const ws = createExpertsWorkspace([0, 1, 2, 3], [0, 1, 2, 100], 2, 1);
    ws.experts.set([0, 3, 1e6, 0]);
    freeEnergyAt(ws);
    assignSoftly(ws.responsibilities);
    maximiseExperts(ws, OPTIONS);
    expect([...ws.experts.subarray(2)]).toEqual([1e6, 0]);
    expect([...ws.experts, ...ws.variances, ...ws.gate.coefficients].every(Number.isFinite)).toBe(
      true,
    );
    ws.responsibilities.q.set([1, 0, 1, 0, 1, 0, 0, 1]);
    maximiseExperts(ws, OPTIONS);
    expect([...ws.experts, ...ws.variances, ...ws.gate.coefficients].every(Number.isFinite)).toBe(
      true,
    );
  });
});
