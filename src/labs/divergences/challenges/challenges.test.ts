import { expect, it } from 'vitest';
import { noRows } from '../../../datasets/dataset.ts';
import { defaultValues } from '../../../settings/values.ts';
import type { DivergencesEdit } from '../edits.ts';
import { DivergencesEngine } from '../engine/engine.ts';
import { withInfinities } from '../infinities.ts';
import { type DivergencesSettings, divergencesTable } from '../settings.ts';
import {
  closedOnStraight,
  mergedAway,
  negativeTerms,
  oneIsInfinite,
  raisedByWidth,
  rememberElbo,
  stuckAtLighter,
} from './checks.ts';

/** The lab after some edits and steps. */
function view(change: Partial<DivergencesSettings>, edits: DivergencesEdit[] = [], steps = 0) {
  const settings = { ...defaultValues(divergencesTable), ...change };
  const engine = new DivergencesEngine({ settings, seed: 0, dataset: noRows('') });
  engine.setEdits(edits);
  if (steps > 0) engine.bakeEdits();
  for (let step = 0; step < steps; step++) engine.train();
  const isReshaped = edits.length > 0;
  return {
    snapshot: withInfinities(engine.snapshot()),
    step: engine.step,
    run: 0,
    isReshaped,
  };
}
const q = (mean: number, sd: number): DivergencesEdit => ({
  kind: 'placeFit',
  components: [{ weight: 1, mean, sd }],
});

it('one direction is infinite where p is cut off', () => {
  expect(oneIsInfinite(view({})).done).toBe(false);
  const cut = { from: -2, to: 3, components: [{ weight: 1, mean: 0, sd: 1 }] };
  const edits: DivergencesEdit[] = [{ kind: 'reshape', target: 'two', ...cut }];
  expect(oneIsInfinite(view({}, edits)).done).toBe(true);
  expect(oneIsInfinite(view({ target: 'cut' })).done).toBe(false);
  expect(oneIsInfinite(view({ part: 'bars' })).text).toMatch(/Densities/);
});

it('the reverse fit rests at the lighter peak from a start near it', () => {
  const near = view({ target: 'unequal' }, [q(2.2, 0.6)], 150);
  expect(stuckAtLighter(near).done).toBe(true);
  expect(stuckAtLighter(view({ target: 'unequal' }, [q(2, 0.5)])).done).toBe(false);
  expect(stuckAtLighter(view({ target: 'unequal' }, [q(-2, 0.6)], 150)).done).toBe(false);
  expect(stuckAtLighter(view({}, [q(2, 0.6)], 150)).done).toBe(false);
});

it('a term falls below zero where q is larger than p', () => {
  const bars = (of: 'p' | 'q', shares: number[]): DivergencesEdit => ({
    kind: 'setBars',
    of,
    shares,
  });
  expect(negativeTerms(view({ part: 'bars' })).done).toBe(false);
  const raised = view({ part: 'bars' }, [bars('q', [0.06, 0.08, 0.75, 0.06, 0.05])]);
  expect(negativeTerms(raised).done).toBe(true);
  const differ = [bars('p', [0.4, 0.1, 0.1, 0.4]), bars('q', [0.1, 0.4, 0.4, 0.1])];
  const merge: DivergencesEdit = { kind: 'mergeBars', after: [0, 2] };
  expect(mergedAway(view({ part: 'bars', outcomes: 4 }, differ)).done).toBe(false);
  expect(mergedAway(view({ part: 'bars', outcomes: 4 }, [...differ, merge])).done).toBe(true);
  const all: DivergencesEdit = { kind: 'mergeBars', after: [0, 1, 2] };
  expect(mergedAway(view({ part: 'bars', outcomes: 4 }, [...differ, all])).done).toBe(false);
});

it('the gap closes on a straight piece of f', () => {
  const atoms = (places: number[]): DivergencesEdit => ({
    ...{ kind: 'moveAtoms', convex: 'abs', places, weights: [0.3, 0.3, 0.4] },
  });
  const jensen = { part: 'jensen', convex: 'abs' } as const;
  expect(closedOnStraight(view(jensen, [atoms([0.5, 1, 1.5])])).done).toBe(true);
  expect(closedOnStraight(view(jensen, [atoms([-0.5, 1, 1.5])])).done).toBe(false);
  expect(closedOnStraight(view(jensen, [atoms([1, 1, 1])])).done).toBe(false);
});

it('the ELBO is raised by the width alone', () => {
  const identity = { part: 'identity', target: 'near' } as const;
  const wide = view(identity, [q(0, 3.5)]);
  const memory = rememberElbo(null, wide);
  expect(raisedByWidth(wide, memory).done).toBe(false);
  const narrower = view(identity, [q(0.01, 1.2)]);
  expect(raisedByWidth(narrower, rememberElbo(memory, narrower)).done).toBe(true);
  const moved = view(identity, [q(-0.3, 1.2)]);
  expect(raisedByWidth(moved, rememberElbo(memory, moved)).done).toBe(false);
});

it('an ELBO that is minus infinity is no start to raise it from', () => {
  const identity = { part: 'identity', target: 'cut' } as const;
  const infinite = view(identity, [q(0, 3.5)]);
  const memory = rememberElbo(null, infinite);
  expect(raisedByWidth(infinite, memory)).toMatchObject({ done: false });
  expect(raisedByWidth(infinite, memory).text).toContain('−∞');
  const whole = view({ ...identity, target: 'near' }, [q(0, 3.5)]);
  expect(raisedByWidth(whole, rememberElbo(memory, whole)).done).toBe(false);
});
