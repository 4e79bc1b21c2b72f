/** Panels that a class link leaves out: the stage closes the gap. */
import type { Page } from 'playwright/test';
import { expect, testInOnePage as test } from './fixtures.ts';
import { button, openLink } from './lab.ts';
import { expectLaidOut } from './laidOut.ts';

const SHOWN = 'class=transport,settings,explanation';
const DESKTOP = { width: 1440, height: 900 };
const TABLET = { width: 820, height: 1180 };
/** The largest part of the stage that may be empty. */
const MOST_EMPTY = 0.06;

/** Planes next to each other; a row of charts; sticky strips; panels that share a place; areas by name. */
const LEFT_OUT: readonly (readonly [lab: string, panels: readonly string[]])[] = [
  ['svae-gmm', ['data-space']],
  ['svae-gmm', ['bound', 'weights']],
  ['em', ['landscape']],
  ['svae-lds', ['latents']],
  ['svae-lds', ['transition']],
  ['svae-slds', ['bound', 'table']],
  ['divergences', ['area-forward']],
  ['topics', ['documents']],
];

test('a class link leaves panels out, and the others take their places', async ({ page }) => {
  for (const [lab, panels] of LEFT_OUT)
    await test.step(`${lab} without ${panels.join(' and ')}`, async () => {
      await page.setViewportSize(DESKTOP);
      const parts = panels.map((panel) => `without.${panel}`).join(',');
      await openLink(page, `#/${lab}?${SHOWN},${parts}`);
      for (const panel of panels)
        await expect(page.locator(`[data-stage-part="${panel}"]`).first()).toBeHidden();
      if (!panels.includes('bound') && lab.startsWith('svae'))
        await expect(page.getByRole('region', { name: 'ELBO', exact: true })).toBeVisible();
      for (const viewport of [DESKTOP, TABLET]) {
        await page.setViewportSize(viewport);
        await expect
          .poll(() => emptyPart(page), { message: `at ${viewport.width} pixels` })
          .toBeLessThan(MOST_EMPTY);
        await expectLaidOut(page);
      }
      await expect(page.getByText('of the link names')).toHaveCount(0);
    });

  await test.step('while presenting, too', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openLink(page, `#/svae-lds?${SHOWN},without.latents`);
    await page.locator('main').focus();
    await page.keyboard.press('p');
    await expect(button(page, 'Latents')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'ELBO', exact: true })).toBeVisible();
    await expect.poll(() => emptyPart(page)).toBeLessThan(MOST_EMPTY);
    await page.keyboard.press('Escape');
  });

  await test.step('and get them back', async () => {
    await button(page, 'Show everything').click();
    await expect(page.locator('[data-stage-part="latents"]')).toBeVisible();
    await expectLaidOut(page);
    // Places have names again, not cells.
    const areas = await page
      .locator('[data-stage-part="stage"] [style*="grid-area"]')
      .evaluateAll((places) => places.map((place) => (place as HTMLElement).style.gridArea));
    expect(areas.filter((area) => /\d/.test(area))).toEqual([]);
  });
});

/** How much of the stage shows neither a panel nor a control, from 0 to 1; spaces between them do not count. */
function emptyPart(page: Page): Promise<number> {
  return page.evaluate(() => {
    const stage = document.querySelector('[data-stage-part="stage"]');
    if (!stage) return 1;
    const panel = 'section[data-stage-part]';
    const contents = (element: Element): readonly DOMRect[] =>
      [...element.children].flatMap((child) => {
        if (child.querySelector(panel) && !child.matches(panel)) return contents(child);
        return child.checkVisibility({ visibilityProperty: true })
          ? [child.getBoundingClientRect()]
          : [];
      });
    const boxes = contents(stage);
    const { left, right, top, bottom } = stage.getBoundingClientRect();
    const [step, space] = [8, 12];
    let [all, empty] = [0, 0];
    for (let y = top + step / 2; y < bottom; y += step)
      for (let x = left + step / 2; x < right; x += step) {
        all += 1;
        const isIn = (box: DOMRect) =>
          x > box.left - space &&
          x < box.right + space &&
          y > box.top - space &&
          y < box.bottom + space;
        if (!boxes.some(isIn)) empty += 1;
      }
    return empty / all;
  });
}
