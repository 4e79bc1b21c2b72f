import { act, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkStorage } from '../../files/storage.ts';
import { em } from '../../labs/em/lab.ts';
import type { LabTexts } from '../../labs/shared/explanation/labTexts.ts';
import { onPage } from '../../plots/host/onPage.fixture.tsx';
import { LabProvider, useViewEntry } from '../../store/context.ts';
import { createEntrance, type Entrance } from '../../store/entrance.ts';
import { type LabInProcess, openLabInProcess } from '../../store/labInProcess.fixture.ts';
import { findAction } from '../shortcuts.ts';
import TourStrip from './TourStrip.tsx';
import { leaveTour, tourActions } from './tourActions.ts';
import { startTour, tourStep } from './tourCommands.ts';

const TOUR = [
  { text: 'First step.', state: 'seed=5&view=-responsibilities', lit: 'observations' },
  { text: 'Second step.', state: 'seed=5&steps=2', lit: 'clusters' },
  { text: 'Third step.', state: 'seed=6', lit: 'elbo' },
];
const texts = Promise.resolve({ tour: TOUR } as unknown as LabTexts);

let lab: LabInProcess;
let entrance: Entrance;

beforeEach(async () => {
  lab = openLabInProcess();
  const nothing = async () => undefined;
  const store = { get: nothing, update: nothing, del: nothing };
  const storage = createWorkStorage({ open: () => store });
  entrance = createEntrance({ ...lab, storage, shipped: async () => null });
  await entrance.enter('em', 'seed=9');
  lab.controller.setFlags({ densities: true });
});
afterEach(() => lab.close());

/** The strip as long as the tour is on. */
function Page() {
  return useViewEntry(tourStep) === null ? (
    <p>No tour.</p>
  ) : (
    <TourStrip texts={texts} tour={entrance.tour} />
  );
}

const draw = () =>
  onPage(
    <LabProvider value={{ lab: em, controller: lab.controller }}>
      <Suspense fallback={null}>
        <Page />
      </Suspense>
    </LabProvider>,
    { width: 800, height: 100 },
  );

const seed = () => lab.controller.document.getState().seed;
const highlight = () => lab.controller.run.getState().view.highlight;

it('goes from step to step by Enter, and one Undo leads back to the work', async () => {
  const user = draw();
  await act(async () => startTour(lab.controller));
  await screen.findByText('First step.');
  await expect.poll(seed).toBe(5);
  expect(highlight()).toBe('observations');
  const flags = () => lab.controller.run.getState().view.flags;
  await expect.poll(flags).toEqual({ responsibilities: false });
  await user.keyboard('{Enter}');
  expect(highlight()).toBe('clusters');
  await expect.poll(() => lab.controller.run.getState().step).toBe(2);
  await user.keyboard('{Enter}');
  await expect.poll(seed).toBe(6);
  expect(document.activeElement?.textContent).toBe('End the tour');
  await user.keyboard('{Enter}');
  expect(screen.getByText('No tour.')).toBeTruthy();
  expect(highlight()).toBeNull();
  expect(flags()).toEqual({ densities: true });
  await act(() => lab.controller.undo());
  expect(seed()).toBe(9);
});

it('leaves nothing to keep on the device until something is changed', async () => {
  draw();
  const { controller } = lab;
  const isTouched = () => controller.run.getState().isTouched;
  await act(async () => startTour(controller));
  await expect.poll(seed).toBe(5);
  expect(isTouched()).toBe(false);
  await act(async () => leaveTour(controller, entrance.tour));
  expect(isTouched()).toBe(false);
  await act(() => controller.changeSeed(12));
  expect(isTouched()).toBe(true);
});

it('ends where Undo has led back to the work', async () => {
  draw();
  await act(async () => startTour(lab.controller));
  await expect.poll(seed).toBe(5);
  await act(() => lab.controller.undo());
  await screen.findByText('No tour.');
  expect(seed()).toBe(9);
});

it('keeps the work one Undo away when a step is passed over before it has opened', async () => {
  const user = draw();
  await act(async () => startTour(lab.controller));
  await screen.findByText('First step.');
  await user.keyboard('{Enter}{Enter}');
  await expect.poll(seed).toBe(6);
  await act(async () => leaveTour(lab.controller, entrance.tour));
  await act(() => lab.controller.undo());
  expect(seed()).toBe(9);
});

it('leads back to the work of now, also after a tour that was left before it had opened', async () => {
  const { controller } = lab;
  draw();
  await act(async () => startTour(controller));
  await act(async () => leaveTour(controller, entrance.tour));
  await act(() => controller.whenOpen());
  await act(() => controller.changeSeed(12));
  await act(async () => startTour(controller));
  await expect.poll(seed).toBe(5);
  await act(async () => leaveTour(controller, entrance.tour));
  await act(() => controller.undo());
  expect(seed()).toBe(12);
});

it('starts in another visit, after a tour that was never left', async () => {
  draw();
  await act(async () => startTour(lab.controller));
  await expect.poll(seed).toBe(5);
  await act(() => entrance.enter('em', 'seed=10'));
  await screen.findByText('No tour.');
  await act(async () => startTour(lab.controller));
  await expect.poll(seed).toBe(5);
  expect(screen.getByText('First step.')).toBeTruthy();
});

it('has keys: T starts and leaves, Page Down and Page Up turn steps', () => {
  const { controller } = lab;
  const press = (key: string) => {
    const step = controller.run.getState().view.entries.get(tourStep as never) as number;
    const actions = tourActions(controller, entrance.tour, { step, steps: 3 });
    const modifiers = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    findAction(actions, { key, ...modifiers, repeat: false }, 'button')?.run();
    return controller.run.getState().view.entries.get(tourStep as never);
  };
  startTour(controller);
  expect(press('PageUp')).toBe(0);
  expect(press('PageDown')).toBe(1);
  expect(press('PageDown')).toBe(2);
  expect(press('PageDown')).toBe(2);
  expect(press('PageUp')).toBe(1);
  expect(press('t')).toBeNull();
});

it('says that it could not be loaded, and is over', async () => {
  const whole = entrance;
  entrance = { ...whole, tour: () => Promise.reject(new Error('Failed to fetch')) };
  draw();
  await act(async () => startTour(lab.controller));
  await screen.findByText('No tour.');
  const told = lab.notices.map(({ text }) => text);
  expect(told.join()).toMatch(/^The tour could not be loaded/);
  await act(async () => leaveTour(lab.controller, entrance.tour));
  entrance = whole;
  await act(async () => startTour(lab.controller));
  await screen.findByText('First step.');
});
