/** The thesis's experiments and the tracking example, links to them; a model trained live and scanned. */
import type { Locator, Page } from 'playwright/test';
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
import { look, openSmall } from './ldsLab.ts';

const experiment = (page: Page, figure: string): Locator =>
  page.getByRole('button', { name: new RegExp(`${figure}$`) });

/** The link of the page, from "#" on. */
const link = async (page: Page) => new URL(await script(page, 'link')).hash;

test('the experiments of the thesis, the tracking example, retraining; a model trained live', async ({
  page,
}) => {
  await openLink(page, '#/svae-lds');
  await test.step('every figure is one click in its tab', async () => {
    await page.getByRole('tab', { name: 'Experiments' }).click();
    await experiment(page, 'Figure 6.6').click();
    const errors = page.getByRole('list', { name: 'Latent 1', exact: true });
    await expect(errors.getByRole('listitem')).toHaveCount(5);
    await button(page, '×100').click();
    await expect(button(page, '×100')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => link(page)).toContain("'factor':100");
    await expectAccessible(page, page.getByRole('complementary', { name: 'Explanation' }));
    await takeScreenshot(page, 'lds-latent-scaling');

    await experiment(page, 'Figure 6.7d').click();
    await expect.poll(async () => (await look(page)).inputEnds).toBe(0);
    await expect(button(page, 'Single sample')).toHaveAttribute('aria-pressed', 'true');
    await experiment(page, 'Figures 6.8, 6.9').click();
    await expect(page.getByRole('rowheader', { name: '1.1' })).toBeVisible();
    await expectAccessible(page, page.getByRole('complementary', { name: 'Explanation' }));

    await experiment(page, 'Figure 6.10').click();
    await expect.poll(() => link(page)).toContain('feedSpeed=1.5');
    await button(page, 'Retrain').click();
    const time = page.getByRole('definition').filter({ hasText: /^[\d.]+ s, \d+ steps$/ });
    await expect(time).toHaveCount(1);
    await expectAccessible(page, page.getByRole('complementary', { name: 'Explanation' }));
  });

  await test.step('the tracking example, walked through by keyboard', async () => {
    await openLink(page, '#/svae-lds?view=tracking');
    const view = region(page, 'Filter, smoother, sampler');
    await expect(view).toBeFocused();
    const frame = view.getByRole('slider', { name: 'Frame' });
    await expect(frame).toHaveAttribute('aria-valuetext', '1 of 120: Predict, step 0');
    await page.keyboard.press('ArrowRight');
    await expect(frame).toHaveAttribute('aria-valuetext', '2 of 120: Condition, step 0');
    await button(page, 'Smooth').press('Enter');
    await expect(frame).toHaveAttribute('aria-valuetext', '61 of 120: Smooth, step 29');
    await page.keyboard.press('End');
    await expect(frame).toHaveAttribute('aria-valuetext', '120 of 120: Sample, step 0');
    await expectAccessible(page, region(page, 'Filter, smoother, sampler'));
    await takeScreenshot(page, 'lds-tracking');
    expect(await link(page)).toContain('view=tracking');
    await page.keyboard.press('Escape');
    await expect(region(page, 'Prediction')).toBeVisible();
    expect(await link(page)).not.toContain('tracking');
  });

  await test.step('a model is trained live from its seed, and takes a step back', async () => {
    await openSmall(page);
    await play(page).click();
    await expectStepBeyond(page, 20);
    await button(page, 'Pause').click();
    await expect(play(page)).toBeVisible();
    await expect(region(page, 'ELBO').getByText('Press Play')).toBeHidden();
    await button(page, 'Reset').click();
    await expectStep(page, 0);
    await button(page, 'Undo').click();
    await expectStepBeyond(page, 20);
  });

  await test.step('the scan finds the column that matters', async () => {
    await button(page, 'Scan').click();
    const dialog = page.getByRole('dialog', { name: /^Scan/ });
    // While it runs the plot has a status of its own.
    await expect(dialog.getByRole('status').last()).toContainText(/column/i);
    await expect(dialog.getByText(/changes the period/).last()).toBeVisible();
    await expectAccessible(page, page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
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
