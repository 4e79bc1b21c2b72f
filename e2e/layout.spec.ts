import type { Page } from 'playwright/test';
import { expect, takeScreenshot, test } from './fixtures.ts';
import {
  button,
  expectStepBeyond,
  message,
  openLink,
  openSmall,
  play,
  region,
  script,
  shownStep,
} from './lab.ts';

const SCREENS = [
  { width: 1440, height: 900, isDesktop: true },
  { width: 1280, height: 720, isDesktop: true },
  { width: 820, height: 1180, isDesktop: false },
  { width: 390, height: 844, isDesktop: false },
  { width: 360, height: 780, isDesktop: false },
] as const;

const REGIONS = ['Data space', 'Latent space', 'Evidence lower bound'] as const;

for (const { width, height, isDesktop } of SCREENS) {
  test(`the lab fits a screen of ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openLink(page, '#/svae-gmm');
    expect(await overflow(page)).toBe(0);
    for (const name of REGIONS) {
      await expect(region(page, name)).toBeVisible();
      const box = await region(page, name).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      if (isDesktop) expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
    await takeScreenshot(page, `lab-${width}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, `lab-${width}-dark`);
  });

  // Between the widest and the narrowest the bar only has more or less room.
  if (width !== 1440 && width !== 360) continue;

  test(`nothing in the bar moves while training on ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openSmall(page);
    const still = await barBoxes(page);
    await play(page).click();
    await expect(button(page, 'Pause')).toBeVisible();
    for (let looks = 0, from = 0; looks < 4; looks++) {
      await expectStepBeyond(page, from + 10);
      from = await shownStep(page);
      expect(await barBoxes(page)).toEqual(still);
    }
    await button(page, 'Pause').click();
    await expect(play(page)).toBeVisible();
    expect(await barBoxes(page)).toEqual(still);
    expect(await overflow(page)).toBe(0);
  });
}

test('Present leaves the stage alone on the screen, and Escape brings the rest back', async ({
  page,
}) => {
  await openSmall(page);
  await page.locator('main').focus();
  await page.keyboard.press('p');
  await expect(page.getByRole('complementary', { name: 'Settings' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Explanation' })).toBeHidden();
  for (const name of REGIONS) await expect(region(page, name)).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await takeScreenshot(page, 'present');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Settings' })).toBeVisible();
});

test('a link can hide parts of the page from a class', async ({ page }) => {
  await openLink(page, '#/svae-gmm?arms=2&pointsPerArm=20&seed=1&hide=settings,speed,seed&v=1');
  await expect(page.getByRole('complementary', { name: 'Settings' })).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Speed' })).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Seed' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Explanation' })).toBeVisible();
});

test('a link says what the plots draw, and carries on what one chooses', async ({ page }) => {
  const query = 'arms=2&pointsPerArm=20&hiddenUnits=8&seed=1&view=grid,-observations,colour&v=1';
  await openLink(page, `#/svae-gmm?${query}`);
  await expect(message(page, /"view" of the link names "colour"/)).toBeVisible();
  const plot = region(page, 'Data space');
  const layer = (name: string) => plot.getByRole('button', { name, exact: true });
  await expect(layer('Observations')).toHaveAttribute('aria-pressed', 'false');
  await expect(layer('Reconstructions')).toHaveAttribute('aria-pressed', 'true');
  await expect(layer('Latent grid')).toHaveAttribute('aria-pressed', 'true');
  await layer('Observations').click();
  await layer('Samples').click();
  expect(await script(page, 'link')).toContain('&view=grid,samples');
});

/** How far the page can be scrolled sideways, pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Where the buttons, fields and readouts of the bar are. */
function barBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('header:has(h1) :is(button, select, input, dl > div)')].map(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((value) => value.toFixed(1)).join(' ');
      },
    ),
  );
}
