/** What holds of the page of every lab in the registry: a lab that is added is checked, too. */
import { examplesOf } from '../src/labs/examples.fixture.ts';
import { labs } from '../src/labs/registry.ts';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { button, expectStep, openLink, play, script, shownStep } from './lab.ts';
import { expectLaidOutAtAllWidths } from './laidOut.ts';

for (const { id, title, startsTrained = true } of labs) {
  test(`${title}: opens, trains, takes edits and gives them back, and a link brings it all back`, async ({
    page,
  }) => {
    const { small, edits } = await examplesOf(id);
    const look = async () => {
      const { stepsPerSecond: _, backend: _b, ...rest } = await script(page, 'snapshot');
      return rest;
    };
    await page.goto('/');
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(play(page)).toBeEnabled();
    await expect(page).toHaveTitle(new RegExp(`^${title}`));
    expect((await shownStep(page)) > 0).toBe(startsTrained);
    await expectAccessible(page);
    await takeScreenshot(page, `lab-${id}`);

    await script(page, 'open', id, { seed: 1, settings: small });
    await expect(play(page)).toBeEnabled();
    await script(page, 'train', 5);
    await expectStep(page, 5);
    const trained = await look();
    for (const edit of edits) await script(page, 'edit', edit as object);
    const edited = await look();
    if (edits.length > 0) expect(edited).not.toEqual(trained);
    const link = new URL(await script(page, 'link')).hash;
    for (const _ of edits) await button(page, 'Undo').click();
    await expect.poll(look).toEqual(trained);

    await page.goto('/');
    await openLink(page, link);
    await expectStep(page, 5);
    await expect.poll(look).toEqual(edited);
    await expectLaidOutAtAllWidths(page);
  });
}
