import { describe, expect, it } from 'vitest';
import { type Calendar, calendarFrom } from '../../datasets/calendar.ts';
import { countAxis, rowNumbers, stepAt, timeAxis } from '../chart/axes.ts';
import { calendarAxis } from '../chart/calendarAxis.ts';
import { sampleColumns, shadeField } from './fieldPixels.ts';

// 4 steps of 2 pixels.
const field = { values: [0, 10, 1, 11, 2, 12, 3, 13], pixels: 2 };

describe('columns of a field', () => {
  it('show one step each when there is room', () => {
    const sampled = sampleColumns(field, 4, 8);
    expect(Array.from(sampled)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 10, 10, 11, 11, 12, 12, 13, 13]);
  });

  it('show the mean of the steps they cover when there is not', () => {
    expect(Array.from(sampleColumns(field, 4, 2))).toEqual([0.5, 2.5, 10.5, 12.5]);
    const gap = { ...field, values: [0, 10, Number.NaN, 11, 2, 12, 3, 13] };
    expect(Array.from(sampleColumns(gap, 4, 2))).toEqual([0, 2.5, 10.5, 12.5]);
  });

  it('are empty beyond the field', () => {
    const sampled = sampleColumns(field, 6, 6);
    expect(Array.from(sampled.subarray(0, 6))).toEqual([0, 1, 2, 3, NaN, NaN]);
  });
});

describe('shading', () => {
  const grey = new Uint8ClampedArray([0, 0, 0, 255, 100, 100, 100, 255]);
  const red = new Uint8ClampedArray([0, 0, 0, 255, 200, 0, 0, 255]);

  it('takes colours from the map and leaves out what is missing', () => {
    const out = shadeField([0, 5, Number.NaN], { map: grey, low: 0, high: 1 });
    expect(Array.from(out)).toEqual([0, 0, 0, 255, 100, 100, 100, 255, 0, 0, 0, 0]);
  });

  it('covers by the value of the overlay', () => {
    const overlay = {
      sampled: [0, 1],
      shading: { map: red, low: 0, high: 1 },
    };
    const out = shadeField([1, 1], { map: grey, low: 0, high: 1 }, overlay);
    expect(Array.from(out)).toEqual([100, 100, 100, 255, 185, 15, 15, 255]);
  });
});

describe('a time axis', () => {
  const axis = timeAxis(200)(44, 244);

  it('gives each step the same room', () => {
    expect(axis.at(0)).toBe(44.5);
    expect(axis.at(199)).toBe(243.5);
  });

  it('finds steps', () => {
    expect(stepAt(axis, axis.at(77))).toBe(77);
    expect(stepAt(axis, axis.at(77) + 0.4)).toBe(77);
    expect(stepAt(axis, -1000)).toBe(0);
    expect(stepAt(axis, 1000)).toBe(199);
  });

  it('names whole steps', () => {
    expect(axis.ticks.map(({ text }) => text)).toEqual(['0', '50', '100', '150']);
    expect(timeAxis(3)(0, 900).ticks.map(({ text }) => text)).toEqual(['0', '1', '2']);
  });
});

