import { expect, it } from 'vitest';
import type { Standing } from './emCourse.ts';
import { HalfSteps } from './halfSteps.ts';

const at = (logLikelihood: number | null, energy: number, entropy = 0.5): Standing => ({
  logLikelihood,
  energy,
  entropy,
  globalKl: 0,
});

it('takes halves in turns, or as the step says', () => {
  const way = new HalfSteps();
  way.begin(at(-5, -7));
  expect(way.halvesOf('both')).toEqual(['e', 'm']);
  expect(way.halvesOf('alternate')).toEqual(['e']);
  way.took('e', at(-5, -7), at(-5, -5.5));
  expect(way.halvesOf('alternate')).toEqual(['m']);
  expect(way.halvesOf('e')).toEqual(['e']);
});

it('counts what falls by more than rounding, and not where it may', () => {
  const way = new HalfSteps();
  way.begin(at(-5, -7));
  way.took('e', at(-5, -7), at(-5 - 1e-12, -5.5));
  expect(way.check).toEqual({ halfSteps: 1, falls: 0, boundFalls: 0 });
  way.took('m', at(-5, -5.5), at(-5.1, -5.7));
  expect(way.check).toEqual({ halfSteps: 2, falls: 1, boundFalls: 1 });
  way.took('e', at(-5.1, -5.7), at(-5.1, -5.9), { isAscent: false });
  expect(way.check).toEqual({ halfSteps: 2, falls: 1, boundFalls: 1 });
  // With priors the bound is what must not fall.
  way.took('m', at(null, -5.7), at(null, -5.9));
  expect(way.check).toEqual({ halfSteps: 3, falls: 2, boundFalls: 2 });
});

it('rests when a whole iteration has moved nothing, and remembers no flat line after that', () => {
  const way = new HalfSteps();
  const still = at(-5, -5.5);
  way.begin(still);
  const iterate = () => {
    way.took('e', still, still);
    way.took('m', still, still);
  };
  iterate();
  expect(way.converged).toBe(false);
  way.took('m', still, still);
  expect(way.converged).toBe(false);
  iterate();
  expect(way.converged).toBe(true);
  const rows = way.course.columns().halfStep.length;
  iterate();
  expect(way.course.columns().halfStep).toHaveLength(rows);
  way.begin(at(-6, -6.5));
  expect(way).toMatchObject({ converged: false, nextHalf: 'e' });
  expect(way.course.columns().mark.at(-1)).toBe('start');
});

it('rests at one half taken again and again once that moves nothing, and goes on with the other', () => {
  const way = new HalfSteps();
  way.begin(at(-5, -7));
  way.took('e', at(-5, -7), at(-5, -5.5), { shift: 0.4 });
  expect(way.restsAt('e')).toBe(false);
  const still = at(-5, -5.5);
  way.took('e', still, still, { shift: 0 });
  expect([way.restsAt('e'), way.restsAt('both'), way.converged]).toEqual([true, false, false]);
  const rows = way.course.columns().halfStep.length;
  way.took('e', still, still, { shift: 0 });
  expect(way.course.columns().halfStep).toHaveLength(rows);
  way.took('m', still, at(-4.8, -5.3));
  expect(way.restsAt('e')).toBe(false);
  way.took('m', at(-4.8, -5.3), at(-4.8, -5.3));
  expect(way.restsAt('m')).toBe(true);
});

it('does not rest on a plateau, where the bound is flat and responsibilities still move', () => {
  const way = new HalfSteps();
  const flat = at(-5, -5.5);
  way.begin(flat);
  const iterate = (shift: number) => {
    way.took('e', flat, flat, { shift });
    way.took('m', flat, flat);
    return way.converged;
  };
  expect([0.3, 1e-3, 1e-4, 1e-6].map(iterate)).toEqual([false, false, false, true]);
});

it('goes on from what was saved', () => {
  const way = new HalfSteps();
  way.begin(at(null, -7));
  way.took('e', at(null, -7), at(null, -6));
  way.took('m', at(null, -6), at(null, -5));
  const other = new HalfSteps();
  other.load({ step: 2, arrays: structuredClone(way.save()) });
  expect(other.course.columns()).toEqual(way.course.columns());
  expect(other.check).toEqual(way.check);
  for (const one of [way, other]) {
    one.took('e', at(null, -5), at(null, -5));
    one.took('m', at(null, -5), at(null, -5));
  }
  expect(other.save()).toEqual(way.save());
  expect(other.converged).toBe(true);
});
