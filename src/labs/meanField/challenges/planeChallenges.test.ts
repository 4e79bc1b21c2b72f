import { expect, it } from 'vitest';
import { noRows } from '../../../datasets/dataset.ts';
import { defaultValues } from '../../../settings/values.ts';
import { PlaneEngine } from '../engine/plane/engine.ts';
import type { PlaneEdit } from '../planeEdits.ts';
import { type MeanFieldSettings, meanFieldTable } from '../settings.ts';
import {
  endsOnBoth,
  gainsByWidth,
  hasRate,
  hasSmallGap,
  NO_ENDS,
  withEnd,
} from './planeChallenges.ts';

function engineOf(settings: Partial<MeanFieldSettings>, steps: number, edits: PlaneEdit[] = []) {
  const engine = new PlaneEngine({
    settings: { ...defaultValues(meanFieldTable), ...settings } as MeanFieldSettings,
    dataset: noRows('target'),
    seed: 0,
  });
  engine.setEdits(edits);
  for (let step = 0; step < steps; step++) engine.train();
  return engine;
}
const shown = (...of: Parameters<typeof engineOf>) => engineOf(...of).snapshot();

it('takes a correlation whose square is one half, once Gibbs has confirmed it', () => {
  expect(hasRate(shown({ correlation: 0.71 }, 4000)).done).toBe(true);
  expect(hasRate(shown({ correlation: -0.71 }, 4000)).done).toBe(true);
  expect(hasRate(shown({ correlation: 0.71 }, 200)).done).toBe(false);
  expect(hasRate(shown({ correlation: 0.9 }, 4000)).done).toBe(false);
  expect(hasRate(shown({ target: 'banana' }, 10)).done).toBe(false);
});

it('takes better widths at the same mean, and no other mean', () => {
  const engine = engineOf({}, 0);
  const { mean } = engine.snapshot().moments;
  const placed = (at: readonly number[], width: number) => {
    engine.setEdits([
      { kind: 'placeFactors', mean: [at[0], at[1]], deviation: [width, width] } as never,
    ]);
    return gainsByWidth(engine.snapshot());
  };
  expect(placed(mean, 0.44).done).toBe(true);
  expect(placed(mean, 0.9).done).toBe(false);
  expect(placed([0, 0], 0.44)).toEqual({ done: false, text: 'The mean has moved.' });
  expect(gainsByWidth(shown({}, 20)).done).toBe(false);
});

it('takes both modes of one target, whatever led there', () => {
  const ends = [-1.2, 1.2].map((at) => {
    const engine = engineOf({ target: 'two-modes', separation: 4 }, 0);
    engine.setEdits([{ kind: 'placeFactors', mean: [at, at], deviation: [0.5, 0.5] } as never]);
    engine.bakeEdits();
    for (let step = 0; step < 100; step++) engine.train();
    return engine.snapshot();
  });
  const one = withEnd(NO_ENDS, ends[0]);
  expect(endsOnBoth(ends[0], one).done).toBe(false);
  expect(endsOnBoth(ends[0], withEnd(one, ends[0])).done).toBe(false);
  expect(endsOnBoth(ends[1], withEnd(one, ends[1])).done).toBe(true);
  const other = shown({ target: 'two-modes', separation: 3 }, 100);
  expect(endsOnBoth(other, withEnd(one, other)).done).toBe(false);
});

it('takes a gap that more observations have halved', () => {
  const observe = (values: number[]): PlaneEdit[] => [{ kind: 'observe', values }];
  expect(hasSmallGap(shown({ target: 'normal' }, 100)).done).toBe(false);
  const moved = shown({ target: 'normal' }, 100, observe([-3, 2, 3, 4, 9]));
  expect(hasSmallGap(moved).text).toContain('Gap 0.0697');
  const more = [1, 2, 3, 4, 5, 3, 3, 3, 3, 3, 3, 3, 3];
  expect(hasSmallGap(shown({ target: 'normal' }, 100, observe(more))).done).toBe(true);
});
