/** On phones the panels of a stage stand one below the other: Tab goes through them from the top down. */
import { expect, testInOnePage as test } from './fixtures.ts';
import { openLink } from './lab.ts';

/** Labs whose panels have another order on phones than on wide screens. */
for (const lab of ['svae-lds', 'em', 'mixture-of-experts'])
  test(`${lab} on a phone: Tab goes down the page`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openLink(page, `#/${lab}`);
    await expect(page.locator('main .plot').first()).toBeVisible();
    // Panels that are loaded after the first picture, too.
    await page.waitForLoadState('networkidle');
    await page.locator('main').focus();
    const tops: { readonly top: number; readonly what: string }[] = [];
    for (let stops = 0; stops < 60; stops++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const focused = document.activeElement;
        const place = focused?.closest(
          '[data-stage-part="stage"] section, [data-stage-part="stage"] > * > *',
        );
        if (!focused || !place) return null;
        // A part of the bar that has no box of its own, as its controls stand among the panels.
        const { height } = place.getBoundingClientRect();
        const { top } = (height > 0 ? place : focused).getBoundingClientRect();
        return {
          top: Math.round(top + window.scrollY),
          what: `${place.getAttribute('aria-label') ?? place.className}: ${focused.getAttribute('aria-label') ?? focused.textContent}`,
        };
      });
      if (stop) tops.push(stop);
      else if (tops.length > 0) break;
    }
    expect(tops.length).toBeGreaterThan(8);
    const goesBack = tops.filter(({ top }, index) => index > 0 && top < tops[index - 1].top - 40);
    expect(goesBack).toEqual([]);
  });
