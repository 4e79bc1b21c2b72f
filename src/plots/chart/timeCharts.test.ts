import { describe, expect, it } from 'vitest';
import { cellMiddles, flowField } from '../layers/flowField.ts';
import { factorAxis, logAxis, powerText, powerTicks, rowsAxis } from './axes.ts';
import { errorDecades } from './errorDecades.ts';
import { inputEndAfterKey, inputEndText } from './inputEnd.ts';
import { finiteInterval } from './intervals.ts';
import { bandPath, lineAndArea, linePath } from './paths.ts';
import { columnsOf, inLane } from './trajectories.ts';

it('the range of values leaves out what is not finite', () => {
  expect(finiteInterval([1, -1, 2], [-2, 3, Number.NaN])).toEqual({ low: -2, high: 3 });
  expect(finiteInterval([Number.NaN])).toBeNull();
});

describe('trajectories', () => {
  it('are taken apart', () => {
    expect(columnsOf([1, -1, 2, -2, 3, Number.NaN], 2)).toEqual([
      new Float64Array([1, 2, 3]),
      new Float64Array([-1, -2, Number.NaN]),
    ]);
  });

  it('have lanes of one range that do not overlap', () => {
    const rows = rowsAxis('', 3, 11, String)(90, 0);
    expect([0, 1, 2].map(rows.at)).toEqual([0, 30, 60]);
    const [first, second] = [0, 1].map((lane) => inLane(rows, lane, { low: -1, high: 1 }));
    expect(first(-1)).toBeLessThanOrEqual(30);
    expect(second(1)).toBeGreaterThanOrEqual(30);
    expect(second(0)).toBe(45);
  });
});

it('paths are interrupted where something is missing', () => {
  const means = [0, 1, Number.NaN, 2, 2];
  const x = (index: number) => index;
  expect(linePath(5, x, (index) => means[index])).toBe('M0,0L1,1M3,2L4,2');
  const band = bandPath(
    5,
    x,
    (index) => means[index] - 1,
    (index) => means[index] + 1,
  );
  expect(band).toBe('M0,1L1,2L1,0L0,-1ZM3,3L4,3L4,1L3,1Z');
  expect(lineAndArea(5, x, (index) => means[index], -1)).toEqual({
    line: 'M0,0L1,1M3,2L4,2',
    area: 'M0,0L1,1V-1H0ZM3,2L4,2V-1H3Z',
  });
});

it('paths are written to a tenth of a pixel, a place by itself as a dot', () => {
  const values = [-0.04, -0.06, 1.25, 3e9, Number.NaN, 12.34];
  const line = linePath(
    6,
    (index) => -index / 3,
    (index) => values[index],
  );
  expect(line).toBe('M0,0L-0.3,-0.1L-0.7,1.3L-1,3000000000M-1.7,12.3Z');
});

describe('the line where input ends', () => {
  it('goes to the very start, and off', () => {
    expect(inputEndAfterKey('Home', false, 120, 200)).toBe(0);
    expect(inputEndAfterKey('ArrowLeft', false, 0, 200)).toBe(0);
    expect(inputEndAfterKey('ArrowRight', false, 199, 200)).toBeNull();
    expect(inputEndAfterKey('End', false, 120, 200)).toBeNull();
    expect(inputEndAfterKey('ArrowLeft', true, null, 200)).toBe(190);
    expect(inputEndAfterKey('a', false, 120, 200)).toBeUndefined();
  });

  it('is told in words', () => {
    expect(inputEndText(120)).toBe('Input ends at step 120');
    expect(inputEndText(0)).toBe('No input at all');
    expect(inputEndText(null)).toBe('Input throughout');
  });
});

it('draws the flow of a rotation', () => {
  // A quarter turn of latents 0 and 2 out of three.
  const values = [0, 9, -1, 9, 9, 9, 1, 9, 0];
  const [arrow] = flowField({ values, dimension: 3 }, [0, 2], [1], [0]);
  expect(arrow).toEqual({ x: 1, y: 0, dx: -1, dy: 1 });
  expect(cellMiddles(-1, 1, 4)).toEqual([-0.75, -0.25, 0.25, 0.75]);
});

describe('axes', () => {
  it('have room for zero beside a logarithm', () => {
    const places = (factors: readonly number[]) =>
      factorAxis('', factors)(0, 100).ticks.map(({ at }) => Math.round(at));
    expect(places([0, 0.1, 1, 10, 100])).toEqual([7, 28, 50, 71, 93]);
    expect(places([1, 10, 100])).toEqual([7, 50, 93]);
    expect(places([1])).toEqual([50]);
  });

  it('name powers of ten', () => {
    expect(powerTicks(0.01, 100, 9).map(powerText)).toEqual(['0.01', '0.1', '1', '10', '100']);
    expect([2000, 2e5, 5e-6].map(powerText)).toEqual(['2000', '2·10⁵', '5·10⁻⁶']);
    expect(powerTicks(1e-6, 1, 3).map(powerText)).toEqual(['10⁻⁶', '0.001', '1']);
  });

  it('name values between powers of ten where there is one at most', () => {
    const texts = (low: number, high: number) =>
      logAxis('', { low, high })(0, 300).ticks.map(({ text }) => text);
    expect(texts(2700, 56_000)).toEqual(['5000', '10000', '20000', '50000']);
    expect(texts(450, 56_000)).toEqual(['1000', '10000']);
  });

  it('cover all bars', () => {
    const series = [{ means: [0.1, 3, Number.NaN], deviations: [0.2, 1, 0] }];
    expect(errorDecades(series)).toEqual({ low: 0.1, high: 10 });
    expect(errorDecades([])).toEqual({ low: 0.1, high: 1 });
  });
});
