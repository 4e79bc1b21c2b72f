import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { openPanels } from '../../../panels.fixture.tsx';
import Recorder from './Recorder.tsx';

let page: Awaited<ReturnType<typeof openPanels>>;
afterEach(() => {
  cleanup();
  page.close();
});

it('gives the focus back to the button that began the recording', async () => {
  page = await openPanels('svae-slds', {}, <Recorder />);
  await page.controller.changeSettings({ signal: 'own' });
  await page.user.click(await screen.findByRole('button', { name: 'Record' }));
  const surface = await screen.findByRole('button', { name: /^Hold: fast/ });
  expect(document.activeElement).toBe(surface);
  await page.user.click(screen.getByRole('button', { name: 'Cancel' }));
  const record = await screen.findByRole('button', { name: 'Record' });
  expect(document.activeElement).toBe(record);
});
