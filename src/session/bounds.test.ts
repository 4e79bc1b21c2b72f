import { afterEach, expect, it, vi } from 'vitest';
import { Bounds } from './bounds.ts';
import type { Running } from './running.ts';

const AT_REST = { isTraining: false, isEdited: false, quietFor: Number.POSITIVE_INFINITY };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Bounds that were taken once, by an engine that needs so long for them. */
function takenIn(milliseconds: number): Bounds {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const evaluate = () => {
    now += milliseconds;
    return { total: -1 };
  };
  const bounds = new Bounds();
  bounds.take({ engine: { evaluate }, edits: [] } as unknown as Running);
  return bounds;
}

it('lets bounds that cost next to nothing go along with the picture', () => {
  const bounds = takenIn(0.1);
  expect(bounds.isInstant(1, AT_REST)).toBe(false);
  bounds.changed();
  expect(bounds.isInstant(1, AT_REST)).toBe(true);
  // The bound of the last batch stands in while it trains.
  expect(bounds.isInstant(1, { ...AT_REST, isTraining: true })).toBe(false);
});

it('takes them no more often in a drag than a number can be read', () => {
  const bounds = takenIn(0.1);
  bounds.edited();
  const dragged = { isTraining: false, isEdited: true, quietFor: 5 };
  expect(bounds.isInstant(50, dragged)).toBe(false);
  expect(bounds.isInstant(101, dragged)).toBe(true);
});

it('lets the picture go ahead of dearer bounds, and of those whose cost is not known', () => {
  const bounds = takenIn(3);
  bounds.changed();
  expect(bounds.isInstant(200, AT_REST)).toBe(false);
  expect(new Bounds().isInstant(200, AT_REST)).toBe(false);
});
