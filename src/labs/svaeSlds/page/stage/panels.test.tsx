/** What a key on a dial draws again, and what stands on the stage without own data. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, expect, it } from 'vitest';
import { markUsable } from '../../../../ui/whenUsable.ts';
import { openPanels } from '../../../panels.fixture.tsx';
import ChainPanel from './ChainPanel.tsx';
import { ObservationsPanel } from './ObservationsPanel.tsx';
import { PredictionPanel } from './PredictionPanel.tsx';

const SMALL = { pixels: 6, sequenceSteps: 600, hiddenUnits: 8, windowSteps: 40, windows: 2 };

afterEach(cleanup);

it('an edit of the dynamics draws the prediction again, and not what was observed', async () => {
  const drawn: string[] = [];
  const note = (id: string) => void drawn.push(id);
  const page = await openPanels(
    'svae-slds',
    { settings: { ...SMALL, warmUpSteps: 2 }, steps: 5 },
    <>
      <Profiler id="observations" onRender={note}>
        <ObservationsPanel />
      </Profiler>
      <Profiler id="chain" onRender={note}>
        <ChainPanel />
      </Profiler>
      <Profiler id="prediction" onRender={note}>
        <PredictionPanel />
      </Profiler>
    </>,
  );
  const { controller } = page;
  await screen.findByText(/^Error .* after it$/);
  await waitFor(() => expect(drawn).toContain('observations'));
  // Signs of toggles come once the page can be used, and are no drawing of what was observed.
  markUsable();
  const toggle = screen.getByRole('button', { name: 'Without noise' });
  await waitFor(() => expect(toggle.querySelector('svg')?.childElementCount).toBe(1));
  drawn.length = 0;
  const edit = { kind: 'turnEigenvalue', state: 0, angleFactor: 2, radiusFactor: 0.5 } as const;
  const before = controller.run.getState().snapshot;
  expect(await controller.editing.commit(() => [edit])).toBe(true);
  await waitFor(() => expect(controller.run.getState().snapshot).not.toBe(before));
  await waitFor(() => expect(drawn).toContain('prediction'));
  expect(drawn).not.toContain('observations');
  expect(drawn).not.toContain('chain');
  await controller.editing.commit((edits) => [...edits, { kind: 'scaleStickiness', factor: 3 }]);
  await waitFor(() => expect(drawn).toContain('chain'));
  page.close();
});

it('says nothing of the data before while own data are asked for', async () => {
  const page = await openPanels('svae-slds', { settings: SMALL, steps: 0 }, <ObservationsPanel />);
  await screen.findByRole('button', { name: 'Without noise' });
  await page.controller.changeSettings({ signal: 'own' });
  await waitFor(() => expect(page.controller.run.getState().phase).toBe('failed'));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Without noise' })).toBeNull());
  page.close();
});