describe('a time axis of a measured series', () => {
  const nile = calendarAxis(40, { start: 1931, stepsPerYear: 1 })(44, 444);

  it('names years, and finds steps as ever', () => {
    expect(nile.name).toBe('year');
    expect(nile.ticks.map(({ text }) => text)).toEqual(['1940', '1950', '1960', '1970']);
    expect(nile.ticks[0].at).toBe(timeAxis(40)(44, 444).at(9));
    expect(stepAt(nile, nile.at(7))).toBe(7);
    expect(nile.stepName?.(9)).toBe('1940');
  });

  it('names months of monthly series, from where changes begin', () => {
    const calendar = calendarFrom({ start: 1949, stepsPerYear: 12 }, 1);
    const passengers = calendarAxis(143, calendar)(0, 400);
    expect(passengers.stepName?.(0)).toBe('Feb 1949');
    expect(passengers.stepName?.(11)).toBe('Jan 1950');
    expect(passengers.ticks.every(({ text }) => /^19[456]\d$/.test(text))).toBe(true);
  });

  const textsOf = (calendar: Calendar, count: number) =>
    calendarAxis(count, calendar)(0, 400).ticks.map(({ text }) => text);

  it('names months where there is one year, days and times where there is one month', () => {
    expect(textsOf({ start: 2019 + 1 / 12, stepsPerYear: 12 }, 10)).toEqual([
      ...['Mar 2019', 'May 2019', 'Jul 2019', 'Sep 2019', 'Nov 2019'],
    ]);
    const day = 86_400_000;
    const startMs = Date.UTC(2019, 0, 3);
    expect(textsOf({ startMs, stepMs: day }, 300)).toEqual([
      ...['Mar 2019', 'May 2019', 'Jul 2019', 'Sep 2019'],
    ]);
    expect(textsOf({ startMs, stepMs: day }, 20)).toEqual(['3 Jan', '10 Jan', '17 Jan']);
    expect(textsOf({ startMs, stepMs: day / 24 }, 20)).toEqual([
      '00:00',
      '06:00',
      '12:00',
      '18:00',
    ]);
  });

  it('names years only at steps that begin with them', () => {
    const named = (calendar: Calendar, count: number) => {
      const axis = calendarAxis(count, calendar)(0, 400);
      return axis.ticks.map(({ at, text }) => [axis.stepName?.(stepAt(axis, at)), text]);
    };
    const same = (...texts: readonly string[]) => texts.map((text) => [text, text]);
    expect(named({ start: 1952, stepsPerYear: 1 / 4 }, 12)).toEqual(same('1960', '1980'));
    expect(named({ start: 1800, stepsPerYear: 1 / 10 }, 6)).toEqual(
      same('1800', '1810', '1820', '1830', '1840', '1850'),
    );
    expect(named({ start: 1953, stepsPerYear: 1 / 4 }, 12)).toEqual(
      same('1953', '1961', '1969', '1977', '1985', '1993'),
    );
    expect(named({ start: 2000, stepsPerYear: 12 / 18 }, 5)).toEqual([
      ['Jan 2000', '2000'],
      ['Jan 2003', '2003'],
      ['Jan 2006', '2006'],
    ]);
    expect(named({ start: 2019, stepsPerYear: 4 }, 4)).toEqual(
      same('Q1 2019', 'Q2 2019', 'Q3 2019', 'Q4 2019'),
    );
    expect(named({ start: 2019, stepsPerYear: 365 }, 9)).toEqual(same('2019'));
  });

  it('names months at the steps in which they begin, and none before the first', () => {
    const marks = (month: number, day: number, count: number, days = 1) => {
      const stepMs = 86_400_000 * days;
      const axis = calendarAxis(count, { startMs: Date.UTC(2019, month, day), stepMs })(0, 600);
      return axis.ticks.map(({ at, text }) => [Math.round(axis.valueAt(at)), text]);
    };
    expect(marks(2, 2, 100)).toEqual([
      [30, 'Apr 2019'],
      [60, 'May 2019'],
      [91, 'Jun 2019'],
    ]);
    expect(marks(1, 1, 100)).toEqual([
      [0, 'Feb 2019'],
      [28, 'Mar 2019'],
      [59, 'Apr 2019'],
      [89, 'May 2019'],
    ]);
    expect(marks(2, 3, 14, 7)).toEqual([
      [5, 'Apr 2019'],
      [9, 'May 2019'],
      [13, 'Jun 2019'],
    ]);
  });

  it('follows an axis that counts from one', () => {
    const counted = countAxis('step', { low: 1, high: 40 });
    const axis = calendarAxis(40, { start: 1931, stepsPerYear: 1 }, counted, 1)(0, 390);
    expect(axis.ticks[0]).toMatchObject({ text: '1940', at: counted(0, 390).at(10) });
    expect(axis.stepName?.(10)).toBe('1940');
  });
});

it('names as many rows as there is room for', () => {
  expect(rowNumbers(3, 100, 15)).toEqual([1, 2, 3]);
  expect(rowNumbers(12, 60, 15)).toEqual([1, 5, 10]);
  expect(rowNumbers(12, 200, 15)).toHaveLength(12);
  expect(rowNumbers(1, 10, 15)).toEqual([1]);
});
