/** A series of one's own in the SVAE-LDS, from a CSV file. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { button, expectStep, message, play, region, script } from './lab.ts';
import { look, openSmall } from './ldsLab.ts';

const wave = (rows: number) =>
  Array.from(
    { length: rows },
    (_, row) =>
      `${(20 + 5 * Math.sin(row / 4)).toFixed(4)},${(20 + 5 * Math.cos(row / 4)).toFixed(4)}`,
  ).join('\n');

const load = (page: Page, text: string) =>
  page
    .getByLabel('CSV file')
    .first()
    .setInputFiles({ name: 'wave.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a series of one’s own is trained on, gaps and all, or it is said why it cannot be', async ({
  page,
}) => {
  await openSmall(page);
  await page.getByRole('combobox', { name: 'Signal' }).selectOption('own');
  const strip = region(page, 'Observations');
  await expect(strip.getByText('No series yet.')).toBeVisible();
  await test.step('with gaps, exported in its own units', async () => {
    await expectAccessible(page, region(page, 'Observations'));
    // 400 steps, of which 80 are held out; 120 before them are shown too.
    const lines = wave(400).split('\n');
    lines.fill('', 340, 350);
    lines[9] = '1,';
    await load(page, `left,right\n${lines.join('\n')}\n\n`);
    await expect(button(page, 'Use these columns')).toBeVisible();
    await expectAccessible(page, page.getByRole('dialog'));
    await button(page, 'Use these columns').click();
    await expect(message(page, /21 values are missing, in rows 11 and 342 to 351\./)).toBeVisible();
    await expect(page.getByText('wave.csv: 400 steps, 2 columns, 21 values missing')).toBeVisible();
    await expect(strip.getByText('Hatched: 20 values missing')).toBeVisible();
    await expectAccessible(page, region(page, 'Observations'));
    await expect(play(page)).toBeEnabled();
    expect((await look(page)).data[0]).toHaveLength(2);
    await expect(strip).toContainText('right');
    await script(page, 'train', 3);
    await expectStep(page, 3);
    const downloading = page.waitForEvent('download');
    await button(page, 'Series').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('svae-lds-seed-1-step-3-series.csv');
    const table = (await readFile(await download.path(), 'utf8')).split('\r\n');
    const [header, first] = table;
    expect(table[1 + 140]).toMatch(/^341,,,\d/);
    expect(header.split(',').slice(0, 5)).toEqual([
      'row',
      'left',
      'right',
      'predicted left',
      'predicted right',
    ]);
    const [row, left] = first.split(',').map(Number);
    expect(left).toBeCloseTo(20 + 5 * Math.sin((row - 1) / 4), 3);
    await button(page, 'Undo').click();
    await expect(strip.getByText('No series yet.')).toBeVisible();
  });

  await test.step('too short for a window, or no series at all', async () => {
    await load(page, wave(30));
    await button(page, 'Use these columns').click();
    await expect(message(page, /a window of 40 steps does not fit/)).toBeVisible();
    expect(await isCovered(page, 'Prediction')).toBe(true);
    await button(page, 'Undo the last change').click();
    await expect(strip.getByText('No series yet.')).toBeVisible();
    await load(page, wave(30));
    await button(page, 'Use these columns').click();
    await button(page, 'Windows of 15 steps').click();
    await expect(play(page)).toBeEnabled();
    await load(page, `${wave(100)}\nabc,1`);
    await expect(page.getByText('Row 101, column "column 1" is "abc"')).toBeVisible();
    // Without a row a series would jump: the cell is a gap.
    await button(page, 'Leave gaps in 1 row').click();
    await expect(message(page, /Cells that are not numbers count as missing/)).toBeVisible();
    await expect(page.getByText('wave.csv: 101 steps, 2 columns, 1 value missing')).toBeVisible();
  });
});

/** Whether something outside the plots is painted over a panel of the stage. */
function isCovered(page: Page, name: string): Promise<boolean> {
  return page.evaluate((label) => {
    const panel = document.querySelector(`section[aria-label="${label}"]`);
    const stage = panel?.closest<HTMLElement>('[data-stage-part="stage"]');
    if (!panel || !stage) throw new Error(`The stage has no panel ${label}.`);
    // What is inert is passed over: only so does the place tell what is painted last.
    stage.inert = false;
    const { x, y, width, height } = panel.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    stage.inert = true;
    return !stage.contains(top);
  }, name);
}
