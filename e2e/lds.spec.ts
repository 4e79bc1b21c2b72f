import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import {
  announcement,
  button,
  expectStep,
  expectStepBeyond,
  message,
  openLink,
  play,
  region,
  script,
} from './lab.ts';

const REGIONS = [
  'Observations',
  'Prediction',
  'Latent trajectories',
  'Transition matrix',
  'Eigenvalues',
  'Evidence lower bound',
] as const;

/** A model that trains fast even where graphics are drawn in software. */
const SMALL = {
  pixels: 6,
  sequenceSteps: 600,
  latentDimension: 4,
  hiddenUnits: 8,
  windowSteps: 40,
  windows: 2,
};

interface PlainSnapshot {
  readonly data: readonly (readonly number[])[];
  readonly prediction: readonly (readonly number[])[];
  readonly latents: readonly (readonly number[])[];
  readonly transition: readonly (readonly number[])[];
  readonly eigenvalues: readonly { readonly re: number; readonly im: number }[];
  readonly spectralRadius: number;
  readonly period: number;
  readonly truePeriod: number;
  readonly inputEnds: number;
}

const look = async (page: Page) => (await script(page, 'snapshot')) as unknown as PlainSnapshot;
const slider = (page: Page, name: string): Locator =>
  page.getByRole('slider', { name, exact: true });

/** The shipped model, which knows the dot. */
const openShipped = (page: Page) => openLink(page, '#/svae-lds');

async function openSmall(page: Page): Promise<void> {
  await page.goto('/');
  await script(page, 'open', 'svae-lds', { seed: 1, backend: 'wasm', settings: SMALL });
  await expect(play(page)).toBeEnabled();
}

test('opens on a trained model that has found the period', async ({ page }) => {
  await openShipped(page);
  for (const name of REGIONS) await expect(region(page, name)).toBeVisible();
  const { data, prediction, latents, transition, period, truePeriod, inputEnds } = await look(page);
  expect(data).toHaveLength(200);
  expect(prediction[0]).toHaveLength(12);
  expect(latents[0]).toHaveLength(transition.length);
  expect(inputEnds).toBe(100);
  expect(Math.abs(period / truePeriod - 1)).toBeLessThan(0.01);
  await takeScreenshot(page, 'lds');
});

test('trains from the seed, live, and takes a step back', async ({ page }) => {
  await openSmall(page);
  await play(page).click();
  await expectStepBeyond(page, 20);
  await button(page, 'Pause').click();
  await expect(play(page)).toBeVisible();
  const curve = region(page, 'Evidence lower bound');
  await expect(curve.getByText('Press Play')).toBeHidden();
  await button(page, 'Reset').click();
  await expectStep(page, 0);
  await button(page, 'Undo').click();
  await expectStepBeyond(page, 20);
});

test('the line where input ends goes where it is dragged, to the start, and off', async ({
  page,
}) => {
  await openShipped(page);
  const line = region(page, 'Observations').getByRole('slider');
  const other = region(page, 'Prediction').getByRole('slider');
  await expect(line).toHaveAttribute('aria-valuetext', 'Input ends at step 100');
  const box = await region(page, 'Observations').locator('canvas').first().boundingBox();
  const grip = await line.locator('.input-end-grip').boundingBox();
  if (!box || !grip) throw new Error('The strip has no line.');
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - box.width / 8, y + 4);
  await page.mouse.move(x - box.width / 4, y + 4);
  await page.mouse.up();
  await expect(announcement(page)).toContainText('Input ends at step');
  expect(Math.abs((await look(page)).inputEnds - 50)).toBeLessThanOrEqual(1);
  await line.focus();
  await page.keyboard.press('Home');
  await expect(other).toHaveAttribute('aria-valuetext', 'No input at all');
  await expect.poll(async () => (await look(page)).inputEnds).toBe(0);
  await page.keyboard.press('End');
  await expect(other).toHaveAttribute('aria-valuetext', 'Input throughout');
  await expect.poll(async () => (await look(page)).inputEnds).toBe(200);
});

