import { expect, it } from 'vitest';
import { BoundCourse } from './course.ts';

const at = (step: number) => ({ gmm: -step, vae: 2 * step, svae: 1 });

it('keeps every step at first, and means of several in a long run', () => {
  const course = new BoundCourse();
  for (let step = 1; step <= 599; step++) course.add(step, at(step));
  expect(course.columns().step).toHaveLength(599);
  for (let step = 600; step <= 1000; step++) course.add(step, at(step));
  const { step, gmm, vae, svae } = course.columns();
  expect(step.slice(0, 2)).toEqual([2, 4]);
  expect(step.at(-1)).toBe(1000);
  expect(gmm[0]).toBe(-1.5);
  expect(vae.at(-1)).toBe(1999);
  expect(new Set(svae)).toEqual(new Set([1]));
});

it('goes on from where it was saved, in the middle of a row too', () => {
  const [whole, resumed] = [new BoundCourse(), new BoundCourse()];
  for (let step = 1; step <= 701; step++) whole.add(step, at(step));
  resumed.load(whole.save());
  for (let step = 702; step <= 1305; step++)
    for (const one of [whole, resumed]) one.add(step, at(step));
  expect(resumed.columns()).toEqual(whole.columns());
  expect(resumed.save()).toEqual(whole.save());
});
