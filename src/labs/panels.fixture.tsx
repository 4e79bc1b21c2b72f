/** Panels of a lab in a page without layout, over the store and the session that the page has. */
import { configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { StillContext } from '../plots/host/still.ts';
import { validateSettings } from '../settings/validate.ts';
import type { Values } from '../settings/values.ts';
import { LabProvider } from '../store/context.ts';
import { fromSeed } from '../store/document.ts';
import { openLabInProcess } from '../store/labInProcess.fixture.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { markUsable } from '../ui/whenUsable.ts';
import './allLabs.ts';
import { entryNamed, labNamed } from './registry.ts';

// Generous: no test may fail because a machine is slow or busy.
configure({ asyncUtilTimeout: 30_000 });

const STILL = { size: { width: 400, height: 400 }, marks: () => null, pictures: () => null };

interface Start {
  readonly settings?: Values;
  readonly steps?: number;
}

/** Opens a lab, trains it from a seed and shows some of its panels, with what screen readers are told. */
export async function openPanels(
  id: string,
  { settings = {}, steps = 0 }: Start,
  panels: ReactElement,
) {
  const lab = labNamed(id);
  const { exports } = (await entryNamed(id).page()).parts;
  const { controller, notices, close } = openLabInProcess();
  // The files of WebAssembly are asked for by their address in a page.
  controller.backends.prefer('cpu');
  const { values } = validateSettings(lab.table, settings);
  const nothing = { edits: [], ownData: null, origin: fromSeed() };
  await controller.openDocument({ lab: id, settings: values, seed: 1, ...nothing });
  await controller.train(steps);
  await vi.waitFor(() => {
    if (controller.run.getState().step !== steps) throw new Error('The picture is on its way.');
  });
  // happy-dom lays nothing out and does not scroll.
  Element.prototype.scrollIntoView = vi.fn();
  render(
    <LabProvider value={{ lab, controller, exports }}>
      <StillContext value={STILL}>{panels}</StillContext>
      <LiveRegion />
    </LabProvider>,
  );
  markUsable();
  return { controller, notices, user: userEvent.setup(), close };
}
