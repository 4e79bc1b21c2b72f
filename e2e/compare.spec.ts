/** Three models on the same data: what a visitor sees first, and what a class does with a link. */
import type { Locator, Page } from 'playwright/test';
import { expect, takeScreenshot, test } from './fixtures.ts';
import {
  boxOf,
  button,
  expectStep,
  expectStepBeyond,
  message,
  openLink,
  play,
  region,
  script,
} from './lab.ts';

const PANELS = ['Observations', 'GMM', 'VAE', 'SVAE'] as const;
const SMALL =
  'arms=2&pointsPerArm=20&mixtureClusters=4&clusters=4&hiddenUnits=8&batch=20&seed=1&v=1';

const row = (page: Page, model: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: model, exact: true }) });

/** Waits until all models are measured in full; at rest nothing else follows. */
async function expectMeasured(page: Page): Promise<void> {
  await expect(page.locator('table')).toHaveAttribute('aria-busy', 'false');
  await expect(region(page, 'Figures').getByText('512 samples each')).toBeVisible();
}

test('three models side by side: measured, lit up together, trained by a link, on own points', async ({
  page,
}) => {
  await test.step('a visitor finds three trained models, measured', () => findsTrained(page));
  await test.step('a link trains all three; settings and undo act on all', () => trainsAll(page));
  await test.step('own points have no fresh ones', () => measuresOwnPoints(page));
});

async function findsTrained(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLink(page, '#/compare');
  for (const name of PANELS) {
    const { y, height } = await boxOf(region(page, name));
    expect(y + height).toBeLessThanOrEqual(720);
  }
  await expectMeasured(page);
  await expect(row(page, 'SVAE').getByRole('cell').nth(1)).toHaveText(/^−\d\.\d\d\s± 0\.0\d\d$/);
  await expect(row(page, 'VAE')).toContainText('no clusters');
  await expect(row(page, 'GMM')).toContainText('not here');
  await expect(region(page, 'Figures')).toContainText('500 fresh points');
  await expect(region(page, 'ELBO').getByRole('listitem', { name: /^SVAE / })).toBeVisible();

  const dots = region(page, 'SVAE').locator('.square-plot');
  const box = await boxOf(dots);
  // The dense part of an arm, in whatever arm the way there crosses.
  for (let x = 0.3; x < 0.7; x += 0.02) {
    await dots.hover({ position: { x: box.width * x, y: box.height * 0.5 } });
    if ((await page.locator('.plot-hover-ring').count()) > 0) break;
  }
  for (const name of PANELS)
    await expect(region(page, name).locator('.plot-hover-ring')).toHaveCount(1);

  await region(page, 'VAE').getByRole('button', { name: 'Samples', exact: true }).click();
  for (const name of PANELS.slice(1)) {
    const toggle = region(page, name).getByRole('button', { name: 'Samples', exact: true });
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  }
  await region(page, 'VAE').getByRole('button', { name: 'Latent space', exact: true }).click();
  await expect(region(page, 'SVAE').locator('.plot-axis-name').first()).toHaveText(
    'latent dimension 1',
  );
  expect(await script(page, 'link')).toContain('view=samples,latent');
  await takeScreenshot(page, 'compare-1280');
  await page.setViewportSize({ width: 390, height: 844 });
  await takeScreenshot(page, 'compare-390');
  // Arrows scroll the wide table, and train nothing.
  const table = page.getByRole('group', { name: 'Table of figures' });
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  await expectStep(page, 2000);
}

async function trainsAll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLink(page, `#/compare?steps=30&${SMALL}`);
  await expectStep(page, 30);
  await expectMeasured(page);
  await expect(row(page, 'GMM')).toContainText(/ m?s$/);

  await play(page).click();
  await expectStepBeyond(page, 40);
  await expect(region(page, 'Figures').getByText('24 samples each')).toBeVisible();
  await button(page, 'Pause').click();
  await expectMeasured(page);

  await script(page, 'provoke', 'nan');
  await button(page, 'Step').click();
  await expect(message(page, /^VAE: Training stopped at step/)).toBeVisible();
  await button(page, 'Do that and go on').click();
  await expect(button(page, 'Pause')).toBeVisible();
  await button(page, 'Pause').click();

  await page.getByRole('radio', { name: 'Blobs' }).click();
  await expectStep(page, 0);
  await expect(row(page, 'GMM').getByRole('cell').nth(3)).toHaveText('5');
  await button(page, 'Undo').click();
  await expect(row(page, 'GMM').getByRole('cell').nth(3)).not.toHaveText('5');
}

async function measuresOwnPoints(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('own');
  await expect(region(page, 'Observations').getByText('No points yet')).toBeVisible();
  const text = Array.from(
    { length: 30 },
    (_, i) => `${Math.sin(i)},${(i * i) % 7.5},${Math.cos(3 * i)}`,
  ).join('\n');
  await page
    .getByLabel('CSV file')
    .first()
    .setInputFiles({
      name: 'own.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`a,b,c\n${text}`),
    });
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await expect(play(page)).toBeEnabled();
  await script(page, 'train', 5);
  await expectMeasured(page);
  await expect(page.getByRole('columnheader', { name: /^Training log p/ })).toBeVisible();
  await expect(region(page, 'Figures')).toContainText('the 30 training points');
  await region(page, 'Observations')
    .getByRole('combobox', { name: 'Vertical column' })
    .selectOption('c');
  await expect(region(page, 'SVAE').locator('.plot-axis-name').nth(1)).toHaveText('c');
}