test('the dial doubles the frequency, and undo takes that back', async ({ page }) => {
  await openShipped(page);
  const { period } = await look(page);
  await slider(page, 'Frequency').focus();
  // 1.01 to the power of 70.
  for (let press = 0; press < 14; press++) await page.keyboard.press('Shift+ArrowRight');
  // The challenge that this solves may have the last word.
  await expect(announcement(page)).toContainText(
    /Pair 1 turns 2\.01 times as fast|Challenge done: Twice as fast/,
  );
  await expect
    .poll(async () => Math.abs((2.01 * (await look(page)).period) / period - 1))
    .toBeLessThan(0.005);
  await expect(region(page, 'Eigenvalues')).toContainText('13.3');
  // As often as there were presses: strokes that followed each other fast are one step.
  for (let press = 0; press < 14; press++) await page.keyboard.press('Control+z');
  await expect
    .poll(async () => Math.abs((await look(page)).period / period - 1))
    .toBeLessThan(0.001);
  await button(page, 'Redo').click();
  await expect.poll(async () => (await look(page)).period).toBeLessThan(0.99 * period);
  // Where training has yet to find a pair, its turn waits.
  await button(page, 'Reset').click();
  await expect(message(page, 'Pair 1 is not there at present: its turn waits.')).toBeVisible();
});

test('a column that is scaled too far is told of, and scaled back as one edit', async ({
  page,
}) => {
  await openShipped(page);
  const before = await look(page);
  const factor = slider(page, 'Column 1 factor');
  await factor.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowUp');
  await expect(factor).toHaveValue('1.4');
  await expect
    .poll(async () => (await look(page)).transition[0][0])
    .toBeCloseTo(1.4 * before.transition[0][0], 6);
  const alarm = message(page, /The system grows without bound: spectral radius 1\.\d\d/);
  await expect(alarm).toBeVisible();
  const scaled = await look(page);
  expect(scaled.spectralRadius).toBeGreaterThan(before.spectralRadius + 0.1);
  scaled.transition.forEach((row, i) => {
    expect(row[0]).toBeCloseTo(1.4 * before.transition[i][0], 6);
  });
  await expectAccessible(page);
  await takeScreenshot(page, 'lds-unstable');
  await button(page, 'Scale back to the unit circle').click();
  await expect(alarm).toBeHidden();
  await expect.poll(async () => (await look(page)).spectralRadius).toBeCloseTo(1, 2);
  // The other columns and the focus stay where they were.
  expect((await look(page)).transition[0][1]).toBeCloseTo(before.transition[0][1], 12);
  await expect(region(page, 'Dynamics in hand')).toBeFocused();
  await button(page, 'Undo').click();
  await expect(alarm).toBeVisible();
  await button(page, 'Clear edits').click();
  await expect(alarm).toBeHidden();
  await expect(button(page, 'Clear edits')).toBeFocused();
  expect((await look(page)).transition).toEqual(before.transition);
});

test('an entry of the matrix takes a typed number, refuses what is none, and comes back', async ({
  page,
}) => {
  await openShipped(page);
  const before = await look(page);
  const cell = region(page, 'Transition matrix').getByRole('gridcell').nth(1);
  await cell.focus();
  await page.keyboard.press('Enter');
  const entry = region(page, 'Transition matrix').getByRole('textbox');
  await entry.fill('much');
  await entry.press('Enter');
  await expect(message(page, /is not a number/)).toBeVisible();
  await entry.fill('−0,25');
  await entry.press('Enter');
  await expect.poll(async () => (await look(page)).transition[0][1]).toBeCloseTo(-0.25, 12);
  await cell.focus();
  await page.keyboard.press('Delete');
  await expect
    .poll(async () => (await look(page)).transition[0][1])
    .toBeCloseTo(before.transition[0][1], 12);
});

