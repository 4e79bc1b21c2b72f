/** The thesis's experiments and the tracking example beside the SVAE-LDS, and links to them. */
import type { Locator, Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { button, expectStep, openLink, play, region, script } from './lab.ts';

/** Learns the period within seconds, also where graphics are drawn in software. */
const SETTINGS = { latentDimension: 4, hiddenUnits: 20, windows: 4 };

interface PlainSnapshot {
  readonly prediction: readonly (readonly number[])[];
  readonly period: number | null;
  readonly truePeriod: number;
  readonly inputEnds: number;
}

const look = async (page: Page) => (await script(page, 'snapshot')) as unknown as PlainSnapshot;
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });
const experiment = (page: Page, figure: string): Locator =>
  page.getByRole('button', { name: new RegExp(`${figure}$`) });
const frameOf = (page: Page): Locator =>
  region(page, 'Filter, smoother, sampler').getByRole('slider', { name: 'Frame' });

/** The link of the page, from "#" on. */
const link = async (page: Page) => new URL(await script(page, 'link')).hash;

test('the experiments of the thesis, the tracking example, and retraining', async ({ page }) => {
  await test.step('every figure is one click in its tab, and a link opens the tracking example', async () => {
    await openLink(page, '#/svae-lds');
    await test.step('the figures', async () => {
      await tab(page, 'Experiments').click();

      await experiment(page, 'Figure 6.6').click();
      const errors = page.getByRole('list', { name: 'Latent 1', exact: true });
      await expect(errors.getByRole('listitem')).toHaveCount(5);
      await button(page, '×100').click();
      await expect(button(page, '×100')).toHaveAttribute('aria-pressed', 'true');
      await expect.poll(() => link(page)).toContain("'factor':100");
      await expectAccessible(page);
      await takeScreenshot(page, 'lds-latent-scaling');

      await experiment(page, 'Figure 6.7b').click();
      await expect.poll(() => link(page)).toContain('shiftLatents');

      await experiment(page, 'Figure 6.7c').click();
      await expect.poll(async () => (await look(page)).truePeriod).toBeCloseTo(17.778, 2);
      // It keeps the rhythm it has learned.
      expect(Math.abs(((await look(page)).period ?? 0) / 26.667 - 1)).toBeLessThan(0.05);

      await experiment(page, 'Figure 6.7d').click();
      await expect.poll(async () => (await look(page)).inputEnds).toBe(0);
      await expect.poll(async () => (await look(page)).truePeriod).toBeCloseTo(26.667, 2);
      await expect(page.getByRole('button', { name: 'Single sample' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );

      await experiment(page, 'Figures 6.8, 6.9').click();
      await expect(page.getByRole('rowheader', { name: '1.1' })).toBeVisible();
      await expectAccessible(page);

      await experiment(page, 'Figure 6.5').click();
      await expect.poll(async () => (await look(page)).inputEnds).toBe(100);
      await expect(button(page, 'Clear edits')).toBeDisabled();

      await experiment(page, 'Figure 6.7c').click();
      await expect.poll(() => link(page)).toContain('feedSpeed=1.5');
      await experiment(page, 'Figure 6.7c').click();
      await expect.poll(() => link(page)).not.toContain('feedSpeed');
    });

    await test.step('the tracking example, walked through by keyboard', async () => {
      await openLink(page, '#/svae-lds?view=tracking');
      await expect(region(page, 'Filter, smoother, sampler')).toBeFocused();
      const frame = frameOf(page);
      await expect(frame).toHaveAttribute('aria-valuetext', '1 of 120: Predict, step 0');
      await page.keyboard.press('ArrowRight');
      await expect(frame).toHaveAttribute('aria-valuetext', '2 of 120: Condition, step 0');
      await button(page, 'Smooth').press('Enter');
      await expect(frame).toHaveAttribute('aria-valuetext', '61 of 120: Smooth, step 29');
      await page.keyboard.press('End');
      await expect(frame).toHaveAttribute('aria-valuetext', '120 of 120: Sample, step 0');
      await expectAccessible(page);
      await takeScreenshot(page, 'lds-tracking');
      expect(await link(page)).toContain('view=tracking');
      await page.keyboard.press('Escape');
      await expect(region(page, 'Prediction')).toBeVisible();
      expect(await link(page)).not.toContain('tracking');
    });
  });

  await test.step('the dynamics are retrained, and the link goes the same way', async () => {
    await page.goto('/');
    await script(page, 'open', 'svae-lds', { seed: 4, backend: 'wasm', settings: SETTINGS });
    await expect(play(page)).toBeEnabled();
    await script(page, 'train', 150);
    await tab(page, 'Experiments').click();
    await experiment(page, 'Figure 6.10').click();
    await button(page, 'Retrain').click();
    const time = page.getByRole('definition').filter({ hasText: /^[\d.]+ s, \d+ steps$/ });
    await expect(time).toHaveCount(1);
    const { period, truePeriod, prediction } = await look(page);
    expect(Math.abs((period ?? 0) / truePeriod - 1)).toBeLessThan(0.01);
    await expectAccessible(page);

    const address = await link(page);
    expect(address).toContain('changesAt=150');
    const steps = Number(/steps=(\d+)/.exec(address)?.[1]);
    await openLink(page, '#/svae-gmm');
    await openLink(page, address);
    await expectStep(page, steps);
    expect((await look(page)).prediction).toEqual(prediction);
    await expect(tab(page, 'Experiments')).toHaveAttribute('aria-selected', 'true');
    await expect(experiment(page, 'Figure 6.10')).toHaveAttribute('aria-expanded', 'true');
  });
});
