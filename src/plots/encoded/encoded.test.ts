import { describe, expect, it } from 'vitest';
import { tiltOf } from '../bars/ForceBalance.tsx';
import { beyondRim } from '../layers/DecodedMark.tsx';
import { Posteriors } from '../layers/Posteriors.ts';
import { placeByKey } from '../layers/ProbeMark.tsx';
import { SvgPen } from '../pen/pen.ts';
import { cloudOf, latent } from '../plane/coordinates.ts';
import { createFrame } from '../plane/frame.ts';
import { styleOf } from '../style/style.ts';
import { fitSheet, spreadRows } from './pictures.ts';

describe('pictures', () => {
  it('shown are spread over the data set, each once', () => {
    expect(spreadRows(8, 4)).toEqual([1, 3, 5, 7]);
    expect(spreadRows(3, 10)).toEqual([0, 1, 2]);
    expect(spreadRows(0, 10)).toEqual([]);
  });

  it('fill the height they have in cells no smaller than asked for', () => {
    const { rows, columns, cell } = fitSheet(300, 200, 2, 40, 8);
    expect([rows, columns]).toEqual([4, 3]);
    expect(rows * cell + (rows - 1) * 8).toBeCloseTo(200, 9);
    expect(fitSheet(300, 20, 1, 40, 8).rows).toBe(1);
  });
});

it('posteriors are drawn one path per class, and none where a number is missing', () => {
  const frame = createFrame<ReturnType<typeof latent>>(200, 200, { x: 0, y: 0, half: 3 });
  const pen = new SvgPen();
  Posteriors.paint(pen, frame, styleOf('light'), {
    means: cloudOf([0, 0, 1, 1, Number.NaN, 0], 2),
    deviations: cloudOf([0.5, 0.2, 0.1, 0.1, 1, 1], 2),
    classes: [0, 1, 0],
  });
  const text = pen.toString();
  expect(text.match(/<path/g)).toHaveLength(2);
  expect(text.match(/M/g)).toHaveLength(2);
  const right = frame.screenX(0.5);
  expect(text).toContain(`M${Math.round(right * 100) / 100},`);
});

it('a correlated posterior is turned: with a positive correlation up to the right', () => {
  const frame = createFrame<ReturnType<typeof latent>>(200, 200, { x: 0, y: 0, half: 3 });
  const cornersOf = (correlation: number) => {
    const pen = new SvgPen();
    Posteriors.paint(pen, frame, styleOf('light'), {
      means: cloudOf([0, 0], 2),
      deviations: cloudOf([1, 0.5], 2),
      correlations: [correlation],
      classes: [0],
    });
    const path = / d="([^"]+)"/.exec(pen.toString())?.[1] ?? '';
    return [...path.matchAll(/([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => [
      (Number(x) - frame.screenX(0)) / frame.unit,
      (frame.screenY(0) - Number(y)) / frame.unit,
    ]);
  };
  for (const correlation of [0, 0.8, -0.6]) {
    const corners = cornersOf(correlation).slice(0, -1);
    const mean = (of: (corner: readonly number[]) => number) =>
      (2 * corners.reduce((sum, corner) => sum + of(corner), 0)) / corners.length;
    expect(mean(([x]) => x * x)).toBeCloseTo(1, 2);
    expect(mean(([, y]) => y * y)).toBeCloseTo(0.25, 2);
    expect(mean(([x, y]) => x * y)).toBeCloseTo(0.5 * correlation, 2);
  }
});

it('the beam tips to the heavier side, and not when both are nothing', () => {
  expect(tiltOf(4, 1)).toBeGreaterThan(0.5);
  expect(tiltOf(1, 4)).toBe(-tiltOf(4, 1));
  expect(tiltOf(0, 0)).toBe(0);
  expect(tiltOf(-1, 0)).toBe(0);
});

it('keys walk with the probe, put it in the middle, or on the datum in hand', () => {
  const at = latent(1, -1);
  const key = (name: string, shiftKey = false) =>
    placeByKey({ key: name, shiftKey }, at, latent(0.25, 2));
  expect(key('ArrowLeft')?.[0]).toBeCloseTo(0.9, 12);
  expect(key('ArrowUp', true)?.[1]).toBeCloseTo(-0.5, 12);
  expect(key('Home')).toEqual([0, 0]);
  expect(key('Enter')).toEqual([0.25, 2]);
  expect(placeByKey({ key: 'Enter', shiftKey: false }, at, null)).toBeNull();
  expect(key('r')).toBeNull();
});

it('what is decoded beyond the rim has a sign there that points to it', () => {
  const frame = { area: { left: 40, top: 20, width: 200, height: 100 } };
  expect(beyondRim(frame, 40, 120)).toBeNull();
  expect(beyondRim(frame, Number.NaN, 0)).toBeNull();
  expect(beyondRim(frame, 500, 60)).toEqual({ x: 228, y: 60, degrees: 0, where: 'to the right' });
  expect(beyondRim(frame, -60, -80)).toMatchObject({ x: 52, y: 32, where: 'to the upper left' });
  expect(beyondRim(frame, 140, 900)).toMatchObject({ x: 140, y: 108, where: 'below' });
});
