/** What holds of the page of every lab in the registry: a lab that is added is checked, too. */

import type { Page } from 'playwright/test';
import { labs } from '../src/labs/allLabs.ts';
import { expect, expectAccessible, takeScreenshot, testInOnePage as test } from './fixtures.ts';
import { button, expectStepBeyond, openLink, play, region, shownStep } from './lab.ts';
import { expectAllInSight, expectLaidOut, expectLaidOutAtAllWidths } from './laidOut.ts';

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
    await expectAllInSight(page);
    await page.keyboard.press('s');
    await expect(region(page, 'Notes')).toBeVisible();
    await expectAllInSight(page);
    await takeScreenshot(page, `lab-${id}-formula-notes`);
    await page.keyboard.press('f');
    await expect(region(page, 'Formula')).toBeHidden();
    await expectAllInSight(page);
    await page.keyboard.press('s');
    await page.keyboard.press('d');
    await expect(page.getByRole('complementary', { name: 'Graphical model' })).toBeVisible();
    await expectAllInSight(page);
    await takeScreenshot(page, `lab-${id}-model`);
    await page.keyboard.press('d');
    await page.keyboard.press('p');
    if (hasTour) await expectTour(page, title);
  });
}

/** Those with the highest tables, and the lab of two planes. */
const FULLEST = [
  'estimators?preset=coin',
  'estimators?preset=coin-race&steps=5',
  'bounds?seed=0',
  'bounds?preset=signal',
  'bounds?preset=filter&steps=5',
  'vae?seed=3&steps=20',
];

test('SVAE-SLDS: presented next to its model, the sentence on paint does not lie on the bound', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLink(
    page,
    "#/svae-slds?edits=!('kind':'paintState','from':2696,'to':2720,'state':1);&seed=0&steps=800&v=1",
  );
  for (const key of ['p', 'd']) {
    await page.locator('main').focus();
    await page.keyboard.press(key);
  }
  await button(page, 'ELBO').click();
  await expect(region(page, 'ELBO').getByText('nats per step')).toBeVisible();
  await expectAllInSight(page);
});

test('presented: estimators, bounds, VAE are in sight with formula and graphical model, topics ask about words', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const link of FULLEST)
    await test.step(link, async () => {
      await openLink(page, `#/${link}`);
      await page.locator('main').focus();
      await page.keyboard.press('p');
      for (const keys of ['f', 'd']) {
        await page.keyboard.press(keys);
        await expectNoScrolling(page);
        await expect.poll(() => scrolledInside(page)).toEqual([]);
      }
      await page.keyboard.press('Escape');
    });
  // What takes the place of a view has a box.
  await test.step('word intrusion', async () => {
    await openLink(page, '#/topics?preset=countries');
    await page.locator('main').focus();
    await page.keyboard.press('p');
    const reader = region(page, 'Reader');
    await button(page, 'Topic 4').click();
    await reader.getByRole('radio', { name: 'Topic', exact: true }).check({ force: true });
    await expect(reader.getByRole('table')).toBeVisible();
    await button(page, 'Word intrusion').click();
    await expect(reader.getByText('Which word does not belong to it?')).toBeVisible();
    await button(page, 'Back to the topic').click();
    await expect(reader.getByRole('table')).toBeVisible();
    await page.keyboard.press('Escape');
  });
});

/** Every part of two labs, next to its graphical model. */
const PARTS = [
  'divergences?steps=60&v=1',
  'divergences?preset=between&v=1',
  'divergences?part=bars&v=1',
  'divergences?part=jensen&v=1',
  'divergences?part=plane&v=1',
  'divergences?preset=identity&v=1',
  'mean-field?preset=normal&v=1',
  'mean-field?preset=sprinkler&v=1',
];

test('a class sees every part of divergences and mean field next to its model', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const model = page.getByRole('complementary', { name: 'Graphical model' });
  for (const link of PARTS)
    await test.step(link, async () => {
      await openLink(page, `#/${link}`);
      await page.locator('main').focus();
      await page.keyboard.press('p');
      await expect(page.locator('html')).toHaveAttribute('data-present');
      await button(page, 'Graphical model').click();
      await expect(model).toBeVisible();
      await expectNoScrolling(page);
      await expectLaidOut(page);
      await page.keyboard.press('d');
      // P again soon would bring the notes up.
      await page.keyboard.press('Escape');
      await expect(page.locator('html')).not.toHaveAttribute('data-present');
      await expect(model).toBeHidden();
    });
});

/** What of the stage is cut off and scrolls, by its name. */
const scrolledInside = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((main) =>
    Array.from(main.querySelectorAll('*')).flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isOver =
        (/auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1) ||
        (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1);
      return isOver ? [element.ariaLabel ?? element.className] : [];
    }),
  );

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
