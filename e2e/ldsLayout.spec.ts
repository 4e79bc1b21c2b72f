/** The page of the SVAE-LDS on wide, small and narrow screens. */
import type { Page } from 'playwright/test';
import { expect, takeScreenshot, test } from './fixtures.ts';
import { button, play, region, script } from './lab.ts';
import { expectLaidOut, expectLargeType, expectOnOneScreen } from './laidOut.ts';
import { slider } from './ldsLab.ts';

const REGIONS = [
  'Observations',
  'Prediction',
  'Latent trajectories',
  'Transition matrix',
  'Eigenvalues',
  'ELBO',
] as const;

test('the SVAE-LDS fits, and nothing moves when the model comes or changes', async ({ page }) => {
  await test.step('on a desktop, what one turns is in sight together with what comes of it', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectStillWhileItComes(page);
    for (const name of ['Transition matrix', 'Eigenvalues'])
      await expect(region(page, name)).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1280, height: 720 });
    await expectLaidOut(page);
    await expectPresented(page);
  });

  await test.step('on a phone', async () => {
    await page.goto('about:blank');
    await page.setViewportSize({ width: 390, height: 844 });
    await expectStillWhileItComes(page);
    await expectOnOneScreen(page, region(page, 'Observations'), region(page, 'Eigenvalues'));
  });
});

async function expectStillWhileItComes(page: Page): Promise<void> {
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
  await takeScreenshot(page, `lds-${page.viewportSize()?.width}`);
}

/** Expects that a class sees what a lecturer turns, and what comes of it. */
async function expectPresented(page: Page): Promise<void> {
  await page.locator('main').focus();
  await page.keyboard.press('p');
  for (const name of REGIONS.slice(0, -1))
    await expect(region(page, name)).toBeInViewport({ ratio: 1 });
  await expectLargeType(page);
  await button(page, 'ELBO').click();
  await expect(region(page, 'ELBO')).toBeInViewport({ ratio: 1 });
  await expect(region(page, 'Latent trajectories')).toBeHidden();
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
