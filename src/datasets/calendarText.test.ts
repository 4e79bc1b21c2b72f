import { expect, it } from 'vitest';
import { DAY_MS, monthMs, shortMarks, stepText, yearOfMs } from './calendarText.ts';

it('has steps in the first hundred years, too', () => {
  const startMs = monthMs(12 * 50);
  expect(startMs).toBe(Date.parse('0050-01-01'));
  expect(stepText({ startMs, stepMs: DAY_MS }, 1)).toBe('2 Jan 50');
  expect(yearOfMs(startMs)).toBe(50);
  expect(yearOfMs(Date.parse('0099-07-02T12:00Z'))).toBe(99.5);
  expect(monthMs(-1)).toBe(Date.parse('-000001-12-01'));
  expect(monthMs(12 * 2019 + 6)).toBe(Date.UTC(2019, 6, 1));
});

it('marks steps that no date has without failing', () => {
  expect(shortMarks({ startMs: 1e16, stepMs: DAY_MS / 24 }, 3, 5)).toHaveLength(3);
});
