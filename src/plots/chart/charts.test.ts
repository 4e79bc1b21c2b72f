import { describe, expect, it } from 'vitest';
import { traceDecimated } from './decimate.ts';
import { nextInterval, padInterval, robustInterval } from './intervals.ts';
import { spreadLabels } from './labelPlacement.ts';

function trace(values: readonly number[], perPixel: number): [string, number, number][] {
  const drawn: [string, number, number][] = [];
  traceDecimated(
    values,
    (index) => index / perPixel,
    (value) => value,
    { moveTo: (x, y) => drawn.push(['M', x, y]), lineTo: (x, y) => drawn.push(['L', x, y]) },
  );
  return drawn;
}

describe('decimated lines', () => {
  it('keep every pixel column its extremes, with at most four vertices', () => {
    const values = Array.from(
      { length: 10_000 },
      (_, index) => Math.sin(index * 12.9898) * 43.7 * Math.cos(index),
    );
    const drawn = trace(values, 100);
    expect(drawn.length).toBeLessThanOrEqual(400);
    for (let column = 0; column < 100; column++) {
      const inColumn = drawn.filter(([, x]) => Math.floor(x) === column).map(([, , y]) => y);
      const full = values.slice(column * 100, column * 100 + 100);
      expect(Math.min(...inColumn)).toBe(Math.min(...full));
      expect(Math.max(...inColumn)).toBe(Math.max(...full));
      expect(inColumn[0]).toBe(full[0]);
      expect(inColumn.at(-1)).toBe(full.at(-1));
    }
  });

  it('keep short lines as they are', () => {
    expect(trace([3, 1, 2], 1)).toEqual([
      ['M', 0, 3],
      ['L', 1, 1],
      ['L', 2, 2],
    ]);
  });

  it('stop at values that are not finite', () => {
    expect(trace([1, Number.NaN, 2, 3], 1)).toEqual([
      ['M', 0, 1],
      ['M', 2, 2],
      ['L', 3, 3],
    ]);
  });
});

describe('ranges of a chart', () => {
  it('leave the initial fall-in out', () => {
    const values = Array.from({ length: 1000 }, (_, step) => -4 - 500 * Math.exp(-step / 8));
    const range = robustInterval([values]);
    expect(range?.low).toBeGreaterThan(-10);
    expect(range?.high).toBeCloseTo(-4, 1);
  });

  it('always show the newest value', () => {
    const values = new Array(1000).fill(-4);
    values[999] = -90;
    expect(robustInterval([values])?.low).toBe(-90);
  });

  it('are null without finite values', () => {
    expect(robustInterval([[], [Number.NaN]])).toBeNull();
  });

  it('stand still while values move inside, grow and shrink otherwise', () => {
    const shown = padInterval({ low: -5, high: 0 });
    expect(nextInterval(shown, { low: -4.2, high: -0.3 })).toBe(shown);
    expect(nextInterval(shown, { low: -9, high: 0 }).low).toBeLessThanOrEqual(-9);
    expect(nextInterval(shown, { low: -4.2, high: -3.9 }).low).toBeGreaterThan(-4.5);
  });

  it('have a length also around a constant', () => {
    const { low, high } = padInterval({ low: 0, high: 0 });
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });
});

describe('labels at the ends of lines', () => {
  it('keep their distance and order inside the chart', () => {
    const placed = spreadLabels([98, 97, 3, 99], 15, 0, 100);
    expect(placed[2]).toBe(3);
    expect(placed[1]).toBeLessThanOrEqual(placed[0] - 15);
    expect(placed[0]).toBeLessThanOrEqual(placed[3] - 15);
    expect(placed[3]).toBeLessThanOrEqual(100);
  });

  it('stand around the middle of what they wish for', () => {
    expect(spreadLabels([50, 50, 50, 20], 10, 0, 100)).toEqual([40, 50, 60, 20]);
    expect(spreadLabels([1, 2, 3], 10, 0, 100)).toEqual([0, 10, 20]);
  });

  it('leave labels alone that are far apart', () => {
    expect(spreadLabels([10, 50, 90], 15, 0, 100)).toEqual([10, 50, 90]);
  });
});
