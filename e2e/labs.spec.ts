/** What holds of the page of every lab in the registry: a lab that is added is checked, too. */
import { labs } from '../src/labs/registry.ts';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { button, expectStepBeyond, play, shownStep } from './lab.ts';
import { expectLaidOutAtAllWidths } from './laidOut.ts';

for (const { id, title, startsTrained = true } of labs) {
  test(`${title}: opens from home, is accessible, trains, and is laid out well, presented too`, async ({
    page,
  }) => {
    await page.goto('/');
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
  });
}
