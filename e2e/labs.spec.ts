/** What holds of the page of every lab in the registry: a lab that is added is checked, too. */

import type { Page } from 'playwright/test';
import { labs } from '../src/labs/allLabs.ts';
import { expect, expectAccessible, takeScreenshot, testInOnePage as test } from './fixtures.ts';
import { button, expectStepBeyond, play, region, shownStep } from './lab.ts';
import { expectLaidOutAtAllWidths } from './laidOut.ts';

for (const { id, title, startsTrained = true, hasTour } of labs) {
  test(`${title}: opens from home, is accessible, trains, and is laid out well, presented too`, async ({
    page,
  }) => {
    await goHome(page);
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(play(page)).toBeEnabled();
    await expect(page).toHaveTitle(new RegExp(`^${title}`));
    const before = await shownStep(page);
    expect(before > 0).toBe(startsTrained);
    await button(page, 'Step').click();
    await expectStepBeyond(page, before);
    await expectAccessible(page);
    await takeScreenshot(page, `lab-${id}`);
    await expectLaidOutAtAllWidths(page);
    await page.locator('main').focus();
    await page.keyboard.press('p');
    await expectLaidOutAtAllWidths(page);
    await takeScreenshot(page, `lab-${id}-presented`);
    await page.keyboard.press('f');
    await expect(region(page, 'Formula')).toBeVisible();
    await expectNoScrolling(page);
    await page.keyboard.press('f');
    await page.keyboard.press('p');
    if (hasTour) await expectTour(page, title);
  });
}

/** Expects that a class sees the whole stage. */
async function expectNoScrolling(page: Page): Promise<void> {
  const hidden = () =>
    page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
  await expect.poll(hidden).toBe(0);
}

async function goHome(page: Page): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  else await page.getByRole('link', { name: 'SVAE Lab', exact: true }).click();
}

/** Takes the tour from the home page, by the keyboard, as far as its second step, and leaves it. */
async function expectTour(page: Page, title: string): Promise<void> {
  await goHome(page);
  await page.getByRole('link', { name: `Take the tour of ${title}`, exact: true }).press('Enter');
  const tour = region(page, 'Tour');
  await expect(tour).toContainText(/1 of \d+/);
  await expect(button(page, 'Next')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tour).toContainText(/2 of \d+/);
  await page.keyboard.press('t');
  await expect(tour).toBeHidden();
}
