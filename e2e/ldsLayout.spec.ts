/** The page of the SVAE-LDS on wide, small and narrow screens. */
import type { Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { button, play, region, script } from './lab.ts';
import {
  expectLaidOut,
  expectLaidOutAtAllWidths,
  expectLargeType,
  expectOnOneScreen,
} from './laidOut.ts';
import { slider } from './ldsLab.ts';

const REGIONS = [
  'Observations',
  'Prediction',
  'Latent trajectories',
  'Transition matrix',
  'Eigenvalues',
  'ELBO',
] as const;

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
    for (const name of REGIONS) await expect(region(page, name)).toBeVisible();
    await expectLaidOut(page);
    if (width === 1280) {
      await expectPresented(page);
    }
    // What one turns is in sight together with what comes of it.
    if (width === 1440)
      for (const name of ['Transition matrix', 'Eigenvalues'])
        await expect(region(page, name)).toBeInViewport({ ratio: 1 });
    if (width === 390)
      await expectOnOneScreen(page, region(page, 'Observations'), region(page, 'Eigenvalues'));
    // Wide pages are looked at where the system runs away.
    if (width === 390) await expectAccessible(page);
    await takeScreenshot(page, `lds-${width}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, `lds-${width}-dark`);
  });
}

/** Expects that a class sees what a lecturer turns, and what comes of it. */
async function expectPresented(page: Page): Promise<void> {
  await page.locator('main').focus();
  await page.keyboard.press('p');
  await expectLaidOutAtAllWidths(page);
  for (const name of REGIONS.slice(0, -1))
    await expect(region(page, name)).toBeInViewport({ ratio: 1 });
  await expectLargeType(page);
  // The whole dial would show a tenth more frequency as three pixels.
  await button(page, 'Zoom').click();
  const pair = slider(page, 'Frequency');
  const before = await pair.boundingBox();
  await pair.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(pair).toHaveAttribute('aria-valuetext', /^period 24\./);
  // Its place may come a frame after its word.
  await expect
    .poll(async () => (before?.y ?? Number.NaN) - ((await pair.boundingBox())?.y ?? Number.NaN))
    .toBeGreaterThan(16);
  await takeScreenshot(page, 'lds-present');
  await script(page, 'undo');
  await page.keyboard.press('p');
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
