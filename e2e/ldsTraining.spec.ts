/** The SVAE-LDS trained from its seed, scanned, sent as a link, and left for another lab. */
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import {
  button,
  expectStep,
  expectStepBeyond,
  message,
  openLink,
  play,
  region,
  script,
} from './lab.ts';
import { look, openShipped, openSmall, slider } from './ldsLab.ts';

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

test('a link reopens the model, and work is there again when one comes back', async ({ page }) => {
  await test.step('a link reopens settings, edits and where the input ends', async () => {
    await openSmall(page);
    await script(page, 'train', 12);
    await script(page, 'edit', { kind: 'setInputEnd', step: 30 });
    await script(page, 'edit', { kind: 'scaleTransitionColumn', column: 0, factor: 0.9 });
    const before = await look(page);
    const link = await script(page, 'link');
    await page.goto('/');
    await openLink(page, new URL(link).hash);
    await expectStep(page, 12);
    const after = await look(page);
    expect(after.inputEnds).toBe(30);
    expect(after.transition).toEqual(before.transition);
    expect(after.prediction).toEqual(before.prediction);
  });

  await test.step('from lab to lab, each drawn in its own pictures', async () => {
    await openSmall(page);
    await script(page, 'train', 7);
    await openLink(page, '#/svae-gmm');
    await expect(region(page, 'Latent space')).toBeVisible();
    await openShipped(page);
    await expect(region(page, 'Eigenvalues')).toBeVisible();
    await expectStep(page, 7);
    await expect(slider(page, 'Column 4 factor')).toBeVisible();
    await expect(slider(page, 'Column 5 factor')).toHaveCount(0);
  });

  await test.step('the start page pictures both', async () => {
    await page.goto('/#/');
    await expect(page.getByRole('link', { name: 'SVAE-LDS' })).toBeVisible();
    await expect(page.getByRole('img', { name: /bouncing dot/ })).toBeVisible();
    await takeScreenshot(page, 'home-lds');
  });
});
