/** The dynamics by the keyboard: a column and an entry of the matrix. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shownOf } from '../../../lab.ts';
import { openPanels } from '../../../panels.fixture.tsx';
import { svaeLds } from '../../lab.ts';
import EigenvaluesPanel from './EigenvaluesPanel.tsx';
import MotionStrip from './MotionStrip.tsx';
import TransitionPanel from './TransitionPanel.tsx';

const SMALL = {
  pixels: 6,
  sequenceSteps: 600,
  latentDimension: 4,
  hiddenUnits: 8,
  windowSteps: 40,
  windows: 2,
};

let page: Awaited<ReturnType<typeof openPanels>>;

beforeEach(async () => {
  page = await openPanels(
    'svae-lds',
    { settings: SMALL, steps: 5 },
    <>
      <MotionStrip />
      <TransitionPanel />
      <EigenvaluesPanel />
    </>,
  );
});
afterEach(() => {
  cleanup();
  page.close();
});

const look = async () => shownOf(svaeLds, await page.controller.currentFrame());
const entryOf = (transition: ArrayLike<number>, row: number, column: number) =>
  transition[row * Math.sqrt(transition.length) + column];
const alarm = () => screen.findAllByText(/The system is unstable: spectral radius 1\.\d\d/);
const region = (name: string) => screen.getByRole('region', { name });
it('a column that is scaled too far raises an alarm, and is scaled back as one edit', async () => {
  const { controller, user } = page;
  const before = await look();
  screen.getByRole('slider', { name: 'Column 1 factor' }).focus();
  await user.keyboard(`{Shift>}${'{ArrowUp}'.repeat(4)}{/Shift}`);
  await alarm();
  const scaled = await look();
  expect(scaled.spectralRadius).toBeGreaterThan(before.spectralRadius + 0.1);
  for (const row of [0, 1, 2]) {
    expect(entryOf(scaled.transition, row, 0)).toBeCloseTo(
      1.4 * entryOf(before.transition, row, 0),
      6,
    );
  }
  await user.click(screen.getByRole('button', { name: 'Scale back to the unit circle' }));
  await waitFor(async () => expect((await look()).spectralRadius).toBeCloseTo(1, 2));
  // The other columns stay where they were, the focus is in the strip.
  expect(entryOf((await look()).transition, 0, 1)).toBeCloseTo(
    entryOf(before.transition, 0, 1),
    12,
  );
  await waitFor(() => expect(document.activeElement).toBe(region('Motion and edits')));
  await controller.undo();
  await alarm();
  await user.click(screen.getByRole('button', { name: 'Clear edits' }));
  await waitFor(async () => expect((await look()).transition).toEqual(before.transition));
});

it('an entry of the matrix takes a typed number, refuses what is none, and comes back', async () => {
  const { user } = page;
  const before = await look();
  const cell = within(region('Transition matrix')).getAllByRole('gridcell')[1];
  cell.focus();
  await user.keyboard('{Enter}');
  const entry = within(region('Transition matrix')).getByRole('textbox');
  await user.clear(entry);
  await user.type(entry, 'much{Enter}');
  await screen.findByText(/is not a number/);
  await user.clear(entry);
  await user.type(entry, '−0,25{Enter}');
  await waitFor(async () =>
    expect(entryOf((await look()).transition, 0, 1)).toBeCloseTo(-0.25, 12),
  );
  cell.focus();
  await user.keyboard('{Delete}');
  await waitFor(async () =>
    expect(entryOf((await look()).transition, 0, 1)).toBe(entryOf(before.transition, 0, 1)),
  );
});
