import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Locator, Page } from 'playwright/test';
import { build, preview } from 'vite';
import { test as base, expect, expectAccessibleIn } from './fixtures.ts';

/** The gallery is not part of the product: it is built and served for this file alone. */
const test = base.extend<object, { gallery: string }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs.
    async ({}, use) => {
      const outDir = fileURLToPath(new URL('../test-results/gallery', import.meta.url));
      const shared = {
        root: fileURLToPath(new URL('gallery', import.meta.url)),
        configFile: false as const,
        logLevel: 'warn' as const,
      };
      await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true } });
      const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
      const address = server.resolvedUrls?.local[0];
      if (address === undefined) throw new Error('The gallery is not served.');
      await use(address);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ gallery }, use) => use(gallery),
});

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`index.html?plots=dynamics${query}`);
  await expect(page.getByRole('grid', { name: 'Transition matrix A' })).toBeVisible();
}

const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name });
const region = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** What the gallery has heard from its pictures since it was last asked, one line each. */
const asked = new WeakMap<Page, number>();
async function heard(page: Page): Promise<readonly string[]> {
  const lines = ((await page.locator('output').getAttribute('data-log')) ?? '')
    .split('\n')
    .slice(1);
  const news = lines.slice(asked.get(page) ?? 0);
  asked.set(page, lines.length);
  return news;
}

async function drag(page: Page, from: readonly [number, number], dx: number, dy: number) {
  await page.mouse.move(...(from as [number, number]));
  await page.mouse.down();
  await page.mouse.move(from[0] + dx / 2, from[1] + dy / 2);
  await page.mouse.move(from[0] + dx, from[1] + dy);
  await page.mouse.up();
}

async function centreOf(locator: Locator): Promise<readonly [number, number]> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not shown.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

// What the labs show with ten dimensions is looked at there.
test('axe finds nothing in pictures of one dimension', async ({ page }) => {
  for (const theme of ['light', 'dark'] as const) {
    await open(page, `&theme=${theme}&dimension=1`);
    await expectAccessibleIn(theme, page);
  }
});

