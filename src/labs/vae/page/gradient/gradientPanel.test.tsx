import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openPanels } from '../../../panels.fixture.tsx';
import { GRADIENT } from '../../layers.ts';
import GradientPanel from './GradientPanel.tsx';

const SMALL = { pointsPerArm: 20, hiddenUnits: 12, scoreDraws: 2 };

it('measures the gradient by each estimator, and afresh when the objective changes', async () => {
  const { controller, user, close } = await openPanels(
    'vae',
    { settings: SMALL, steps: 30 },
    <GradientPanel />,
  );
  await screen.findByText(/^\d+ of 200 repetitions. 2 draws of q for each of 100 observations/);
  const signalOf = async (name: string) => {
    const row = await screen.findByRole('row', { name: new RegExp(`^${name}`) });
    return Number(within(row).getAllByRole('cell')[1].textContent);
  };
  expect(await signalOf('Sticking the landing')).toBeGreaterThan(
    await signalOf('Score without baseline'),
  );
  expect(screen.queryByRole('row', { name: /^IWAE/ })).toBeNull();
  await controller.changeSettings({ objective: 'iwae', importanceSamples: 3 });
  await screen.findByRole('row', { name: /^IWAE, doubly reparameterised/ });
  await screen.findByText(/3 draws of q/);
  // A link carries which panel is open.
  await user.click(screen.getByRole('radio', { name: 'Gradient' }));
  await waitFor(() => expect(controller.run.getState().view.flags[GRADIENT]).toBe(true));
  await user.click(screen.getByRole('radio', { name: 'Forces' }));
  expect(controller.run.getState().view.flags[GRADIENT]).toBeUndefined();
  await close();
});