test('edits built in are what training goes on from, also after a breakdown', async ({ page }) => {
  await openSmall(page);
  await script(page, 'train', 5);
  await script(page, 'edit', { kind: 'scaleTransitionColumn', column: 1, factor: 0.5 });
  const edited = await look(page);
  await button(page, 'Train from here').click();
  await expect(message(page, 'The model as learned')).toBeVisible();
  const baked = await look(page);
  expect(baked.transition[0][1]).toBeCloseTo(edited.transition[0][1], 6);
  await button(page, 'Step').click();
  await expectStep(page, 6);
  await script(page, 'provoke', 'nan');
  await button(page, 'Step').click();
  const goOn = button(page, 'Do that and go on');
  await expect(goOn).toBeInViewport();
  await goOn.click();
  await expectStepBeyond(page, 6);
  await expect(goOn).toHaveCount(0);
});

test('the scan finds the column that matters', async ({ page }) => {
  await openSmall(page);
  await button(page, 'Scan').click();
  const dialog = page.getByRole('dialog', { name: /^Scan/ });
  // While it runs the plot has a status of its own.
  await expect(dialog.getByRole('status').last()).toContainText(/column/i);
  await expect(dialog.getByText(/changes the period/).last()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('single samples, uncertainty and the phase portrait are shown on demand', async ({ page }) => {
  await openShipped(page);
  const prediction = region(page, 'Prediction');
  await expect(prediction).toContainText('mean of 50');
  await prediction.getByRole('button', { name: 'Single sample' }).click();
  await expect(prediction).toContainText('sample 1 of 50');
  await prediction.getByRole('button', { name: 'Another sample' }).click();
  await expect(prediction).toContainText('sample 2 of 50');
  await prediction.getByRole('combobox', { name: 'Number of samples' }).selectOption('10');
  await expect(prediction).toContainText('sample 2 of 10');
  await prediction.getByRole('button', { name: 'Uncertainty' }).click();
  await expect(prediction).toContainText('± sd');
  const latents = region(page, 'Latent trajectories');
  await latents.getByRole('button', { name: 'Phase portrait' }).click();
  await expect(latents.getByRole('combobox', { name: 'Horizontal latent' })).toBeVisible();
  await expectAccessible(page);
  await takeScreenshot(page, 'lds-portrait');
  const link = await script(page, 'link');
  expect(link).toContain('view=');
  for (const flag of ['sample', 'band', 'portrait']) expect(link).toContain(flag);
});

test('a link reopens settings, edits and where the input ends', async ({ page }) => {
  await openSmall(page);
  await script(page, 'train', 12);
  await script(page, 'edit', { kind: 'setInputEnd', step: 30 });
  await script(page, 'edit', { kind: 'scaleTransitionColumn', column: 0, factor: 0.9 });
  const before = await look(page);
  const link = await script(page, 'link');
  await page.goto('/');
  await openLink(page, new URL(link).hash);
  await expectStep(page, 12);
  const after = await look(page);
  expect(after.inputEnds).toBe(30);
  expect(after.transition).toEqual(before.transition);
  expect(after.prediction).toEqual(before.prediction);
});

test('going from lab to lab draws each in its own pictures', async ({ page }) => {
  await openShipped(page);
  await openLink(page, '#/svae-gmm');
  await expect(region(page, 'Latent space')).toBeVisible();
  await openShipped(page);
  await expect(region(page, 'Eigenvalues')).toBeVisible();
  await page.goto('/#/');
  await expect(page.getByRole('link', { name: 'SVAE-LDS' })).toBeVisible();
  await expect(page.getByRole('img', { name: /bouncing dot/ })).toBeVisible();
  await expectAccessible(page);
  await takeScreenshot(page, 'home-lds');
});

test('work in one lab is there again when one comes back from another', async ({ page }) => {
  await openSmall(page);
  await script(page, 'train', 7);
  await openLink(page, '#/svae-gmm');
  await openShipped(page);
  await expectStep(page, 7);
  await expect(slider(page, 'Column 4 factor')).toBeVisible();
  await expect(slider(page, 'Column 5 factor')).toHaveCount(0);
});

test.describe('own series', () => {
  const wave = (rows: number) =>
    Array.from(
      { length: rows },
      (_, row) =>
        `${(20 + 5 * Math.sin(row / 4)).toFixed(4)},${(20 + 5 * Math.cos(row / 4)).toFixed(4)}`,
    ).join('\n');

  async function openForOwn(page: Page): Promise<void> {
    await openSmall(page);
    await page.getByRole('combobox', { name: 'Signal' }).selectOption('own');
    await expect(region(page, 'Observations').getByText('No series yet.')).toBeVisible();
  }

  const load = (page: Page, text: string) =>
    page
      .getByLabel('CSV file')
      .first()
      .setInputFiles({ name: 'wave.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

  test('from a CSV file, gaps and all, is trained on and exported in its own units', async ({
    page,
  }) => {
    await openForOwn(page);
    await expectAccessible(page);
    // 400 steps, of which 80 are held out; 120 before them are shown too.
    const lines = wave(400).split('\n');
    lines.fill('', 340, 350);
    lines[9] = '1,';
    await load(page, `left,right\n${lines.join('\n')}\n\n`);
    await expect(message(page, /21 values are missing, in rows 11 and 342 to 351\./)).toBeVisible();
    await expect(page.getByText('wave.csv: 400 steps, 2 columns, 21 values missing')).toBeVisible();
    await expect(
      region(page, 'Observations').getByText('Hatched: 20 values missing'),
    ).toBeVisible();
    await expectAccessible(page);
    await expect(play(page)).toBeEnabled();
    expect((await look(page)).data[0]).toHaveLength(2);
    await expect(region(page, 'Observations')).toContainText('right');
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
    await expect(region(page, 'Observations').getByText('No series yet.')).toBeVisible();
  });

  test('that is too short for a window, or no series at all, is told of', async ({ page }) => {
    await openForOwn(page);
    await load(page, wave(30));
    await expect(message(page, /a window of 40 steps does not fit/)).toBeVisible();
    expect(await isCovered(page, 'Prediction')).toBe(true);
    await button(page, 'Take the last change back').click();
    await expect(region(page, 'Observations').getByText('No series yet.')).toBeVisible();
    await load(page, wave(30));
    await button(page, 'Windows of 15 steps').click();
    await expect(play(page)).toBeEnabled();
    await load(page, `${wave(100)}\nabc,1`);
    await expect(page.getByRole('dialog', { name: 'wave.csv cannot be used yet' })).toBeVisible();
    await expect(page.getByText('Row 101, column "column 1" is "abc"')).toBeVisible();
    // Without a row a series would jump.
    await expect(button(page, 'Leave these rows out')).toHaveCount(0);
  });
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  test(`the lab fits ${width} by ${height}, and nothing moves when the model comes or changes`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/#/svae-lds');
    await expect(region(page, 'Observations')).toBeVisible();
    const early = await panelBoxes(page);
    await expect(play(page)).toBeEnabled();
    await expect(slider(page, 'Column 1 factor')).toBeVisible();
    expect(await panelBoxes(page)).toEqual(early);
    await script(page, 'edit', { kind: 'scaleTransitionColumn', column: 0, factor: 1.4 });
    await expect(button(page, 'Scale back to the unit circle')).toBeVisible();
    expect(await panelBoxes(page)).toEqual(early);
    await script(page, 'undo');
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    for (const name of REGIONS) {
      const box = await region(page, name).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    // What one turns is in sight together with what comes of it.
    if (width === 1440)
      for (const name of ['Transition matrix', 'Eigenvalues'])
        await expect(region(page, name)).toBeInViewport({ ratio: 1 });
    // Wide pages are looked at where the system runs away.
    if (width === 390) await expectAccessible(page);
    await takeScreenshot(page, `lds-${width}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, `lds-${width}-dark`);
  });
}

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

/** Where the panels of the stage are. */
function panelBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('section[data-stage-part]')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const numbers = [x, y + window.scrollY, width, height].map((value) => value.toFixed(0));
      return `${element.getAttribute('aria-label')} ${numbers.join(' ')}`;
    }),
  );
}
