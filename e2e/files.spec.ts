import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright/test';
import { expect, takeScreenshot, test } from './fixtures.ts';
import {
  announcement,
  button,
  comparable,
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

async function openModel(page: Page, text: string, name = 'model.json'): Promise<void> {
  await page
    .getByLabel('Model file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const dialog = (page: Page): Locator => page.getByRole('dialog');

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

test.describe('CSV', () => {
  test('of points with a header and labels is trained on', async ({ page }) => {
    await openForOwnPoints(page);
    await takeScreenshot(page, 'own-points-empty');
    await loadCsv(page, `x,y,species\n${ring(30, (x, y, row) => `${x},${y},${'ab'[row % 2]}`)}`);
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

  test('with semicolons and decimal commas is read', async ({ page }) => {
    await openForOwnPoints(page);
    const german = ring(12, (x, y) => `${x};${y}`.replaceAll('.', ','));
    await loadCsv(page, `Länge;Breite\r\n${german.replaceAll('\n', '\r\n')}\r\n`);
    await expect(page.getByText('points.csv: 12 points, 2 columns')).toBeVisible();
    await expect(play(page)).toBeEnabled();
    expect((await look(page)).data).toHaveLength(12);
  });

  test('with text or holes among its numbers: where, and an offer', async ({ page }) => {
    await openForOwnPoints(page);
    const rows = ring(12, (x, y) => `${x},${y}`).split('\n');
    rows[3] = 'abc,7';
    rows[5] = '8,';
    await loadCsv(page, ['x,y', ...rows].join('\n'), 'holes.csv');
    await expect(dialog(page)).toContainText('holes.csv cannot be used yet');
    await expect(dialog(page)).toContainText('Row 5, column "x" is "abc"');
    await expect(dialog(page)).toContainText('Row 7, column "y" is empty');
    await takeScreenshot(page, 'csv-refused');
    await dialog(page).getByRole('button', { name: 'Leave these rows out' }).click();
    await expect(message(page, /2 of 12 rows are left out/)).toBeVisible();
    await expect(page.getByText('holes.csv: 10 points, 2 columns')).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
  });

  test('of one column, of constants, of nothing: told what is missing', async ({ page }) => {
    await openForOwnPoints(page);
    for (const [text, words] of [
      [`x\n${ring(9, (x) => String(x))}`, 'only one column of numbers, "x"'],
      [`x,y\n${'3,4\n'.repeat(9)}`, 'All points of the own data are the same'],
      ['x,y\n', 'no rows of numbers'],
      ['', 'no rows'],
      ['PK\u0003\u0004rest', 'not text'],
      [`x,y\n"1,2\n${'3,4\n'.repeat(9)}`, 'not closed'],
    ] as const) {
      await loadCsv(page, text);
      await expect(dialog(page)).toContainText(words);
      await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click();
      await expect(dialog(page)).toHaveCount(0);
    }
    await loadCsv(page, `x,y,z\n${ring(9, (x, y) => `${x},${y},5`)}`);
    await expect(message(page, /"z" is 5 in every row/)).toBeVisible();
    await expect(page.getByText('points.csv: 9 points, 3 columns')).toBeVisible();
  });

  test('of more rows than can be used: a choice of them', async ({ page }) => {
    await openForOwnPoints(page);
    await loadCsv(page, `x,y\n${ring(60_000, (x, y) => `${x.toFixed(3)},${y.toFixed(3)}`)}`);
    await expect(dialog(page)).toContainText('60,000 rows; at most 50,000');
    await expect(dialog(page).getByRole('button', { name: /rows/i })).toHaveCount(3);
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(region(page, 'Data space').getByText('No points yet')).toBeVisible();
  });

  test('of a million rows leaves the page answering while it is read', async ({ page }) => {
    await openForOwnPoints(page);
    // Made in the page: a file of this size is not sent through the test's wire.
    const told = await page.evaluate(async () => {
      const line = (row: number) => `${(row % 977) / 7},${(row % 1013) / 11}\n`;
      const block = Array.from({ length: 10_000 }, (_, row) => line(row)).join('');
      const file = new File(['x,y\n', ...Array.from({ length: 100 }, () => block)], 'big.csv');
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
        if (text.includes('cannot be used')) return [...seen];
        if (text.includes('Reading big.csv')) seen.add(text);
      }
    });
    // A page held up by the reading would have painted once, at its end.
    expect(told.length).toBeGreaterThan(2);
    await expect(dialog(page)).toContainText('1,000,000 rows; at most 50,000');
  });

  test('reading can be stopped', async ({ page }) => {
    await openForOwnPoints(page);
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
    });
    await expect(dialog(page)).toContainText('Reading endless.csv');
    await dialog(page).getByRole('button', { name: 'Stop' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(region(page, 'Data space').getByText('No points yet')).toBeVisible();
  });
});

test('points drawn with the mouse are trained on', async ({ page }) => {
  await openForOwnPoints(page);
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
  await takeScreenshot(page, 'drawing');
  await button(page, 'Train on these').click();
  await expectStepBeyond(page, 2);
  await button(page, 'Pause').click();
  const { data, labels } = await look(page);
  expect(data.length).toBeGreaterThan(8);
  expect(new Set(labels)).toEqual(new Set([0, 1]));
  const xs = data.map(([x]) => x);
  expect(Math.max(...xs)).toBeGreaterThan(0);
  expect(Math.min(...xs)).toBeLessThan(0);
});

test.describe('exports', () => {
  const save = async (page: Page, name: string): Promise<Download> => {
    const downloading = page.waitForEvent('download');
    await button(page, name).click();
    return downloading;
  };
  const textOf = async (download: Download) => readFile(await download.path(), 'utf8');

  test('pictures and numbers are what they say they are', async ({ page }) => {
    await openSmall(page, { seed: 3 });
    await script(page, 'train', 4);
    await expectStep(page, 4);

    const svg = await save(page, 'Save picture as SVG');
    expect(svg.suggestedFilename()).toBe('svae-gmm-seed-3-step-4.svg');
    const drawn = await page.evaluate(
      (text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          root: parsed.documentElement.nodeName,
          errors: parsed.querySelectorAll('parsererror').length,
          words: parsed.documentElement.textContent ?? '',
        };
      },
      await textOf(svg),
    );
    expect(drawn).toMatchObject({ root: 'svg', errors: 0 });
    for (const words of ['latent dimension 1', 'Data space', 'Latent space', 'Cluster weights']) {
      expect(drawn.words).toContain(words);
    }

    const png = await save(page, 'Save picture as PNG');
    const bytes = await readFile(await png.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const width = bytes.readUInt32BE(16);
    expect(width).toBeGreaterThan(400);

    const { data, latents, assignments } = await look(page);
    const points = (await textOf(await save(page, 'Points'))).trim().split('\r\n');
    expect(points).toHaveLength(1 + data.length);
    expect(points[0].split(',')).toEqual([
      'y1',
      'y2',
      'label',
      'cluster',
      'responsibility',
      'latent 1',
      'latent 2',
      'reconstructed y1',
      'reconstructed y2',
    ]);
    points.slice(1).forEach((line, row) => {
      const cells = line.split(',').map(Number);
      expect(cells.every(Number.isFinite)).toBe(true);
      expect(cells[3]).toBe(assignments[row] + 1);
      expect(cells[5]).toBeCloseTo(latents[row][0], 4);
    });

    const bound = (await textOf(await save(page, 'Bound'))).trim().split('\r\n');
    expect(bound[0]).toBe('step,elbo,reconstruction,local KL,global KL');
    expect(bound.slice(1).map((line) => Number(line.split(',')[0]))).toEqual([1, 2, 3, 4]);
  });

  test('a saved model opens as it was, and goes on the same way', async ({ page }) => {
    await openSmall(page, { seed: 6 });
    await script(page, 'train', 20);
    await script(page, 'edit', { kind: 'moveCluster', cluster: 2, mean: [1, -7] });
    const saved = comparable(await look(page));
    const file = await textOf(await save(page, 'Save'));
    await script(page, 'train', 5);
    const later = comparable(await look(page));

    await openSmall(page, { seed: 99, settings: { clusters: 6 } });
    await openModel(page, file);
    await expect(announcement(page)).toContainText('model.json is open');
    await expectStep(page, 20);
    expect(comparable(await look(page))).toEqual(saved);
    await script(page, 'train', 5);
    expect(comparable(await look(page))).toEqual(later);
    await button(page, 'Undo').click();
    await expectStep(page, 0);
    expect((await look(page)).clusters).toHaveLength(6);
  });

  test('a model file that does not fit is refused in words and changes nothing', async ({
    page,
  }) => {
    await openSmall(page);
    await script(page, 'train', 3);
    const before = comparable(await look(page));
    const good = await textOf(await save(page, 'Save'));
    const changed = (change: object) => JSON.stringify({ ...JSON.parse(good), ...change });
    for (const [text, words] of [
      [changed({ version: 2 }), /newer version of this page/],
      [changed({ version: 0 }), /version is 0; only version 1/],
      [good.slice(0, good.length / 2), /not complete: it may have been cut off/],
      [changed({ lab: 'svae-lds' }), /belongs to the lab "svae-lds"/],
      [changed({ format: 'something' }), /not a model file/],
      ['x,y\n1,2\n', /does not hold JSON/],
      [changed({ settings: { ...JSON.parse(good).settings, clusters: 99 } }), /99/],
    ] as const) {
      await openModel(page, text);
      await expect(message(page, words)).toBeVisible();
    }
    expect(comparable(await look(page))).toEqual(before);
    await expectStep(page, 3);
  });
});