test('pictures over time: the line where input ends, one axis, names to pick from, export', async ({
  page,
}) => {
  await open(page);
  await test.step('strips and trajectories share their time axis', async () => {
    const [data, prediction] = await Promise.all(
      ['Observations', 'Prediction'].map((name) =>
        region(page, name).locator('.plot-area').boundingBox(),
      ),
    );
    expect(data?.x).toBe(prediction?.x);
    expect(data?.width).toBe(prediction?.width);
    if (data === null) throw new Error('There is no strip.');
    await page.mouse.move(data.x + (50.5 * data.width) / 200, data.y + 20);
    for (const name of ['Observations', 'Prediction'])
      await expect(region(page, name).getByText('step 50')).toBeVisible();
    await expect(region(page, 'Phase portrait').getByText('step 50')).toBeVisible();
  });

  await test.step('the line goes to the very start, and off, by keys', async () => {
    const line = slider(page, 'Input ends');
    await line.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(line).toHaveAttribute('aria-valuetext', 'Input ends at step 119');
    expect(await heard(page)).toEqual([
      'inputEnd 120 start',
      'inputEnd 119 move',
      'inputEnd 119 end',
    ]);
    await page.keyboard.press('Home');
    await expect(line).toHaveAttribute('aria-valuetext', 'No input at all');
    await page.keyboard.press('End');
    await expect(line).toHaveAttribute('aria-valuetext', 'Input throughout');
  });

  await test.step('the line follows the pointer', async () => {
    const line = slider(page, 'Input ends');
    const strip = await region(page, 'Observations').locator('.plot-area').boundingBox();
    if (strip === null) throw new Error('There is no strip.');
    await drag(page, await centreOf(line), (-20 * strip.width) / 200, 0);
    await expect(line).toHaveAttribute('aria-valuetext', 'Input ends at step 180');
    await drag(page, await centreOf(line), strip.width, 0);
    await expect(line).toHaveAttribute('aria-valuetext', 'Input throughout');
  });

  await test.step('lines are picked from the list of their names', async () => {
    const latents = page.getByRole('listbox', { name: 'Latents' });
    await latents.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(latents.getByRole('option', { name: /^Latent 2:/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.getByRole('option', { name: /^Column 3:/ }).click();
    await expect(page.getByRole('option', { name: /^Column 3:/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  await test.step('pictures are exported with their fields', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    const svg = await page.locator('output').textContent();
    expect(svg).toContain('<image href="data:image/png');
    expect(svg).toContain('period / steps');
  });
});

test('the matrix and its eigenvalues are taken in hand', async ({ page }) => {
  await open(page);
  await test.step('a complex pair is turned by keys, its conjugate follows, and it can be reset', async () => {
    const dial = slider(page, 'Frequency');
    await expect(dial).toHaveAttribute('aria-valuetext', /^period 26\.7 steps, radius 0\.999/);
    await dial.focus();
    await page.keyboard.press('ArrowRight');
    expect((await heard(page)).at(-1)).toBe('turn 0 1.010 1.000 end');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(dial).toHaveAttribute('aria-valuetext', /radius 1\.009, grows$/);
    const pair = page.locator('.eigenvalue-pair').filter({ has: dial });
    const above = await centreOf(dial);
    const below = await centreOf(pair.locator('[data-conjugate]'));
    const [, centreY] = await centreOf(page.locator('.dial-circle'));
    expect(above[0]).toBeCloseTo(below[0], 3);
    expect(above[1] - centreY).toBeCloseTo(centreY - below[1], 3);
    await page.keyboard.press('Delete');
    await expect(dial).toHaveAttribute('aria-valuetext', /^period 26\.7 steps, radius 0\.999/);
  });

  await test.step('a complex pair is turned by hand, by either member', async () => {
    await heard(page);
    const third = page.getByRole('button', { name: /^Pair 3:/ });
    const below = page
      .locator('.eigenvalue-pair')
      .filter({ has: third })
      .locator('[data-conjugate]');
    await below.scrollIntoViewIfNeeded();
    const from = await centreOf(below);
    const circle = page.locator('.dial-circle');
    const centre = await centreOf(circle);
    const radius = ((await circle.boundingBox())?.width ?? 0) / 2;
    // The member below the real axis goes to -0.8 i: a period of four steps.
    await drag(page, from, centre[0] - from[0], centre[1] + 0.8 * radius - from[1]);
    await expect(slider(page, 'Frequency')).toHaveAttribute(
      'aria-valuetext',
      /^period 4\.0\d steps, radius 0\.(79|80)/,
    );
    expect((await heard(page))[0]).toMatch(/^turn 2 1\.000 1\.000 start$/);
  });

  await test.step('real eigenvalues say that they cannot be turned', async () => {
    const real = page.getByRole('listitem', { name: /^Real eigenvalue 0\.610/ });
    await real.hover();
    await expect(page.getByText('0.610. A real eigenvalue has no angle to turn')).toBeVisible();
    expect(await heard(page)).toEqual([]);
  });

  await test.step('entries of the matrix are walked, typed and restored by keys', async () => {
    const cell = (name: string): Locator => page.getByRole('gridcell', { name });
    await cell('Row 1, column 1:').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(cell('Row 2, column 2:')).toBeFocused();
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Row 2, column 2' });
    await expect(field).toBeFocused();
    await page.keyboard.type('much');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('“much” is not a number');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill('-0.5');
    await page.keyboard.press('Enter');
    await expect(cell('Row 2, column 2: −0.50, set by hand')).toBeFocused();
    await expect(page.getByRole('alert')).toHaveCount(0);
    // A digit starts over; Escape leaves everything as it was.
    await page.keyboard.press('7');
    await expect(field).toHaveValue('7');
    await page.keyboard.press('Escape');
    await expect(cell('Row 2, column 2: −0.50')).toBeFocused();
    await page.keyboard.press('Delete');
    expect(await heard(page)).toEqual(['entry 1 1 -0.5', 'reset 1 1']);
  });

  await test.step('columns are scaled by key and hand, and a double click resets them', async () => {
    const factor = slider(page, 'Column 3 factor');
    await factor.focus();
    await page.keyboard.press('ArrowUp');
    expect(await heard(page)).toEqual([
      'factor 2 1 start',
      'factor 2 1.01 move',
      'factor 2 1.01 end',
    ]);
    await page.keyboard.press('Shift+ArrowUp');
    await expect(factor).toHaveValue('1.11');
    await expect(page.getByText('×1.11')).toBeVisible();
    await factor.dblclick({ position: { x: 5, y: 60 } });
    await expect(factor).toHaveValue('1');
    await factor.fill('0.8');
    await expect(
      page.getByRole('gridcell', { name: /^Row 1, column 3: .*column scaled/ }),
    ).toBeVisible();
    expect((await heard(page)).at(-1)).toBe('factor 2 0.8 end');
  });
});

test('thirty dimensions stay inside a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, '&dimension=30');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const last = page.getByRole('gridcell', { name: /^Row 30, column 30:/ });
  await page.getByRole('gridcell', { name: /^Row 1, column 1:/ }).focus();
  await page.keyboard.press('Control+End');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
});
