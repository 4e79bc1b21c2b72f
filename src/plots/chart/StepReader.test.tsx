import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { onPage } from '../host/onPage.fixture.tsx';
import { StepChart } from './StepChart.tsx';

const SIZE = { width: 400, height: 200 };
const STROKE = { colour: 'red', width: 1 };
const steps = Array.from({ length: 300 }, (_, record) => 10 * (record + 1));
const lines = [
  { key: 'total', name: 'ELBO', values: steps.map((step) => -1000 / step), stroke: STROKE },
  // Begins late.
  {
    key: 'kl',
    name: 'KL',
    values: steps.map((step) => (step < 50 ? Number.NaN : 2)),
    stroke: STROKE,
  },
];

const reader = () => screen.getByRole('slider', { name: 'Step shown in the chart' });
const said = () => reader().getAttribute('aria-valuetext');

it('reads single steps by keys, in words and by the labels of the lines', async () => {
  const user = onPage(<StepChart label="ELBO" yLabel="nats" steps={steps} lines={lines} />, SIZE);
  expect(said()).toBe('the last step');
  reader().focus();
  await user.keyboard('{ArrowLeft}');
  expect(said()).toBe('step 2,990: ELBO −0.33; KL 2.00');
  expect(screen.getByRole('list', { name: 'Values at step 2,990' })).toBeTruthy();
  expect(screen.getByText('step 2,990')).toBeTruthy();
  await user.keyboard('{PageDown}');
  expect(said()).toMatch(/^step 2,840/);
  await user.keyboard('{Home}{ArrowLeft}');
  expect(said()).toBe('step 10: ELBO −100.00');
  await user.keyboard('{End}{ArrowRight}');
  expect(reader().getAttribute('aria-valuenow')).toBe('299');
  await user.tab();
  expect(said()).toBe('the last step');
});
