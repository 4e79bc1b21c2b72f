import { expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { makeHmmDataset } from '../engine/data.ts';
import { HmmEngine } from '../engine/engine.ts';
import { type HmmSettings, hmmTable } from '../settings.ts';
import { differInSpread, formsRing } from './challengeSet.ts';

function trained(preset: string, seed: number, steps: number) {
  const values = hmmTable.presets.find(({ id }) => id === preset)?.values;
  const settings = { ...defaultValues(hmmTable), ...values, stepKind: 'both' } as HmmSettings;
  const engine = new HmmEngine({ settings, dataset: makeHmmDataset(settings, seed, null), seed });
  for (let i = 0; i < steps; i++) engine.train();
  return { snapshot: engine.snapshot() };
}

it('takes the stairs for a ring, and three levels not', () => {
  const solved = Array.from(
    { length: 8 },
    (_, seed) => formsRing(trained('stairs', seed, 80)).done,
  );
  expect(solved.filter(Boolean).length).toBeGreaterThanOrEqual(4);
  expect(formsRing(trained('stairs', 0, 0)).done).toBe(false);
  expect(formsRing(trained('levels', 0, 40))).toEqual({
    done: false,
    text: 'The model has 3 states; use 4 or more.',
  });
  const { snapshot } = trained('stairs', 0, 0);
  const stuck = snapshot.states.map((state, k) => ({
    ...state,
    transition: [0, 1, 2, 3].map((to) => (to === k ? 1 : 0)),
  }));
  expect(formsRing({ snapshot: { ...snapshot, states: stuck, halfSteps: 9 } })).toEqual({
    done: false,
    text: '0 of 4 states are followed by one other state alone.',
  });
});

it('sees two spreads at one mean', () => {
  const solved = Array.from(
    { length: 8 },
    (_, seed) => differInSpread(trained('bursts', seed, 80)).done,
  );
  expect(solved.filter(Boolean).length).toBeGreaterThanOrEqual(6);
  expect(differInSpread(trained('levels', 0, 40)).done).toBe(false);
  expect(differInSpread(trained('bursts', 0, 0)).done).toBe(false);
});
