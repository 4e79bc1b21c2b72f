import { interpolateLab, lab, rgb } from 'd3';
import { expect, it } from 'vitest';
import { cssOf, labOf, mixed, rgbOf } from './labColour.ts';

const COLOURS = [...Array(400).keys()].map((i) => {
  const packed = (i * 41947) % 0x1000000;
  return `#${packed.toString(16).padStart(6, '0')}`;
});

it('reads what style sheets write', () => {
  expect(rgbOf('#0af')).toEqual([0, 170, 255]);
  expect(rgbOf('#010203')).toEqual([1, 2, 3]);
  expect(rgbOf('rgb(1, 20, 255)')).toEqual([1, 20, 255]);
});

it('knows the colours of d3', () => {
  for (const colour of [...COLOURS, '#000000', '#ffffff', '#808080']) {
    const [own, theirs] = [labOf(colour), lab(colour)];
    for (const key of ['l', 'a', 'b'] as const) expect(own[key]).toBeCloseTo(theirs[key], 10);
    expect(cssOf(own)).toBe(rgb(colour).formatRgb());
  }
});

it('takes the nearest colour of the display for one that it cannot show', () => {
  expect(cssOf({ l: 60, a: 150, b: -20 })).toBe(lab(60, 150, -20).rgb().clamp().formatRgb());
});

it('mixes like d3', () => {
  COLOURS.slice(1).forEach((to, i) => {
    expect(mixed(COLOURS[i], to, 0.375)).toBe(interpolateLab(COLOURS[i], to)(0.375));
  });
});
