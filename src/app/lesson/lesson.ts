/** A lesson of the course as it is given: where one is, and the time that has gone. */
import type { Course, CourseRow } from '../course/parseCourse.ts';

/** A row of the course, both counted from 0. */
export interface Place {
  readonly lesson: number;
  readonly row: number;
}

/** Times in milliseconds. */
export interface Clock {
  /** When the present row began to count, by the clock of the device; null while the clock rests. */
  readonly since: number | null;
  /** What rows have taken before that, by their numbers. */
  readonly used: readonly number[];
}

export const STOPPED: Clock = { since: null, used: [] };

export const rowAt = (course: Course, { lesson, row }: Place): CourseRow =>
  course.lessons[lesson].rows[row];

/** The row before or after, within the lesson; the same where there is none. */
export function neighbour(course: Course, { lesson, row }: Place, by: number): Place {
  const last = course.lessons[lesson].rows.length - 1;
  return { lesson, row: Math.min(last, Math.max(0, row + by)) };
}

/**
 * The row that an address belongs to: the one there is if it has that link, another with the link,
 * next in the lesson there is, or the first about the same lab. Null where the course has none.
 *
 * @param link from "#" on
 * @param from where one is; null before the first row
 */
export function placeOf(course: Course, link: string, from: Place | null): Place | null {
  if (from && rowAt(course, from).link === link) return from;
  const places = course.lessons.flatMap(({ rows }, lesson) =>
    rows.map((_, row) => ({ lesson, row })),
  );
  const ofLesson = places.filter(({ lesson }) => lesson === from?.lesson);
  const same = [...ofLesson, ...places].find((place) => rowAt(course, place).link === link);
  if (same ?? from) return same ?? from;
  return places.find((place) => labIn(rowAt(course, place).link) === labIn(link)) ?? null;
}

const labIn = (link: string): string => link.split('?')[0];

/** Minutes planned for a row: until the next begins, or the lesson ends. */
export function plannedMinutes(course: Course, { lesson, row }: Place): number {
  const { rows, minutes } = course.lessons[lesson];
  return (rows[row + 1]?.minute ?? minutes) - rows[row].minute;
}

/** What a row has taken up to now. */
export function usedBy(
  { since, used }: Clock,
  row: number,
  isPresent: boolean,
  now: number,
): number {
  const running = isPresent && since !== null ? now - since : 0;
  return (used[row] ?? 0) + running;
}

/** What the lesson has taken up to now. */
export function elapsed({ since, used }: Clock, now: number): number {
  const before = used.reduce((sum, time) => sum + (time ?? 0), 0);
  return before + (since === null ? 0 : now - since);
}

/** The clock begins, or goes on. */
export const started = (clock: Clock, now: number): Clock =>
  clock.since === null ? { ...clock, since: now } : clock;

/** The time of a row is noted and the clock rests. */
export function paused({ since, used }: Clock, row: number, now: number): Clock {
  if (since === null) return { since, used };
  const next = [...used];
  next[row] = (used[row] ?? 0) + now - since;
  return { since: null, used: Array.from(next, (time) => time ?? 0) };
}

/** From one row to another, a running clock counts for the other. */
export function moved(clock: Clock, from: number, now: number): Clock {
  const noted = paused(clock, from, now);
  return clock.since === null ? noted : { ...noted, since: now };
}

/** "12:05" */
export function inMinutes(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
