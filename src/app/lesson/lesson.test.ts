import { expect, it } from 'vitest';
import type { Course } from '../course/parseCourse.ts';
import {
  elapsed,
  inMinutes,
  moved,
  neighbour,
  paused,
  placeOf,
  plannedMinutes,
  STOPPED,
  started,
  usedBy,
} from './lesson.ts';

const row = (minute: number, link: string) => ({ minute, link, topic: link, act: '', say: '' });
const course: Course = {
  title: 'A course',
  before: [],
  lessons: [
    { title: '', minutes: 20, after: [], rows: [row(0, '#/em?seed=0'), row(8, '#/vae?seed=1')] },
    {
      ...{ title: '', minutes: 9, after: [] },
      rows: [row(0, '#/vae?seed=1'), row(4, '#/vae?seed=1'), row(6, '#/hmm?seed=0')],
    },
  ],
};

it('plans for a row the minutes until the next, or until the end', () => {
  expect(plannedMinutes(course, { lesson: 0, row: 0 })).toBe(8);
  expect(plannedMinutes(course, { lesson: 0, row: 1 })).toBe(12);
});

it('stays within the lesson', () => {
  expect(neighbour(course, { lesson: 0, row: 1 }, 1)).toEqual({ lesson: 0, row: 1 });
  expect(neighbour(course, { lesson: 0, row: 0 }, -1)).toEqual({ lesson: 0, row: 0 });
  expect(neighbour(course, { lesson: 1, row: 0 }, 1)).toEqual({ lesson: 1, row: 1 });
});

it('goes with the address, first within the lesson there is', () => {
  const second = { lesson: 1, row: 1 };
  // Two rows may have one link: the address says nothing new.
  expect(placeOf(course, '#/vae?seed=1', second)).toBe(second);
  expect(placeOf(course, '#/vae?seed=1', { lesson: 1, row: 2 })).toEqual({ lesson: 1, row: 0 });
  expect(placeOf(course, '#/em?seed=0', second)).toEqual({ lesson: 0, row: 0 });
  // What is opened beside the lesson leaves it where it was.
  expect(placeOf(course, '#/hmm?seed=7', second)).toBe(second);
  // A lab that is opened directly: its first row, if there is one.
  expect(placeOf(course, '#/hmm?', null)).toEqual({ lesson: 1, row: 2 });
  expect(placeOf(course, '#/topics?', null)).toBeNull();
});

it('counts the time of the lesson and of each row, while the clock runs', () => {
  let clock = started(STOPPED, 1000);
  expect(started(clock, 5000)).toBe(clock);
  clock = moved(clock, 0, 4000);
  expect([
    elapsed(clock, 6000),
    usedBy(clock, 0, false, 6000),
    usedBy(clock, 1, true, 6000),
  ]).toEqual([5000, 3000, 2000]);
  clock = paused(clock, 1, 7000);
  expect([elapsed(clock, 99_000), usedBy(clock, 1, true, 99_000)]).toEqual([6000, 3000]);
  // Rows passed over at rest take no time.
  clock = moved(moved(clock, 1, 99_000), 3, 100_000);
  expect(clock).toEqual({ since: null, used: [3000, 3000] });
  clock = paused(started(clock, 0), 3, 500);
  expect(clock.used).toEqual([3000, 3000, 0, 500]);
});

it('writes minutes and seconds', () => {
  expect([0, 59_999, 60_000, 754_000].map(inMinutes)).toEqual(['0:00', '0:59', '1:00', '12:34']);
});
