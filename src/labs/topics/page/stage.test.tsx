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

it('a line that stays has its name before the first step', async () => {
  await open('bars', 0);
  const names = await screen.findByRole('list', { name: 'Values that stay' });
  expect(names.textContent).toMatch(/−\d\.\d{3}\s*K = 1/);
});

it('charts are read by keys', async () => {
  await open('bottleneck', 6);
  const readerOf = (name: string | RegExp) => screen.findByRole('slider', { name });
  const course = await readerOf('Number of documents shown in the chart');
  course.focus();
  await page.user.keyboard('{Home}');
  expect(course.getAttribute('aria-valuetext')).toMatch(
    /^120 documents: CAVI −\d\.\d{3}; K = 1 −\d\.\d{3}$/,
  );
  const bars = await readerOf(/^K = 2: shares of .*: individual shown/);
  bars.focus();
  await page.user.keyboard('{End}{ArrowLeft}');
  // The largest share first.
  const [, larger, smaller] =
    /^Individual \d+: Cluster \d (\d+) %, Cluster \d (\d+) %$/.exec(
      bars.getAttribute('aria-valuetext') ?? '',
    ) ?? [];
  expect(Number(larger)).toBeGreaterThanOrEqual(Number(smaller));
  // The one that is read is in the reader, too.
  const chosen = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Document' });
  expect(bars.getAttribute('aria-valuetext')).toContain(
    `${chosen.selectedOptions[0].textContent}:`,
  );
});

it('bars of ancestry stand next to the check of what they do not explain', async () => {
  await open('bottleneck', 40);
  await screen.findByText(/^The bars do not explain Middle/);
  const check = within(screen.getByRole('region', { name: 'Shared alleles' }));
  await check.findByText(/^No f₃ is below 0/);
  const bars = within(screen.getByRole('region', { name: 'Shares of the clusters' }));
  expect(bars.getByText(/What happened: Middle was never mixed/)).toBeTruthy();
  await page.user.click(bars.getByRole('button', { name: 'Truth' }));
  expect(bars.queryByText(/What happened/)).toBeNull();
  expect(bars.queryByText('True shares')).toBeNull();
});

it('kept runs stand next to the one that is open, topics in matched colours, and are one step of undo', async () => {
  await open('bottleneck', 10);
  await show('Compare');
  await page.user.click(await screen.findByRole('button', { name: 'Keep this run' }));
  const table = () => within(screen.getByRole('region', { name: 'Runs next to each other' }));
  const columns = () =>
    table()
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
  await waitFor(() =>
    expect(columns().slice(1)).toEqual([
      'Run A: K = 2, α = 0.1, seed 1',
      'Now: K = 2, α = 0.1, seed 1',
    ]),
  );
  const cells = (row: HTMLElement) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  for (const row of table().getAllByRole('row').slice(1)) {
    const [kept, now] = cells(row);
    expect(kept).toBe(now);
    expect(kept).not.toBe('–');
  }
  await page.controller.changeSettings({ topics: 3 });
  await page.controller.train(10);
  await waitFor(() => expect(columns().at(-1)).toBe('Now: K = 3, α = 0.1, seed 1'));
  const bars = within(screen.getByRole('region', { name: 'Shares of the clusters' }));
  expect(bars.getByText('Run A: K = 2')).toBeTruthy();
  expect(bars.getByText('K = 3')).toBeTruthy();

  const [own] = page.controller.document.getState().kept ?? [];
  const elsewhere = {
    ...own,
    id: 'elsewhere',
    mark: 1,
    settings: { ...own.settings, corpus: 'bars' },
  };
  page.controller.setKept([own, elsewhere]);
  expect(columns()).toHaveLength(3);
  await page.user.click(screen.getByRole('button', { name: 'Forget all' }));
  expect(columns()).toHaveLength(2);
  expect(page.controller.document.getState().kept).toEqual([elsewhere]);
  await page.controller.undo();
  await waitFor(() => expect(columns()).toHaveLength(3));

  // Runs of another corpus are not in this table, and not forgotten with it.
  const [run] = page.controller.document.getState().kept ?? [];
  const other = { ...run, id: 'other', mark: 1, settings: { ...run.settings, corpus: 'bars' } };
  page.controller.setKept([run, other]);
  await page.user.click(screen.getByRole('button', { name: 'Forget all' }));
  expect(page.controller.document.getState().kept?.map(({ id }) => id)).toEqual(['other']);
});
