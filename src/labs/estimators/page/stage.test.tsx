/** q by the keys, estimators that come and go, a formula that is refused and one that is taken. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Values } from '../../../settings/values.ts';
import { settingsOf, shownOf } from '../../lab.ts';
import { openPanels } from '../../panels.fixture.tsx';
import { estimators } from '../lab.ts';
import { Stage } from './Stage.tsx';

let page: Awaited<ReturnType<typeof openPanels>>;

const open = async (settings: Values) => {
  page = await openPanels('estimators', { settings: { draws: '1000', ...settings } }, <Stage />);
};
afterEach(() => {
  cleanup();
  page.close();
});

const settings = () => settingsOf(estimators, page.controller.document.getState());
const lanes = () => {
  const arrows = screen.getByRole('region', { name: 'What each draw says' });
  return within(arrows)
    .getAllByRole('listitem')
    .map((lane) => lane.getAttribute('aria-label'));
};

it('moves q by the keys, and undo takes it back', async () => {
  await open({});
  const mean = await screen.findByRole('slider', { name: 'Mean of q' });
  mean.focus();
  await page.user.keyboard('{ArrowRight}');
  await waitFor(() => expect(settings().mean).toBeGreaterThan(0));
  await waitFor(() => expect(mean.getAttribute('aria-valuetext')).not.toBe('0.00'));
  await page.controller.undo();
  expect(settings().mean).toBe(0);
});

it('shows and hides an estimator by its name in the table', async () => {
  await open({});
  const baseline = await screen.findByRole('button', { name: '… best baseline', pressed: false });
  expect(lanes()).toHaveLength(3);
  await page.user.click(baseline);
  await screen.findByRole('button', { name: '… best baseline', pressed: true });
  expect(lanes().join()).toContain('… best baseline: ');
});

it('says what is wrong with a formula, and takes one that is right', async () => {
  await open({ f: 'own' });
  const field = await screen.findByRole('textbox', { name: 'f(x) =' });
  await page.user.clear(field);
  await page.user.type(field, 'log(x)');
  await screen.findByText(/the formula is NaN at x = -34/);
  await page.user.keyboard('{Enter}');
  expect(page.controller.effective().edits).toEqual([]);
  await page.user.clear(field);
  await page.user.type(field, '2x{Enter}');
  await waitFor(async () => {
    const { name } = shownOf(estimators, await page.controller.currentFrame());
    expect(name).toBe('2x');
  });
});

it('reads exact and measured variances by the keys', async () => {
  await open({});
  const reader = await screen.findByRole('slider', { name: 'Number of draws shown in the chart' });
  reader.focus();
  await page.user.keyboard('{Home}');
  expect(reader.getAttribute('aria-valuetext')).toMatch(
    /^one draw: Score function 87\.0 \(measured \d+\.?\d*\); Reparameterisation 4\.00 \(/,
  );
});

it('asks for the hill again when f changes, not with each step of the race', async () => {
  await open({ part: 'race', f: 'elbo' });
  const asked = vi.spyOn(page.controller, 'inspect');
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  for (let step = 0; step < 3; step++) await page.controller.step();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toHaveBeenCalledTimes(1);
  await page.controller.changeSettings({ k: 1 });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
});

it('goes from the draws to the race, and from the Gaussian to a coin', async () => {
  await open({});
  await page.user.click(await screen.findByRole('radio', { name: 'Coin' }));
  await screen.findByRole('slider', { name: 'Border between tails and heads' });
  await page.user.click(screen.getByRole('radio', { name: 'Race' }));
  await screen.findByRole('listitem', { name: /^Straight-through: θ 0\.30/ });
  const reader = screen.getByRole('slider', { name: 'Step shown in the chart' });
  reader.focus();
  await page.user.keyboard('{Home}');
  expect(reader.getAttribute('aria-valuetext')).toContain('step 0: Exact gradient 0.2');
});
