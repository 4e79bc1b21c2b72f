import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { createSoftmaxGate, evaluateGate, improveGate, type SoftmaxGate } from './softmaxGate.ts';

function gateOf(inputs: readonly number[], experts: number): SoftmaxGate {
  return createSoftmaxGate(Float64Array.from(inputs), experts);
}

const energy = ({ logGate }: SoftmaxGate, q: Float64Array): number =>
  q.reduce((sum, share, at) => (share > 0 ? sum + share * logGate[at] : sum), 0);

/** Steps until none is worth taking. */
function climb(gate: SoftmaxGate, q: Float64Array): number {
  let steps = 0;
  while (steps < 100 && improveGate(gate, q)) steps += 1;
  return steps;
}

describe('the gate of a mixture of experts', () => {
  it('raises its energy with every step, on 200 random problems, and is soon at its best', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed);
      const K = 1 + (seed % 5);
      const rows = 3 + (seed % 40);
      const gate = gateOf(
        Array.from({ length: rows }, () => 2 * random.uniform() - 1),
        K,
      );
      gate.coefficients.forEach((_, i) => {
        gate.coefficients[i] = 10 * random.normal();
      });
      const q = new Float64Array(rows * K);
      for (let n = 0; n < rows; n++) {
        const shares = Array.from({ length: K }, () => random.uniform() ** 8);
        const sum = shares.reduce((a, b) => a + b);
        q.set(
          shares.map((share) => share / sum),
          n * K,
        );
      }
      evaluateGate(gate);
      let before = energy(gate, q);
      let steps = 0;
      while (improveGate(gate, q)) {
        const after = energy(gate, q);
        expect(after).toBeGreaterThan(before);
        before = after;
        steps += 1;
        expect(steps).toBeLessThan(60);
      }
    }
  });

  it('finds the best of few parameters: shares that do not depend on x', () => {
    const gate = gateOf([-1, -0.5, 0.5, 1], 2);
    const q = Float64Array.from([0.8, 0.2, 0.8, 0.2, 0.8, 0.2, 0.8, 0.2]);
    climb(gate, q);
    // Up to the pull of the prior.
    expect(Math.exp(gate.logGate[0])).toBeCloseTo(0.8, 2);
    expect(gate.coefficients[1] - gate.coefficients[3]).toBeCloseTo(0, 6);
  });

  it('stays finite where a line parts the rows, and asks the right expert', () => {
    const gate = gateOf([-1, -0.9, 0.9, 1], 2);
    const q = Float64Array.from([1, 0, 1, 0, 0, 1, 0, 1]);
    expect(climb(gate, q)).toBeLessThan(30);
    expect(gate.coefficients.every((value) => Math.abs(value) < 20)).toBe(true);
    expect(Math.exp(gate.logGate[0])).toBeGreaterThan(0.95);
  });

  it('has nothing to do for a single expert, or for rows in one place', () => {
    const single = gateOf([0, 1], 1);
    expect(improveGate(single, Float64Array.from([1, 1]))).toBe(false);
    const here = gateOf([0.3, 0.3, 0.3], 2);
    climb(here, Float64Array.from([1, 0, 1, 0, 0, 1]));
    expect(Math.exp(here.logGate[0])).toBeCloseTo(2 / 3, 2);
    expect(here.coefficients.every(Number.isFinite)).toBe(true);
  });
});
