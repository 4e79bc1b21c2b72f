/** Clusters by the keyboard: in the plane, and in the strip of the one selected. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shownOf } from '../../../lab.ts';
import { openPanels } from '../../../panels.fixture.tsx';
import { svaeGmm } from '../../lab.ts';
import { ClusterStrip } from './ClusterStrip.tsx';
import { LatentPanel } from './LatentPanel.tsx';

const SMALL = { arms: 2, pointsPerArm: 20, clusters: 4, hiddenUnits: 8, batch: 20 };

let page: Awaited<ReturnType<typeof openPanels>>;

beforeEach(async () => {
  page = await openPanels(
    'svae-gmm',
    { settings: SMALL, steps: 5 },
    <>
      <LatentPanel axes={[0, 1]} onAxes={() => undefined} />
      <ClusterStrip />
    </>,
  );
});
afterEach(() => {
  cleanup();
  page.close();
});

const look = async () => shownOf(svaeGmm, await page.controller.currentFrame());
const meanOf = async (id: number) => (await look()).clusters[id].mean;
const mark = (number: number) => screen.getByRole('button', { name: `Cluster ${number}` });
const heard = (words: string | RegExp) =>
  waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words));

it('arrows move a cluster, with Shift further; undo takes it back, redo brings it again', async () => {
  const { controller, user } = page;
  const learned = await look();
  const [x, y] = learned.clusters[0].mean;
  mark(1).focus();
  await user.keyboard('{ArrowRight}');
  await heard(/Cluster 1 moved to .*1 edit (costs|gains) \d/);
  const near = await meanOf(0);
  expect(near[0]).toBeGreaterThan(x);
  expect(near[1]).toBeCloseTo(y, 5);

  mark(2).focus();
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await heard('Cluster 2 moved to');
  const far = await meanOf(1);
  // Five times as far on the screen; the plot may have fitted its scale in between.
  expect(far[0] - learned.clusters[1].mean[0]).toBeGreaterThan(1.5 * (near[0] - x));

  await controller.undo();
  expect(await meanOf(1)).toEqual(learned.clusters[1].mean);
  expect(await meanOf(0)).toEqual(near);
  await controller.undo();
  expect(await look()).toEqual(learned);
  await controller.redo();
  expect(await meanOf(0)).toEqual(near);
});

it('keys stretch a cluster, remove it and bring it back', async () => {
  const { controller, user } = page;
  const learned = await look();
  mark(2).focus();
  await user.keyboard(']');
  await heard('reshaped');
  const grown = (await look()).clusters[1];
  expect(grown.covariance).not.toEqual(learned.clusters[1].covariance);
  expect(grown.mean).toEqual(learned.clusters[1].mean);

  await user.keyboard('{Delete}');
  await heard('Cluster 2 removed; its');
  const removed = await look();
  expect(removed.clusters[1]).toMatchObject({ weight: 0, removed: true });
  expect([...removed.assignments]).not.toContain(1);
  expect(document.activeElement).toBe(mark(2));
  await user.keyboard('{Enter}');
  await heard('Cluster 2 is back');
  expect((await look()).clusters[1].removed).toBe(false);
  await controller.undo();
  expect((await look()).clusters[1].removed).toBe(true);
});

it('the strip sets a weight, removes and brings back; clearing gives back what was learned', async () => {
  const { controller, user } = page;
  const learned = await look();
  mark(2).focus();
  await user.keyboard('{Enter}');
  const strip = screen.getByRole('region', { name: 'Selected cluster' });
  await within(strip).findByRole('heading', { name: 'Cluster 2' });
  const weight = within(strip).getByRole('slider', { name: 'Weight' });
  fireEvent.change(weight, { target: { value: 0 } });
  await waitFor(async () => expect((await look()).clusters[1].weight).toBeLessThan(0.01));
  fireEvent.change(weight, { target: { value: 1 } });
  await waitFor(async () => expect((await look()).clusters[1].weight).toBeGreaterThan(0.9));
  await within(strip).findByText(/^1 edit costs \d+\.\d\d nats per point$/);
  const { objective, learnedObjective } = await controller.currentFrame();
  expect(objective?.total).toBeLessThan(learnedObjective?.total ?? Number.NaN);

  await user.click(within(strip).getByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect((await look()).clusters[1].removed).toBe(true));
  await user.click(await within(strip).findByRole('button', { name: 'Bring back' }));
  await waitFor(async () => expect((await look()).clusters[1].removed).toBe(false));
  await user.click(within(strip).getByRole('button', { name: 'Clear edits' }));
  await within(strip).findByText('The model as learned');
  expect(await look()).toEqual(learned);
});
