/** EM by hand: half-steps, a point, a mean moved by keys. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { applyPreset } from '../../../settings/presets.ts';
import { useSnapshot } from '../../../store/context.ts';
import { shownOf } from '../../lab.ts';
import { openPanels } from '../../panels.fixture.tsx';
import { FreeEnergyPanel } from '../../shared/em/FreeEnergyPanel.tsx';
import { ResponsibilitiesPanel } from '../../shared/em/ResponsibilitiesPanel.tsx';
import { em } from '../lab.ts';
import { AlgorithmBar } from './stage/AlgorithmBar.tsx';
import { ObservationsPanel } from './stage/ObservationsPanel.tsx';

function Panels() {
  const snapshot = useSnapshot(em);
  const weights = snapshot?.clusters.map(({ weight }) => weight) ?? [];
  return (
    <>
      <AlgorithmBar />
      <ObservationsPanel axes={[0, 1]} onAxes={() => undefined} />
      <FreeEnergyPanel ascent={snapshot} kind="soft" />
      <ResponsibilitiesPanel sharing={snapshot} weights={weights} />
    </>
  );
}

let page: Awaited<ReturnType<typeof openPanels>>;

async function open(preset: string, steps = 0): Promise<void> {
  const applied = applyPreset(em.table, preset);
  if (!applied.ok) throw new Error(applied.message);
  page = await openPanels('em', { settings: applied.values, steps }, <Panels />);
}
afterEach(() => {
  cleanup();
  page.close();
});

const look = async () => shownOf(em, await page.controller.currentFrame());
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const chart = () => screen.getByRole('region', { name: 'ELBO' });
const heard = (words: string | RegExp) =>
  waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words));

/** Presses a half-step and waits until the page shows what it has done. */
async function press(half: 'E-step' | 'M-step', then: number): Promise<void> {
  await page.user.click(button(half));
  await waitFor(() => expect(page.controller.run.getState().step).toBe(then));
}

it('E-step and M-step close and open the gap, and nothing falls', async () => {
  await open('half-steps');
  for (let iteration = 1; iteration <= 3; iteration++) {
    await press('E-step', 2 * iteration - 1);
    expect((await look()).klGap).toBe(0);
    await press('M-step', 2 * iteration);
  }
  const { klGap, logLikelihood, freeEnergy, falls } = await look();
  expect(klGap).toBeGreaterThan(0.01);
  expect((logLikelihood ?? 0) - freeEnergy).toBeCloseTo(klGap ?? -1, 9);
  expect(falls).toBe(0);
  expect(chart().textContent).toContain('has never fallen (6 half-steps)');
  expect(within(chart()).getByRole('listitem', { name: /^KL, the gap 0\.\d{3}$/ })).toBeTruthy();

  // The half that is not next says why it would change nothing, and changes nothing.
  button('M-step').focus();
  await page.user.keyboard('{Enter}');
  await heard('An E-step is next');
  expect((await look()).halfSteps).toBe(6);

  await page.user.click(button('Least sure point'));
  const bars = screen.getByRole('region', { name: 'Responsibilities' });
  expect(within(bars).getByRole('textbox', { name: 'Point' })).toBeTruthy();
  expect(within(bars).getByRole('listitem', { name: /^Cluster 1: responsibility 0/ })).toBeTruthy();
});

it('a mean moved by keys costs at first; the next E-step shares the points by it', async () => {
  await open('half-steps', 1);
  const { controller, user } = page;
  const before = await look();
  button('Cluster 2').focus();
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  await heard('Mean 2 moved to');
  const moved = await look();
  expect(moved.clusters[1].mean[1]).toBeGreaterThan(before.clusters[1].mean[1]);
  expect(moved.responsibilities).toEqual(before.responsibilities);
  await screen.findByText(/^1 edit costs/);

  await press('E-step', 2);
  const after = await look();
  expect(after.clusters[1].mean).toEqual(moved.clusters[1].mean);
  expect(after.responsibilities).not.toEqual(before.responsibilities);
  await screen.findByText('The model as learned');
  await controller.undo();
  await screen.findByText(/^1 edit costs/);
  await user.click(button('Clear edits'));
  await waitFor(async () =>
    expect((await look()).clusters[1].mean).toEqual(before.clusters[1].mean),
  );
});
