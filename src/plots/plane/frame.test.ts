import { expect, it } from 'vitest';
import { createFrame } from './frame.ts';

const DOMAIN = { x: 0, y: 0, half: 20 };

it.each([
  { width: 440, height: 140 },
  { width: 440, height: 190 },
  { width: 440, height: 440 },
  { width: 900, height: 140 },
])('the numbers along x do not run into one another in a plane of %o', ({ width, height }) => {
  const { ticksX, ticksY, unit } = createFrame(width, height, DOMAIN);
  expect((ticksX.step ?? 0) * unit).toBeGreaterThan(36);
  expect(ticksX.ticks.length).toBeGreaterThan(2);
  expect(ticksY.ticks.length).toBeGreaterThan(0);
});
