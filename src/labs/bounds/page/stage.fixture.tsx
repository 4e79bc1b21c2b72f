/** The stage of this lab over an engine in the same process, one at a time. */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import type { Values } from '../../../settings/values.ts';
import { settingsOf } from '../../lab.ts';
import { openPanels } from '../../panels.fixture.tsx';
import { bounds } from '../lab.ts';
import { Stage } from './Stage.tsx';

export let page: Awaited<ReturnType<typeof openPanels>>;

export async function open(settings: Values): Promise<void> {
  page = await openPanels('bounds', { settings }, <Stage />);
}

export const settings = () => settingsOf(bounds, page.controller.document.getState());

afterEach(() => {
  cleanup();
  page.close();
});
