/** Points of one's own: from CSV files, good and bad, and drawn. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import {
  button,
  expectStep,
  expectStepBeyond,
  look,
  message,
  openSmall,
  play,
  region,
  script,
} from './lab.ts';

/** Chooses a CSV file as its button does. */
async function loadCsv(page: Page, text: string | Buffer, name = 'points.csv'): Promise<void> {
  await page
    .getByLabel('CSV file')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

const MODEL = fileURLToPath(new URL('../public/models/vae.json', import.meta.url));

/** Drops files by name on the page, which must not leave it to the browser. */
async function dropFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const isTaken = await page.evaluate((texts) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts))
      dataTransfer.items.add(new File([text], name));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('h1')?.dispatchEvent(drop);
    return drop.defaultPrevented;
  }, files);
  expect(isTaken).toBe(true);
}

/** The dialog, not a notice that has the role of one. */
const dialog = (page: Page): Locator =>
  page.getByRole('dialog').and(page.locator(':not([aria-label="Notice"])'));

/** Takes the columns the dialog suggests, as Enter does. */
async function useColumns(page: Page): Promise<void> {
  await expect(dialog(page).getByRole('button', { name: 'Use these columns' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

/** A small lab whose settings offer to load own points. */
async function openForOwnPoints(page: Page): Promise<void> {
  await openSmall(page);
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('own');
  await expect(region(page, 'Data space').getByText('No points yet')).toBeVisible();
}

const ring = (rows: number, write: (x: number, y: number, row: number) => string) =>
  Array.from({ length: rows }, (_, row) =>
    write(100 + 20 * Math.cos(row), 50 + 10 * Math.sin(row), row),
  ).join('\n');

test('own points come from CSV files, or are drawn, or it is said what is wrong', async ({
  page,
}) => {
  await test.step('CSV files are read and trained on, or it is said what is wrong with them', async () => {
    await openForOwnPoints(page);
    await takeScreenshot(page, 'own-points-empty');

    await test.step('of points with a header and labels', async () => {
      await loadCsv(page, `x,y,species\n${ring(30, (x, y, row) => `${x},${y},${'ab'[row % 2]}`)}`);
      await useColumns(page);
      await expect(page.getByText('points.csv: 30 points, 2 columns, 2 classes')).toBeVisible();
      await expect(play(page)).toBeEnabled();
      const { data, labels, clusters } = await look(page);
      expect(data).toHaveLength(30);
      expect(labels.slice(0, 4)).toEqual([0, 1, 0, 1]);
      expect(clusters).toHaveLength(4);
      await script(page, 'train', 3);
      await expectStep(page, 3);
      await button(page, 'Undo').click();
      await expect(region(page, 'Data space').getByText('No points yet')).toBeVisible();
    });

    await test.step('dropped anywhere on the page, one at a time', async () => {
      const text = `x,y\n${ring(20, (x, y) => `${x},${y}`)}`;
      await dropFiles(page, { 'one.csv': text, 'other.csv': text });
      await expect(message(page, '2 files were dropped')).toBeVisible();
      await dropFiles(page, { 'dropped.csv': text });
      await useColumns(page);
      await expect(page.getByText('dropped.csv: 20 points, 2 columns')).toBeVisible();
      await expect(message(page, '2 files were dropped')).toHaveCount(0);
      const model = await readFile(MODEL, 'utf8');
      await dropFiles(page, { 'vae.json': model });
      await expect(dialog(page)).toContainText('is a model of the lab “VAE”');
      await dialog(page).getByRole('button', { name: 'Cancel' }).click();
      await button(page, 'Undo').click();
      await expect(region(page, 'Data space').getByText('No points yet')).toBeVisible();
    });

    await test.step('of one column, or not text: told what is missing', async () => {
      for (const [text, words] of [
        [`x\n${ring(9, (x) => String(x))}`, 'only one column of numbers, "x"'],
        ['PK\u0003\u0004rest', 'not text'],
      ] as const) {
        await loadCsv(page, text);
        await expect(dialog(page)).toContainText(words);
        await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click();
        await expect(dialog(page)).toHaveCount(0);
      }
    });

    await test.step('one whose reading does not end can be stopped', async () => {
      await page.evaluate(() => {
        // A file that never ends.
        const stream = () =>
          new ReadableStream({ start: (end) => end.enqueue(new Uint8Array([49])) });
        const file = new File(['1,2\n'], 'endless.csv');
        Object.defineProperty(file, 'stream', { value: stream });
        const input = document.querySelector<HTMLInputElement>('input[aria-label="CSV file"]');
        if (!input) throw new Error('There is no field for a CSV file.');
        Object.defineProperty(input, 'files', { value: [file], configurable: true });
        input.dispatchEvent(new Event('change', { bubbles: true }));
        Reflect.deleteProperty(input, 'files');
      });
      await expect(dialog(page)).toContainText('Reading endless.csv');
      await dialog(page).getByRole('button', { name: 'Stop' }).click();
      await expect(dialog(page)).toHaveCount(0);
      await expect(region(page, 'Data space').getByText('No points yet')).toBeVisible();
    });

    await test.step('one of 400,000 rows leaves the page answering, and offers a choice of rows', async () => {
      // Made in the page: a file of this size is not sent through the test's wire.
      const told = await page.evaluate(async () => {
        const line = (row: number) => `${(row % 977) / 7},${(row % 1013) / 11}\n`;
        const block = Array.from({ length: 10_000 }, (_, row) => line(row)).join('');
        const file = new File(['x,y\n', ...Array.from({ length: 40 }, () => block)], 'big.csv');
        const files = new DataTransfer();
        files.items.add(file);
        const input = document.querySelector<HTMLInputElement>('input[aria-label="CSV file"]');
        if (!input) throw new Error('There is no field for a CSV file.');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        // What a person sees between two paints, until the reading is over.
        const seen = new Set<string>();
        for (;;) {
          await new Promise(requestAnimationFrame);
          const text = document.querySelector('[role="dialog"]')?.textContent ?? '';
          if (text.includes('Columns of big.csv')) return [...seen];
          if (text.includes('Reading big.csv')) seen.add(text);
        }
      });
      // A page held up by the reading would have painted once, at its end.
      expect(told.length).toBeGreaterThan(2);
      await expect(dialog(page)).toContainText('400,000 rows; at most 50,000');
      await expect(dialog(page).getByRole('radio', { name: /rows/i })).toHaveCount(3);
      await expect(dialog(page).getByRole('button', { name: 'Use these columns' })).toBeDisabled();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
      await expect(region(page, 'Data space').getByText('No points yet')).toBeVisible();
    });

    await test.step('with text or holes among its numbers: where, and an offer', async () => {
      const rows = ring(12, (x, y) => `${x},${y}`).split('\n');
      rows[3] = 'abc,7';
      rows[5] = '8,';
      await loadCsv(page, ['x,y', ...rows].join('\n'), 'holes.csv');
      await expect(dialog(page)).toContainText('Row 5, column "x" is "abc"');
      await expect(dialog(page)).toContainText('Row 7, column "y" is empty');
      await takeScreenshot(page, 'csv-columns');
      await dialog(page).getByRole('button', { name: 'Leave 2 rows out and use these' }).click();
      await expect(message(page, /2 of 12 rows are left out/)).toBeVisible();
      await expect(page.getByText('holes.csv: 10 points, 2 columns')).toBeVisible();
      await expect(dialog(page)).toHaveCount(0);
    });

    await test.step('with semicolons and decimal commas', async () => {
      const german = ring(12, (x, y) => `${x};${y}`.replaceAll('.', ','));
      await loadCsv(page, `Länge;Breite\r\n${german.replaceAll('\n', '\r\n')}\r\n`);
      await expect(dialog(page)).toContainText('Decimal commas in "Länge" and "Breite"');
      await useColumns(page);
      await expect(page.getByText('points.csv: 12 points, 2 columns')).toBeVisible();
      await expect(play(page)).toBeEnabled();
      expect((await look(page)).data).toHaveLength(12);
    });

    await test.step('of many columns, of which some are chosen, by keyboard', async () => {
      const names = Array.from({ length: 30 }, (_, at) => `f${at}`);
      const cells = (row: number) => names.map((_, at) => (at === 3 ? 5 : (row * (at + 2)) % 7.3));
      const rows = Array.from({ length: 20 }, (_, row) => [...cells(row), 'ab'[row % 2]].join(','));
      rows[3] = rows[3].slice(0, -1);
      await loadCsv(page, [[...names, 'kind'].join(','), ...rows].join('\n'), 'wide.csv');
      await expect(dialog(page)).toContainText('16 of 31 columns are used (at most 16)');
      await expect(dialog(page)).toContainText('This column is 5 in every row.');
      await expect(dialog(page)).toContainText('1 of 20 points have no class');
      await expectAccessible(page, dialog(page));
      await takeScreenshot(page, 'csv-many-columns');
      await dialog(page).getByRole('button', { name: 'Use none' }).press('Enter');
      await expect(dialog(page)).toContainText('No column is chosen; expected at least 2.');
      await dialog(page).getByRole('searchbox', { name: 'Find a column' }).fill('F2');
      await expect(dialog(page).getByRole('checkbox')).toHaveCount(11);
      await dialog(page).getByRole('checkbox', { name: 'f29' }).press('Space');
      await dialog(page).getByRole('checkbox', { name: 'f20' }).press('Space');
      await dialog(page).getByRole('button', { name: 'Use these columns' }).press('Enter');
      await expect(page.getByText('wide.csv: 20 points, 2 columns, 2 classes')).toBeVisible();
      await expect(play(page)).toBeEnabled();
      expect((await look(page)).labels.slice(2, 5)).toEqual([0, -1, 0]);
    });

    await test.step('with points that may set thousands apart: asked, and read as answered', async () => {
      const rows = Array.from({ length: 9 }, (_, row) =>
        [row % 2 ? `1.${200 + row}` : 784 + row, (row * row) % 7].join(';'),
      );
      await loadCsv(page, ['a;b', ...rows].join('\n'));
      const thousands = dialog(page).getByRole('radio', { name: /^Thousands: 1201/ });
      await expect(dialog(page).getByRole('radio').first()).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect(thousands).toBeChecked();
      await expect(thousands).toBeFocused();
      await expect(dialog(page)).toContainText('784 to 1207');
      await dialog(page).getByRole('button', { name: 'Use these columns' }).press('Enter');
      await expect(page.getByText('points.csv: 9 points, 2 columns')).toBeVisible();
    });
  });

  await test.step('points drawn by mouse and by keyboard are trained on', async () => {
    await openForOwnPoints(page);
    await expectAccessible(page, region(page, 'Data space'));
    await region(page, 'Data space').getByRole('button', { name: 'Draw points' }).click();
    const surface = page.getByRole('application', { name: 'Drawing surface' });
    const box = await surface.boundingBox();
    if (!box) throw new Error('There is nothing to draw on.');
    const at = (x: number, y: number) =>
      [box.x + (box.width * x) / 100, box.y + (box.height * y) / 100] as const;
    for (const [brush, x] of [
      ['Brush, class 1', 30],
      ['Brush, class 2', 70],
    ] as const) {
      await button(page, brush).click();
      await page.mouse.move(...at(x, 30));
      await page.mouse.down();
      for (let y = 30; y <= 70; y += 4) await page.mouse.move(...at(x, y), { steps: 3 });
      await page.mouse.up();
    }
    await button(page, 'Brush, class 3').click();
    await surface.focus();
    for (let points = 0; points < 4; points++) {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+ArrowRight');
    }
    await expectAccessible(page, region(page, 'Data space'));
    await takeScreenshot(page, 'drawing');
    await button(page, 'Train on these').click();
    await expectStepBeyond(page, 2);
    await button(page, 'Pause').click();
    const { data, labels } = await look(page);
    expect(data.length).toBeGreaterThan(12);
    expect(new Set(labels)).toEqual(new Set([0, 1, 2]));
    expect(labels.filter((label) => label === 2)).toHaveLength(4);
    const xs = data.map(([x]) => x);
    expect(Math.max(...xs)).toBeGreaterThan(0);
    expect(Math.min(...xs)).toBeLessThan(0);
  });
});
