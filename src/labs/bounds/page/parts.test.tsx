/** Annealing and the particle filter: what is dragged, by the keys, and what the tables say. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, page, settings } from './stage.fixture.tsx';

it('moves the target and the number of steps by the keys, and undo takes both back', async () => {
  await open({ part: 'annealing' });
  const mean = await screen.findByRole('slider', { name: 'Mean of the target' });
  mean.focus();
  await page.user.keyboard('{ArrowLeft}');
  await waitFor(() => expect(settings().targetMean).toBeLessThan(3));
  const steps = screen.getByRole('slider', { name: 'Steps of the bridge' });
  steps.focus();
  await page.user.keyboard('{ArrowRight}');
  await waitFor(() => expect(settings().bridgeSteps).toBe(11));
  await page.controller.undo();
  await page.controller.undo();
  expect(settings()).toMatchObject({ targetMean: 3, bridgeSteps: 10 });
});

it('one step is called importance sampling; both bounds and their exact values are in the table', async () => {
  await open({ part: 'annealing', bridgeSteps: 1 });
  await screen.findByText(/plain importance sampling/);
  const table = screen.getByRole('region', { name: 'Figures at T = 1' });
  // log Z is 0.226; the exact gap is 18.807.
  within(table).getByText('−18.581');
  const reader = screen.getByRole('slider', { name: 'Number of steps shown in the chart' });
  reader.focus();
  await page.user.keyboard('{Home}');
  expect(reader.getAttribute('aria-valuetext')).toMatch(/^T = 1: .* −1\d\.?\d* ± /);
});

it('shows a run of the filter by each way of resampling', async () => {
  await open({ part: 'filter', particles: 50, observations: 10 });
  const lanes = await screen.findByRole('list', { name: 'Ways of resampling' });
  expect(within(lanes).getAllByRole('listitem')).toHaveLength(3);
  screen.getByRole('img', { name: /Steps with resampling: [1-9]/ });
  const reader = screen.getByRole('slider', { name: 'Step shown in the chart' });
  reader.focus();
  await page.user.keyboard('{Home}');
  expect(reader.getAttribute('aria-valuetext')).toMatch(/^step 0: particles that count \d+\.\d/);
  await page.controller.changeSettings({ resampling: 'never' });
  await screen.findByRole('img', { name: /Steps with resampling: 0/ });
});
