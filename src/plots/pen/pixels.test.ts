import { describe, expect, it } from 'vitest';
import { blend, markOf, type Pixels } from './pixels.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const pack = ([r, g, b, a]: Colour): number => ((a << 24) | (b << 16) | (g << 8) | r) >>> 0;
const unpack = (value: number): Colour => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  value >>> 24,
];

const filled = (width: number, height: number, colour: Colour): Pixels => ({
  width,
  height,
  values: new Uint32Array(width * height).fill(pack(colour)),
});

/** The textbook's way, with colours multiplied by alpha, 0..1. */
function sourceOver(above: Colour, below: Colour, opacity: number): number[] {
  const a = (above[3] / 255) * opacity;
  const b = below[3] / 255;
  const alpha = a + b * (1 - a);
  const colours = [0, 1, 2].map((i) => (above[i] * a + below[i] * b * (1 - a)) / alpha);
  return [...colours, 255 * alpha];
}

describe('blend', () => {
  it('is source over, to a rounding', () => {
    const levels = [0, 1, 37, 128, 254, 255];
    for (const above of levels) {
      for (const below of levels) {
        for (const opacity of [1, 0.95, 0.3, 0.12]) {
          const mark: Colour = [250, 10, above, Math.max(4 / opacity, above)];
          const ground: Colour = [0, 255, 99, below];
          const target = filled(1, 1, ground);
          const bounds = { left: 0, top: 0, right: 1, bottom: 1 };
          blend(target, bounds, markOf(filled(1, 1, mark)), 0, 0, opacity);
          const expected = sourceOver(unpack(pack(mark)), ground, opacity);
          unpack(target.values[0]).forEach((value, channel) => {
            expect(Math.abs(value - expected[channel])).toBeLessThanOrEqual(0.51);
          });
        }
      }
    }
  });

  it('stays inside its bounds, wherever the mark is put', () => {
    const bounds = { left: 2, top: 1, right: 6, bottom: 5 };
    const mark = markOf(filled(3, 3, [9, 9, 9, 255]));
    for (let x = -4; x < 10; x++) {
      for (let y = -4; y < 10; y++) {
        const target = filled(8, 7, [0, 0, 0, 0]);
        blend(target, bounds, mark, x, y, 1);
        target.values.forEach((value, index) => {
          const [column, row] = [index % 8, Math.floor(index / 8)];
          const isInside = column >= 2 && column < 6 && row >= 1 && row < 5;
          const isCovered = column >= x && column < x + 3 && row >= y && row < y + 3;
          expect(value !== 0).toBe(isInside && isCovered);
        });
      }
    }
  });
});
