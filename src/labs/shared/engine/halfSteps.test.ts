import { expect, it } from 'vitest';
import type { BoundParts } from './emCourse.ts';
import { HalfSteps } from './halfSteps.ts';

const at = (logLikelihood: number | null, energy: number, entropy = 0.5): BoundParts => ({
  logLikelihood,
  energy,
  entropy,
  globalKl: 0,
});

it('takes halves in turns, or as the step says', () => {
  const halfSteps = new HalfSteps();
  halfSteps.begin(at(-5, -7));
  expect(halfSteps.halvesOf('both')).toEqual(['e', 'm']);
  expect(halfSteps.halvesOf('alternate')).toEqual(['e']);
  halfSteps.record('e', at(-5, -7), at(-5, -5.5));
  expect(halfSteps.halvesOf('alternate')).toEqual(['m']);
  expect(halfSteps.halvesOf('e')).toEqual(['e']);
});

it('counts what falls by more than rounding, and not where it may', () => {
  const halfSteps = new HalfSteps();
  halfSteps.begin(at(-5, -7));
  halfSteps.record('e', at(-5, -7), at(-5 - 1e-12, -5.5));
  expect(halfSteps.check).toEqual({ halfSteps: 1, falls: 0, boundFalls: 0 });
  halfSteps.record('m', at(-5, -5.5), at(-5.1, -5.7));
  expect(halfSteps.check).toEqual({ halfSteps: 2, falls: 1, boundFalls: 1 });
  halfSteps.record('e', at(-5.1, -5.7), at(-5.1, -5.9), { isAscent: false });
  expect(halfSteps.check).toEqual({ halfSteps: 2, falls: 1, boundFalls: 1 });
  // With priors the bound is what must not fall.
  halfSteps.record('m', at(null, -5.7), at(null, -5.9));
  expect(halfSteps.check).toEqual({ halfSteps: 3, falls: 2, boundFalls: 2 });
});

it('rests when a whole iteration has moved nothing, and remembers no flat line after that', () => {
  const halfSteps = new HalfSteps();
  const still = at(-5, -5.5);
  halfSteps.begin(still);
  const iterate = () => {
    halfSteps.record('e', still, still);
    halfSteps.record('m', still, still);
  };
  iterate();
  expect(halfSteps.converged).toBe(false);
  halfSteps.record('m', still, still);
  expect(halfSteps.converged).toBe(false);
  iterate();
  expect(halfSteps.converged).toBe(true);
  const rows = halfSteps.course.columns().halfStep.length;
  iterate();
  expect(halfSteps.course.columns().halfStep).toHaveLength(rows);
  halfSteps.begin(at(-6, -6.5));
  expect(halfSteps).toMatchObject({ converged: false, nextHalf: 'e' });
  expect(halfSteps.course.columns().mark.at(-1)).toBe('start');
});

it('rests at one half taken again and again once that moves nothing, and goes on with the other', () => {
  const halfSteps = new HalfSteps();
  halfSteps.begin(at(-5, -7));
  halfSteps.record('e', at(-5, -7), at(-5, -5.5), { shift: 0.4 });
  expect(halfSteps.restsAt('e')).toBe(false);
  const still = at(-5, -5.5);
  halfSteps.record('e', still, still, { shift: 0 });
  expect([halfSteps.restsAt('e'), halfSteps.restsAt('both'), halfSteps.converged]).toEqual([
    true,
    false,
    false,
  ]);
  const rows = halfSteps.course.columns().halfStep.length;
  halfSteps.record('e', still, still, { shift: 0 });
  expect(halfSteps.course.columns().halfStep).toHaveLength(rows);
  halfSteps.record('m', still, at(-4.8, -5.3));
  expect(halfSteps.restsAt('e')).toBe(false);
  halfSteps.record('m', at(-4.8, -5.3), at(-4.8, -5.3));
  expect(halfSteps.restsAt('m')).toBe(true);
});

it('does not rest on a plateau, where the bound is flat and responsibilities still move', () => {
  const halfSteps = new HalfSteps();
  const flat = at(-5, -5.5);
  halfSteps.begin(flat);
  const iterate = (shift: number) => {
    halfSteps.record('e', flat, flat, { shift });
    halfSteps.record('m', flat, flat);
    return halfSteps.converged;
  };
  expect([0.3, 1e-3, 1e-4, 1e-6].map(iterate)).toEqual([false, false, false, true]);
});

it('goes on from what was saved', () => {
  const halfSteps = new HalfSteps();
  halfSteps.begin(at(null, -7));
  halfSteps.record('e', at(null, -7), at(null, -6));
  halfSteps.record('m', at(null, -6), at(null, -5));
  const other = new HalfSteps();
  other.load({ step: 2, arrays: structuredClone(halfSteps.save()) });
  expect(other.course.columns()).toEqual(halfSteps.course.columns());
  expect(other.check).toEqual(halfSteps.check);
  for (const one of [halfSteps, other]) {
    one.record('e', at(null, -5), at(null, -5));
    one.record('m', at(null, -5), at(null, -5));
  }
  expect(other.save()).toEqual(halfSteps.save());
  expect(other.converged).toBe(true);
});
