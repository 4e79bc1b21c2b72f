/** The SVAE-LDS trained from its seed, scanned, sent as a link, and left for another lab. */
import { expect, expectAccessible, test } from './fixtures.ts';
import { button, expectStep, expectStepBeyond, message, play, region, script } from './lab.ts';
import { look, openSmall } from './ldsLab.ts';

test('a model is trained live, from edits too, and scanned', async ({ page }) => {
  await openSmall(page);
  await test.step('the scan finds the column that matters', async () => {
    await button(page, 'Scan').click();
    const dialog = page.getByRole('dialog', { name: /^Scan/ });
    // While it runs the plot has a status of its own.
    await expect(dialog.getByRole('status').last()).toContainText(/column/i);
    await expect(dialog.getByText(/changes the period/).last()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('it trains from the seed, live, and takes a step back', async () => {
    await play(page).click();
    await expectStepBeyond(page, 20);
    await button(page, 'Pause').click();
    await expect(play(page)).toBeVisible();
    const curve = region(page, 'ELBO');
    await expect(curve.getByText('Press Play')).toBeHidden();
    await button(page, 'Reset').click();
    await expectStep(page, 0);
    await button(page, 'Undo').click();
    await expectStepBeyond(page, 20);
  });

  await test.step('edits built in are what training goes on from, also after a breakdown', async () => {
    await openSmall(page);
    await script(page, 'train', 5);
    await script(page, 'edit', { kind: 'scaleTransitionColumn', column: 1, factor: 0.5 });
    const edited = await look(page);
    await button(page, 'Train from here').click();
    await expect(message(page, 'The model as learned')).toBeVisible();
    const baked = await look(page);
    expect(baked.transition[0][1]).toBeCloseTo(edited.transition[0][1], 6);
    await button(page, 'Step').click();
    await expectStep(page, 6);
    await script(page, 'provoke', 'nan');
    await button(page, 'Step').click();
    const goOn = button(page, 'Do that and go on');
    await expect(goOn).toBeInViewport();
    await goOn.click();
    await expectStepBeyond(page, 6);
    await expect(goOn).toHaveCount(0);
  });
});
