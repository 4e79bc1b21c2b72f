import { expect, it } from 'vitest';
import type { ExpertsSnapshot } from '../snapshot.ts';
import { climbsOnOneStep, eachLeads, gateKnowsNothing } from './checks.ts';

function view(change: object, gateSteps = 10) {
  const expert = (id: number, slope: number) => ({ id, coefficients: [0, slope] });
  const snapshot = {
    experts: [expert(0, 1), expert(1, -1), expert(2, 1)],
    gates: Float32Array.of(0.95, 0.05, 0, 0, 1, 0, 0, 0.08, 0.92),
    halfSteps: 20,
    falls: 0,
    converged: false,
    ...change,
  } as unknown as ExpertsSnapshot;
  return { snapshot, gateSteps };
}

it('each of three experts leads somewhere', () => {
  expect(eachLeads(view({}))).toEqual({ done: true, text: '3 of 3 experts lead in some region.' });
  const gates = Float32Array.of(0.5, 0.5, 0, 0, 1, 0);
  expect(eachLeads(view({ gates }))).toEqual({
    done: false,
    text: '1 of 3 experts lead in some region.',
  });
});

it('one step of the gate is enough to climb', () => {
  expect(climbsOnOneStep(view({ converged: true })).text).toBe('');
  expect(climbsOnOneStep(view({}, 1))).toEqual({ done: false, text: '20 half-steps, none down.' });
  expect(climbsOnOneStep(view({ converged: true }, 1)).done).toBe(true);
  expect(climbsOnOneStep(view({ converged: true, falls: 1 }, 1)).done).toBe(false);
});

it('the gate knows nothing where the experts know all', () => {
  const gates = Float32Array.of(0.3, 0.4, 0.3, 0.35, 0.3, 0.35);
  expect(gateKnowsNothing(view({ gates })).done).toBe(true);
  expect(gateKnowsNothing(view({})).done).toBe(false);
});
