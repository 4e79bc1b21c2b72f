import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { entryIn } from '../../../../store/view.ts';
import { openPanels } from '../../../panels.fixture.tsx';
import GapPanel from './GapPanel.tsx';
import { climbing, keyOf } from './gap.ts';
import { optimiseSelected } from './optimise.ts';

const SMALL = { pointsPerArm: 20, hiddenUnits: 12 };
/** What is read once q has arrived; screen readers are told the first sentence besides. */
const SPLIT = /^Approximation gap .* log p/;

it('shows the gap of the selected observation, and splits it when q is optimised', async () => {
  const { controller, user, close } = await openPanels(
    'vae',
    { settings: SMALL, steps: 30 },
    <GapPanel />,
  );
  const button = screen.getByRole('button', { name: 'Optimise q for this observation' });
  expect(button.hasAttribute('disabled')).toBe(true);
  expect(screen.getByText(/Select an observation/)).toBeTruthy();
  controller.select('row', 7);
  await screen.findByRole('listitem', { name: /^whole gap: \d\.\d{3} nats$/ });
  await user.click(button);
  await screen.findByText(SPLIT);
  const natsOf = (name: string) => {
    const item = screen.getByRole('listitem', { name: new RegExp(`^${name}`) });
    return Number(
      /([−\d.]+) nats$/.exec(item.getAttribute('aria-label') ?? '')?.[1].replace('−', '-'),
    );
  };
  const parts = ['lost by any Gaussian', 'lost by the diagonal', 'lost by amortisation'].map(
    natsOf,
  );
  expect(parts.reduce((a, b) => a + b)).toBeCloseTo(natsOf('log p') - natsOf('ELBO, encoder'), 9);
  expect(screen.getByRole('status').textContent).toMatch(/^Approximation gap .* nats\.$/);
  // Another observation: what was found for this one counts no more.
  controller.select('row', 8);
  await waitFor(() => expect(screen.queryByText(SPLIT)).toBeNull());
  // By the key, also while the panel shows the forces.
  await optimiseSelected(controller);
  await screen.findByText(SPLIT);
  await close();
});

it('of a full covariance says what the best diagonal q would lose', async () => {
  const { controller, close } = await openPanels(
    'vae',
    { settings: { ...SMALL, posterior: 'full' }, steps: 30 },
    <GapPanel />,
  );
  controller.select('row', 7);
  await optimiseSelected(controller);
  await screen.findByText(/The best diagonal q loses 0\.\d{3} more\. log p/);
  // The ellipse that is seen is that of the best correlated q.
  const climb = entryIn(controller.run.getState(), climbing);
  expect(climb?.now).toEqual(climb?.best.full);
  await close();
});

it('optimises q for the observation that is asked for last, not for one before it as well', async () => {
  const { controller, close } = await openPanels(
    'vae',
    { settings: SMALL, steps: 30 },
    <GapPanel />,
  );
  controller.select('row', 7);
  const first = optimiseSelected(controller);
  await waitFor(() => expect(entryIn(controller.run.getState(), climbing)).not.toBeNull());
  controller.select('row', 8);
  const second = optimiseSelected(controller);
  await Promise.all([first, second]);
  const { runId, step } = controller.run.getState();
  const climb = entryIn(controller.run.getState(), climbing);
  expect(climb).toMatchObject({ of: keyOf({ runId, step }, 8), isDone: true });
  await close();
});
