import { cleanup, fireEvent, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach } from 'vitest';
import { StillContext } from './still.ts';
import type { Size } from './useElementSize.ts';

afterEach(cleanup);

/** Draws a plot into a page that lays nothing out and has no canvas: the plot's size is given. */
export function onPage(plot: ReactElement, size: Size) {
  const still = { size, marks: () => null, pictures: () => null };
  render(<StillContext value={still}>{plot}</StillContext>);
  return userEvent.setup();
}

type Place = readonly [x: number, y: number];

/** Takes hold of an element, moves the pointer past some places, and lets go at the last. */
export function drag(grip: Element, from: Place, ...past: readonly Place[]): void {
  const at = ([clientX, clientY]: Place) => ({ clientX, clientY, pointerId: 1, button: 0 });
  fireEvent.pointerDown(grip, at(from));
  for (const place of past) fireEvent.pointerMove(grip, at(place));
  fireEvent.pointerUp(grip, at(past.at(-1) ?? from));
}
