import type { LabColor, RGBColor } from 'd3';
import { lab, rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { colour, symbol } from './palette.ts';
import type { Theme } from './theme.ts';

const BACKGROUND: Record<Theme, string> = { light: '#ffffff', dark: '#1b1d20' };

/** Dichromacy in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHT: Record<string, readonly (readonly number[])[]> = {
  'normal sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

const linear = (value: number): number =>
  value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const encoded = (value: number): number =>
  255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);

function seen({ r, g, b }: RGBColor, matrix: readonly (readonly number[])[]): LabColor {
  const light = [r, g, b].map(linear);
  const [x, y, z] = matrix.map((row) =>
    encoded(Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]))),
  );
  return lab(rgb(x, y, z));
}

function contrast(a: string, b: string): number {
  const [light, dark] = [a, b]
    .map((hex) => rgb(hex))
    .map(
      ({ r, g, b: blue }) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(blue) + 0.05,
    )
    .sort((p, q) => q - p);
  return light / dark;
}

describe.each<Theme>(['light', 'dark'])('the %s palette', (theme) => {
  it.each(Object.keys(SIGHT))('keeps the first ten apart in %s', (sight) => {
    const colours = Array.from({ length: 10 }, (_, id) =>
      seen(rgb(colour(id, theme)), SIGHT[sight]),
    );
    let least = Infinity;
    colours.forEach((p, i) => {
      for (const q of colours.slice(0, i))
        least = Math.min(least, Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b));
    });
    expect(least).toBeGreaterThan(15);
  });

  it('stands out from the background, all fifty', () => {
    for (let id = 0; id < 50; id++)
      expect(contrast(colour(id, theme), BACKGROUND[theme])).toBeGreaterThanOrEqual(3);
  });

  it('has no colour and mark twice among fifty clusters', () => {
    const looks = new Set(
      Array.from({ length: 50 }, (_, id) => `${colour(id, theme)} ${symbol(id)}`),
    );
    expect(looks.size).toBe(50);
  });
});

it('gives neighbours different marks', () => {
  for (let id = 0; id < 50; id++) expect(symbol(id)).not.toBe(symbol(id + 1));
});
