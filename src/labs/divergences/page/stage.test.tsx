/** The parts of the lab by the keys, next to a run that was kept. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { openPanels } from '../../panels.fixture.tsx';
import { keepRun, keptOf } from '../../shared/runs/keptRuns.ts';
import type { DivergencesSettings } from '../settings.ts';
import { parts } from './index.ts';
import { Stage } from './Stage.tsx';

let page: Awaited<ReturnType<typeof openPanels>>;
afterEach(() => {
  cleanup();
  page.close();
});

const PARTS: readonly (readonly [part: DivergencesSettings['part'], handle: string])[] = [
  ['densities', 'Peak 1 of p'],
  ['identity', 'q of KL(q‖p)'],
  ['bars', 'Outcome 1 under q'],
  ['jensen', 'Atom 1'],
  ['plane', 'Mean of q, KL(q‖p)'],
];

for (const [part, handle] of PARTS)
  it(`${part}: draws what a kept run has come to`, async () => {
    page = await openPanels('divergences', { settings: { part }, steps: 3 }, <Stage />);
    await screen.findByLabelText(handle);
    expect(screen.queryByRole('listitem', { name: 'Run A' })).toBeNull();
    await keepRun(page.controller, parts.exports);
    await screen.findByRole('listitem', { name: 'Run A' });
    const [{ result }] = keptOf(page.controller);
    expect(result?.curve.values.every(Number.isFinite)).toBe(true);
    // In another part there is another kind of curve, or none of this run.
    const other = part === 'bars' ? 'jensen' : 'bars';
    await page.controller.changeSettings({ part: other });
    await waitFor(() => expect(screen.queryByRole('listitem', { name: 'Run A' })).toBeNull());
  });
