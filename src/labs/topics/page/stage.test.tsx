/** Topics by hand on the stage: named, merged, split, locked, and a word left out. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { applyPreset } from '../../../settings/presets.ts';
import { shownOf } from '../../lab.ts';
import { openPanels } from '../../panels.fixture.tsx';
import { topics } from '../lab.ts';
import { Stage } from './Stage.tsx';

let page: Awaited<ReturnType<typeof openPanels>>;

async function open(preset: string, steps: number): Promise<void> {
  const applied = applyPreset(topics.table, preset);
  if (!applied.ok) throw new Error(applied.message);
  page = await openPanels('topics', { settings: applied.values, steps }, <Stage />);
}
afterEach(() => {
  cleanup();
  page.close();
});

const now = () => shownOf(topics, page.controller.run.getState());
const reader = () => within(screen.getByRole('region', { name: 'Reader' }));
const show = (name: string) => page.user.click(reader().getByRole('radio', { name }));

it('a topic of texts is named, merged, split and locked, and undo takes each back', async () => {
  await open('countries', 3);
  const rows = within(await screen.findByRole('table')).getAllByRole('rowheader');
  expect(rows).toHaveLength(12);
  await page.user.click(screen.getByRole('button', { name: 'Topic 3' }));
  const name = await screen.findByLabelText('Name of the topic');
  await page.user.clear(name);
  await page.user.type(name, 'Elections{Enter}');
  await screen.findByRole('button', { name: 'Elections' });

  await page.user.selectOptions(screen.getByLabelText('Merge into'), 'Topic 5');
  await waitFor(() => expect(now().topics).toHaveLength(11));
  await page.user.click(await screen.findByRole('button', { name: 'Split' }));
  await waitFor(() => expect(now().topics).toHaveLength(12));
  await page.user.click(screen.getByRole('button', { name: 'Lock' }));
  await waitFor(() => expect(now().topics.filter(({ isLocked }) => isLocked)).toHaveLength(1));

  await page.controller.undo();
  await page.controller.undo();
  await page.controller.undo();
  await waitFor(() => expect(now().topics).toHaveLength(12));
  expect(now().topics.some(({ isLocked }) => isLocked)).toBe(false);
  await screen.findByRole('button', { name: 'Elections' });
});

it('a stopped word is left out and counts again, and a new text gets its shares', async () => {
  await open('countries', 3);
  const { tokens } = now();
  await show('Words');
  await page.user.click(await screen.findByRole('button', { name: 'Stop government' }));
  await waitFor(() => expect(now().tokens).toBeLessThan(tokens));
  await page.user.click(screen.getByRole('button', { name: 'Stop government' }));
  await waitFor(() => expect(now().tokens).toBe(tokens));

  await show('New');
  await page.user.type(await screen.findByLabelText('New text'), 'The islands export xqzt fish.');
  await screen.findByText(/are left out: 1\./);
  expect(reader().getByText('fish').dataset.tooltip).toMatch(/: \d+ %$/);
});

it('links carry what the reader and the chart show', async () => {
  await open('bars', 2);
  await screen.findByRole('region', { name: 'ELBO' });
  await show('Compare');
  expect(page.controller.run.getState().view.flags).toEqual({ compare: true });
  page.controller.setFlags({ compare: null, topic: true, perplexity: true });
  await screen.findByRole('region', { name: 'Held-out perplexity' });
  expect(reader().getByRole('radio', { name: 'Topic' })).toHaveProperty('checked', true);
});

it('bars of ancestry stand next to the check of what they do not explain', async () => {
  await open('bottleneck', 40);
  const check = within(await screen.findByRole('region', { name: 'Shared alleles' }));
  await check.findByText(/^The bars do not explain Middle/);
  await check.findByText(/^No f₃ is below 0/);
  const bars = within(screen.getByRole('region', { name: 'Shares of the clusters' }));
  expect(bars.getByText(/What happened: Middle was never mixed/)).toBeTruthy();
  await page.user.click(bars.getByRole('button', { name: 'Truth' }));
  expect(bars.queryByText(/What happened/)).toBeNull();
  expect(bars.queryByText('True shares')).toBeNull();
});
