import { describe, expect, it } from 'vitest';
import { createTimeFrame, pixelTicks, TIME_MARGIN } from '../chart/timeScale.ts';
import { sampleColumns, shadeField } from './fieldPixels.ts';

// 4 steps of 2 pixels.
const field = { values: [0, 10, 1, 11, 2, 12, 3, 13], pixels: 2, start: 100 };

describe('columns of a field', () => {
  it('show one step each when there is room', () => {
    const sampled = sampleColumns(field, { from: 100, to: 104 }, 8);
    expect(Array.from(sampled)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 10, 10, 11, 11, 12, 12, 13, 13]);
  });

  it('show the mean of the steps they cover when there is not', () => {
    expect(Array.from(sampleColumns(field, { from: 100, to: 104 }, 2))).toEqual([
      0.5, 2.5, 10.5, 12.5,
    ]);
    const gap = { ...field, values: [0, 10, Number.NaN, 11, 2, 12, 3, 13] };
    expect(Array.from(sampleColumns(gap, { from: 100, to: 104 }, 2))).toEqual([0, 2.5, 10.5, 12.5]);
  });

  it('are empty outside the field', () => {
    const sampled = sampleColumns(field, { from: 98, to: 106 }, 8);
    expect(Array.from(sampled.subarray(0, 8))).toEqual([NaN, NaN, 0, 1, 2, 3, NaN, NaN]);
  });
});

describe('shading', () => {
  const grey = new Uint8ClampedArray([0, 0, 0, 255, 100, 100, 100, 255]);
  const red = new Uint8ClampedArray([0, 0, 0, 255, 200, 0, 0, 255]);

  it('takes colours from the map and leaves out what is missing', () => {
    const out = new Uint8ClampedArray(12);
    shadeField(out, new Float32Array([0, 5, Number.NaN]), { map: grey, low: 0, high: 1 }, null);
    expect(Array.from(out)).toEqual([0, 0, 0, 255, 100, 100, 100, 255, 0, 0, 0, 0]);
  });

  it('covers by the value of the overlay', () => {
    const out = new Uint8ClampedArray(8);
    const overlay = {
      sampled: new Float32Array([0, 1]),
      shading: { map: red, low: 0, high: 1 },
    };
    shadeField(out, new Float32Array([1, 1]), { map: grey, low: 0, high: 1 }, overlay);
    expect(Array.from(out)).toEqual([100, 100, 100, 255, 185, 15, 15, 255]);
  });
});

describe('a time axis', () => {
  const frame = createTimeFrame(
    { width: 200 + TIME_MARGIN.left + TIME_MARGIN.right, height: 100 },
    { from: 50, to: 250 },
  );

  it('gives each step the same room', () => {
    expect(frame.x(50)).toBe(TIME_MARGIN.left);
    expect(frame.x(250)).toBe(TIME_MARGIN.left + 200);
    expect(frame.middle(50)).toBe(TIME_MARGIN.left + 0.5);
  });

  it('finds steps and the borders between them', () => {
    expect(frame.stepAt(frame.middle(77))).toBe(77);
    expect(frame.stepAt(-1000)).toBe(50);
    expect(frame.stepAt(1000)).toBe(249);
    expect(frame.borderAt(frame.x(77) + 0.4)).toBe(77);
    expect(frame.borderAt(1000)).toBe(250);
  });

  it('names whole steps', () => {
    expect(frame.ticks).toEqual([50, 100, 150, 200]);
    const short = createTimeFrame({ width: 900, height: 100 }, { from: 0, to: 3 });
    expect(short.ticks).toEqual([0, 1, 2]);
  });
});

it('names as many pixels as there is room for', () => {
  expect(pixelTicks(3, 100)).toEqual([1, 2, 3]);
  expect(pixelTicks(12, 60)).toEqual([1, 5, 10]);
  expect(pixelTicks(12, 200)).toHaveLength(12);
  expect(pixelTicks(1, 10)).toEqual([1]);
});
