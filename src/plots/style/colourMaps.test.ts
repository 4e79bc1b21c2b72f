import { lab } from 'd3';
import { describe, expect, it } from 'vitest';
import {
  colourAt,
  evenRamp,
  fieldMap,
  inkOn,
  MAP_SIZE,
  packedMap,
  signedMap,
} from './colourMaps.ts';
import type { Theme } from './theme.ts';

const SURFACE: Record<Theme, string> = { light: '#ffffff', dark: '#1b1d20' };

function stepsOf(map: readonly string[]): number[] {
  const labs = map.map((colour) => lab(colour));
  return labs
    .slice(1)
    .map(({ l, a, b }, i) => Math.hypot(l - labs[i].l, a - labs[i].a, b - labs[i].b));
}

describe.each<Theme>(['light', 'dark'])('the %s colour maps', (theme) => {
  it.each(['intensity', 'deviation'] as const)('walk evenly through %s', (kind) => {
    // Sparse enough that rounding to 8-bit colours does not count.
    const map = fieldMap(kind, theme).filter((_, index) => index % 15 === 0);
    const steps = stepsOf(map);
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.15);
  });

  it.each(['intensity', 'deviation'] as const)('change lightness in one direction: %s', (kind) => {
    const lightness = fieldMap(kind, theme)
      .filter((_, index) => index % 25 === 0)
      .map((colour) => lab(colour).l);
    const sign = theme === 'light' ? -1 : 1;
    for (let i = 1; i < lightness.length; i++)
      expect(sign * (lightness[i] - lightness[i - 1])).toBeGreaterThan(2);
  });

  it('start at the surface of the plot', () => {
    expect(fieldMap('intensity', theme)[0]).toBe(SURFACE[theme]);
    expect(fieldMap('deviation', theme)[0]).toBe(SURFACE[theme]);
    expect(colourAt(signedMap(theme), 0, -1, 1)).toBe(SURFACE[theme]);
  });

  it('are as strong below zero as above', () => {
    const map = signedMap(theme);
    expect(map).toHaveLength(MAP_SIZE);
    for (const value of [0.25, 0.5, 0.75, 1]) {
      const above = lab(colourAt(map, value - 1e-9, -1, 1));
      const below = lab(colourAt(map, -value, -1, 1));
      expect(Math.abs(above.l - below.l)).toBeLessThan(9);
    }
  });
});

it('gives the ends to values outside', () => {
  const map = evenRamp(['#000000', '#ffffff'], 4);
  expect(colourAt(map, -3, 0, 1)).toBe(map[0]);
  expect(colourAt(map, 1, 0, 1)).toBe(map[3]);
  expect(colourAt(map, 0.6, 0, 1)).toBe(map[2]);
  expect(colourAt(map, 1, 1, 1)).toBe(map[0]);
});

it.each<Theme>(['light', 'dark'])('writes legibly on every colour: %s', (theme) => {
  // CIE L* gives back the luminance that contrast is defined by.
  const luminance = (colour: string): number => {
    const { l } = lab(colour);
    return l > 8 ? ((l + 16) / 116) ** 3 : l / 903.3;
  };
  for (const colour of signedMap(theme)) {
    const [dark, light] = [luminance(colour), luminance(inkOn(colour))].sort((a, b) => a - b);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
  }
});

it('packs a map into pixels', () => {
  const map = ['#010203', '#ff0000'];
  expect(packedMap(map)).toBe(packedMap(map));
  expect(Array.from(packedMap(map))).toEqual([1, 2, 3, 255, 255, 0, 0, 255]);
});
