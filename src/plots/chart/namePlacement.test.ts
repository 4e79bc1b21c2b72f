import { expect, it } from 'vitest';
import { placeNames } from './namePlacement.ts';

const AREA = { left: 0, top: 0, width: 300, height: 200 };
const name = (left: number, top: number, first: readonly [number, number] = [1, 0]) => ({
  ...{ left, top, text: '0.69', first },
});

it('puts a name at the wished side of its mark', () => {
  const [right, above] = placeNames([name(100, 100), name(200, 100, [0, -1])], 12, AREA, []);
  expect(right.x).toBeGreaterThan(110);
  expect(right.y).toBe(100);
  expect(above.x).toBeCloseTo(200);
  expect(above.y).toBeLessThan(90);
});

it('keeps the names of near marks apart', () => {
  const [a, b] = placeNames([name(100, 100), name(104, 102)], 12, AREA, []);
  expect(Math.abs(a.x - b.x) >= 27 || Math.abs(a.y - b.y) >= 13).toBe(true);
});

it('keeps clear of a line, and inside the area', () => {
  const line = Array.from({ length: 60 }, (_, i) => ({ left: 5 * i, top: 100, radius: 2 }));
  const [placed] = placeNames([name(295, 100)], 12, AREA, line);
  expect(placed.x).toBeLessThanOrEqual(286);
  expect(Math.abs(placed.y - 100)).toBeGreaterThan(8);
});
