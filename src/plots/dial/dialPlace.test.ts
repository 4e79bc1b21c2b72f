import { expect, it } from 'vitest';
import { createFrame } from '../plane/frame.ts';
import { numberOffsets, placeOnDial } from './dialPlace.ts';
import type { Complex } from './eigenvalues.ts';

const frame = createFrame<Complex>(400, 300, { x: 0, y: 0, half: 1.25 });
const { area } = frame;

it('draws eigenvalues where they lie', () => {
  const place = placeOnDial(frame, [0.6, 0.8]);
  expect(place).toMatchObject({ x: frame.screenX(0.6), y: frame.screenY(0.8), isBeyond: false });
  expect(place.outwards).toEqual([expect.closeTo(0.6, 12), expect.closeTo(-0.8, 12)]);
});

it('keeps at the edge, in their direction, those that lie beyond', () => {
  const place = placeOnDial(frame, [6000, 8000]);
  expect(place.isBeyond).toBe(true);
  expect(place.outwards).toEqual([expect.closeTo(0.6, 12), expect.closeTo(-0.8, 12)]);
  expect(place.y).toBeGreaterThan(area.top);
  const [dx, dy] = [place.x - frame.screenX(0), frame.screenY(0) - place.y];
  expect(dx / dy).toBeCloseTo(0.75, 9);
  expect(placeOnDial(frame, [-1e4, 0]).x).toBeGreaterThan(area.left);
});

it('has a place for zero', () => {
  expect(placeOnDial(frame, [0, 0])).toMatchObject({ isBeyond: false, outwards: [1, 0] });
});

it('numbers pairs towards the centre, or where there is room', () => {
  const place = (re: number, im: number) => placeOnDial(frame, [re, im]);
  const [alone, crowded] = numberOffsets(
    [place(0, 0.9), place(0.97, 0.01)],
    [place(0.85, 0), place(0.8, 0)],
  );
  expect(alone).toEqual([expect.closeTo(0, 9), 15]);
  expect(crowded).toEqual([0, -15]);
  // Marks that lie over one another have room for few numbers.
  const same = Array.from({ length: 8 }, () => place(0.5, 0.5));
  expect(numberOffsets(same, []).filter((offset) => offset !== null).length).toBeLessThan(5);
});

it('keeps at the edge of a part of the dial what lies beyond it, as seen from its middle', () => {
  const part = createFrame<Complex>(400, 300, { x: 0.97, y: 0.23, half: 0.15 });
  expect(placeOnDial(part, [0.97, 0.23])).toMatchObject({ isBeyond: false });
  const below = placeOnDial(part, [0.97, -0.23]);
  expect(below).toMatchObject({ isBeyond: true, x: part.screenX(0.97) });
  expect(below.outwards).toEqual([expect.closeTo(0, 9), 1]);
});
