import { interpolateLab, lab, rgb } from 'd3';
import { expect, it } from 'vitest';
import { hexOf, labOf, mixed, rgbOf } from './cielab.ts';

const CHANNEL = [0, 1, 10, 77, 128, 200, 255];
const COLOURS = CHANNEL.flatMap((r) =>
  CHANNEL.flatMap((g) => CHANNEL.map((b) => rgb(r, g, b).formatHex())),
);

it('agrees with d3 on colours all over sRGB', () => {
  for (const colour of COLOURS) {
    const { l, a, b } = lab(colour);
    const [ownL, ownA, ownB] = labOf(colour);
    expect(Math.hypot(ownL - l, ownA - a, ownB - b)).toBeLessThan(1e-9);
    expect(hexOf([l, a, b])).toBe(colour);
    const { r, g, b: blue } = rgb(colour);
    expect(rgbOf(colour)).toEqual([r, g, blue]);
  }
});

it('mixes two colours as d3 does', () => {
  for (const [i, colour] of COLOURS.entries()) {
    const other = COLOURS[(7 * i + 3) % COLOURS.length];
    const expected = rgb(interpolateLab(colour, other)(0.375)).formatHex();
    expect(mixed(colour, other, 0.375)).toBe(expected);
  }
});

it('takes the nearest channel for what a screen cannot show', () => {
  expect(hexOf([120, 0, 0])).toBe('#ffffff');
  expect(hexOf([50, 200, 0])).toBe(lab(50, 200, 0).formatHex());
});
