/** EM's pages: half-steps by hand, slow motion, experts. */
import type { Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { button, expectStep, expectStepBeyond, openLink, play, region, script } from './lab.ts';
import {
  expectFormulaIsClear,
  expectLaidOut,
  expectLargeType,
  expectOnOneScreen,
} from './laidOut.ts';

const eStep = (page: Page) => button(page, 'E-step');
const mStep = (page: Page) => button(page, 'M-step');

const halfSteps = (page: Page) => page.getByRole('group', { name: 'Half-steps' });
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

test('EM by hand: half-steps, one iteration slowly, experts', async ({ page }) => {
  await test.step('E-step and M-step by hand: the gap closes and opens, and nothing falls', async () => {
    await openLink(page, '#/em?preset=half-steps');
    for (const name of ['Observations', 'Landscape', 'ELBO', 'Responsibilities'])
      await expect(region(page, name)).toBeVisible();
    const chart = region(page, 'ELBO');
    await eStep(page).click();
    await expectStep(page, 1);
    await mStep(page).click();
    await expectStep(page, 2);
    await expect(chart).toContainText('has never fallen (2 half-steps)');

    // A point by keyboard.
    await button(page, 'Least sure point').click();
    const bars = region(page, 'Responsibilities');
    await expect(bars.getByRole('textbox', { name: 'Point' })).toBeVisible();
    await expectAccessible(page, region(page, 'Responsibilities'));

    // The same iteration, slowly.
    await button(page, 'Look inside one iteration').click();
    const view = region(page, 'One iteration, slowly');
    await expect(view).toContainText('is nearest to mean');
    await page.keyboard.press('p');
    for (const stage of ['Distances', 'Log joint', 'Softmax', 'Responsibilities', 'Count']) {
      await expect(view.locator('[aria-current="step"]')).toContainText(stage);
      await expectFormulaIsClear(page);
      await page.keyboard.press('ArrowRight');
    }
    await expectLargeType(page);
    await page.keyboard.press('p');
    await page.keyboard.press('End');
    await expect(view.locator('[aria-current="step"]')).toContainText('Covariance');
    await expectAccessible(page, region(page, 'One iteration, slowly'));
    await takeScreenshot(page, 'em-iteration');
    await page.keyboard.press('Escape');
    await expect(chart).toBeVisible();
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await expectLaidOut(page);
      await takeScreenshot(page, `em-${screen.width}`);
    }
    await expectOnOneScreen(page, halfSteps(page), region(page, 'ELBO'));

    // A half at rest leaves Space to Play.
    await mStep(page).focus();
    await page.keyboard.press('Space');
    await expectStepBeyond(page, 2);
  });

  await test.step('experts on a curve: reached from the clusters, trained, left again', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openLink(page, '#/em');
    await page.getByRole('link', { name: 'Experts on a curve' }).click();
    await expect(region(page, 'Gate')).toBeVisible();
    await expect(play(page)).toBeEnabled();
    await play(page).click();
    // EM rests by itself: the button is back, and the page says why.
    await expect(region(page, 'ELBO')).toContainText('It has converged');
    await expect(play(page)).toBeVisible();
    await script(page, 'train', 10);
    await expect(region(page, 'Gate').getByRole('listitem')).toHaveCount(3);
    await expect(region(page, 'ELBO')).toContainText('log-likelihood has never fallen');
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await expectLaidOut(page);
      await takeScreenshot(page, `experts-${screen.width}`);
    }
    await expectOnOneScreen(page, halfSteps(page), region(page, 'ELBO'));
    await page.getByRole('link', { name: 'Clusters in the plane' }).click();
    await expect(region(page, 'Landscape')).toBeVisible();
  });
});
