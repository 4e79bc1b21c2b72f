import { describe, expect, it } from 'vitest';
import {
  type FreeEnergySeries,
  rowsOf,
  shownInterval,
  stretchesOf,
} from '../chart/freeEnergySeries.ts';
import { BANDS, bandLevels, bandsOf } from './landscapeBands.ts';
import { sharingOf } from './SharedPoints.ts';

const series: FreeEnergySeries = {
  halfStep: [0, 1, 2],
  mark: ['start', 'e', 'm'],
  logLikelihood: [-5, -5, -4.5],
  energy: [-20, -5.5, -5],
  entropy: [1.6, 0.5, 0.4],
  globalKl: [0, 0, 0],
};

describe('the free energy', () => {
  it('is energy and entropy, and the gap what it lacks', () => {
    const [start, afterE, afterM] = rowsOf(series);
    expect(start.gap).toBeCloseTo(13.4, 12);
    expect(afterE.gap).toBe(0);
    expect(afterM.freeEnergy).toBeCloseTo(-4.6, 12);
    expect(afterM.gap).toBeCloseTo(0.1, 12);
  });

  it('has no gap where nobody knows the log-likelihood', () => {
    const [row] = rowsOf({ ...series, logLikelihood: [null, null, null], globalKl: [2, 2, 2] });
    expect(row.gap).toBeNull();
    expect(row.freeEnergy).toBeCloseTo(-20.4, 12);
  });

  it('is shown without the start, which would flatten the rest', () => {
    expect(shownInterval(rowsOf(series))).toEqual({ low: -5.5, high: -4.5 });
    expect(shownInterval(rowsOf(series).slice(0, 2))).toEqual({ low: -20, high: -5 });
    expect(shownInterval([])).toBeNull();
  });

  it('is joined by no line to what nothing led from', () => {
    const rows = rowsOf({
      ...series,
      halfStep: [0, 1, 1],
      mark: ['start', 'e', 'start'],
    });
    expect(stretchesOf(rows)).toEqual([rows.slice(0, 2), rows.slice(2)]);
    expect(stretchesOf(rowsOf(series))).toEqual([rowsOf(series)]);
    expect(stretchesOf([])).toEqual([[]]);
  });

  it('is shown since the last change, where the whole range would make that a flat line', () => {
    const rowsWith = (before: number) =>
      rowsOf({
        halfStep: [0, 1, 2, 2, 3, 4],
        mark: ['start', 'e', 'm', 'start', 'e', 'm'],
        logLikelihood: [before, before, before, -6.2, -6.1, -6],
        energy: [before, before, before, -6.5, -6.4, -6.3],
        entropy: [0, 0, 0, 0.1, 0.1, 0.1],
        globalKl: [0, 0, 0, 0, 0, 0],
      });
    expect(shownInterval(rowsWith(-700))).toEqual({ low: -6.4, high: -6 });
    expect(shownInterval(rowsWith(-8))).toEqual({ low: -8, high: -6 });
  });
});

describe('the landscape', () => {
  const cells = 11;
  const side = Array.from({ length: cells }, (_, i) => i - 5);
  const values = side.flatMap((y) => side.map((x) => -(x * x + y * y)));

  it('has contours closer together towards the top', () => {
    const levels = bandLevels(values);
    expect(levels).toHaveLength(BANDS);
    expect(levels[0]).toBe(-50);
    expect(levels[BANDS - 1]).toBeGreaterThan(-0.5);
    expect(levels[1] - levels[0]).toBeGreaterThan(levels[BANDS - 1] - levels[BANDS - 2]);
    expect(bandLevels([3, 3, 3])).toEqual([]);
  });

  it('is drawn around its hilltop', () => {
    const bands = bandsOf(
      { cells, x: side, y: side, values },
      bandLevels(values),
      (x) => 100 + 10 * x,
      (y) => 100 - 10 * y,
    );
    const top = bands[BANDS - 1].path.match(/-?\d+(\.\d)?/g)?.map(Number) ?? [];
    expect(top.length).toBeGreaterThan(6);
    const middle = (values: number[]) => (Math.max(...values) + Math.min(...values)) / 2;
    expect(middle(top.filter((_, i) => i % 2 === 0))).toBeCloseTo(100, 6);
    expect(middle(top.filter((_, i) => i % 2 === 1))).toBeCloseTo(100, 6);
  });
});

describe('a shared point', () => {
  it('stands between the two it belongs to most', () => {
    const shares = [0.1, 0.6, 0.3, 1, 0, 0];
    expect(sharingOf(shares, 0, 3)).toEqual({ first: 1, second: 2, level: 3 });
    expect(sharingOf(shares, 1, 3)).toMatchObject({ first: 0, level: 0 });
    expect(sharingOf([1], 0, 1)).toEqual({ first: 0, second: 0, level: 0 });
  });

  it('belongs to nobody while all are alike', () => {
    expect(sharingOf([0.25, 0.25, 0.25, 0.25], 0, 4)).toBeNull();
    expect(sharingOf([0.5, 0.5, 0], 0, 3)).toEqual({ first: 0, second: 1, level: 4 });
  });
});
