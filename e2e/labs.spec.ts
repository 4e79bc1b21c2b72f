/** What is true of the page of every lab: a lab that is added to the registry is walked through, too. */
import { labs } from '../src/labs/registry.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { button, expectStep, play, script, shownStep } from './lab.ts';

for (const { id, title } of labs) {
  test(`${title} is opened from home, takes a step, and comes back from its link`, async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(play(page)).toBeEnabled();
    const start = await shownStep(page);
    await button(page, 'Step').click();
    await expectStep(page, start + 1);
    await expectAccessible(page);
    const link = await script(page, 'link');
    expect(new URL(link).hash).toMatch(new RegExp(`^#/${id}\\?`));
    await script(page, 'open', id, { settings: {}, seed: 7 });
    await page.goto(link);
    await expectStep(page, start + 1);
    await expect(page).toHaveTitle(new RegExp(`^${title}`));
  });
}
