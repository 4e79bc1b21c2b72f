import type { Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { boxOf, button, openLink, region, script } from './lab.ts';
import { expectLaidOutAtAllWidths } from './laidOut.ts';

const REGIONS = ['Observations', 'Latent space', 'Probe', 'ELBO', 'Reconstruction and KL'] as const;

interface PlainSnapshot {
  readonly data: readonly (readonly number[])[];
  readonly latents: readonly (readonly number[])[];
  readonly deviations: readonly (readonly number[])[];
  readonly reconstructions: readonly (readonly number[])[];
  readonly gain: readonly number[];
  readonly kl: readonly number[];
  readonly klByDimension: readonly number[];
}

const look = async (page: Page) => (await script(page, 'snapshot')) as unknown as PlainSnapshot;
const hand = (page: Page) => region(page, 'Probe');
const probe = (page: Page) => button(page, 'Probe');

test('the VAE: a probe, the reparameterisation trick, pictures on a phone', async ({ page }) => {
  await test.step('a visitor finds a trained model, walks its plane and draws from its prior', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openLink(page, '#/vae');
    for (const name of REGIONS) {
      await expect(region(page, name)).toBeVisible();
      const { y, height } = await boxOf(region(page, name));
      expect(y + height).toBeLessThanOrEqual(720);
    }
    const { data, latents, deviations, kl, klByDimension } = await look(page);
    expect([data.length, latents[0].length, deviations[0].length]).toEqual([500, 2, 2]);
    expect(Math.min(...kl)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...klByDimension)).toBeGreaterThan(1);

    const first = page.getByText('Drag the probe through latent space');
    await expect(first).toBeVisible();

    // By keys, and by the pointer anywhere in the plane.
    await expect(hand(page)).toContainText('x = (0.00, 0.00) decodes to');
    await probe(page).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowUp');
    await expect(hand(page)).toContainText('x = (0.50, 0.10) decodes to');
    const plane = region(page, 'Latent space').locator('.square-plot');
    const box = await plane.boundingBox();
    if (!box) throw new Error('The plane is not there.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x + 60, y + 50);
    await page.mouse.down();
    await page.mouse.move(x - 40, y + 30, { steps: 4 });
    await page.mouse.up();
    // What to do first has been done.
    await expect(first).toBeHidden();
    await expect(hand(page)).toContainText(/x = \(−\d\.\d\d, −\d\.\d\d\) decodes to/);
    await expect(region(page, 'Observations').locator('.decoded-mark')).toHaveCount(1);

    // A click does the same, and far out of the plot a sign at the rim says where it decodes to.
    await page.mouse.click(x + 90, y + 70);
    await expect(hand(page)).toContainText(/x = \(\d\.\d\d, −\d\.\d\d\) decodes to/);
    await probe(page).focus();
    await page.keyboard.down('Shift');
    for (let press = 0; press < 60; press++) await page.keyboard.down('ArrowDown');
    await page.keyboard.up('ArrowDown');
    await page.keyboard.up('Shift');
    await expect(
      region(page, 'Observations').getByRole('img', { name: /^Decoded outside the plot/ }),
    ).toBeVisible();
    await page.keyboard.press('Home');
    await expect(hand(page)).toContainText('x = (0.00, 0.00) decodes to');

    const datum = hand(page).getByRole('textbox', { name: 'Observation' });
    await datum.fill('501');
    await page.keyboard.press('Enter');
    await expect(hand(page).getByRole('alert')).toContainText('501 is too large');
    await datum.fill('7');
    await page.keyboard.press('Enter');
    await expect(hand(page)).toContainText(/KL \d\.\d\d, gain −?\d\.\d\d nats; error/);
    await expect(
      region(page, 'Reconstruction and KL').getByText('Reconstruction and KL of observation 7'),
    ).toBeVisible();

    await expect(button(page, 'Draw again')).toBeDisabled();
    const layer = (name: string) =>
      region(page, 'Latent space').getByRole('button', { name, exact: true });
    await layer('Samples').click();
    await layer('Latent grid').click();
    await button(page, 'Draw again').click();
    // What one sees is in the link: the probe, and which samples of the prior.
    expect(await script(page, 'link')).toMatch(
      /sampleDraw=2&.*&view=samples,grid&edits=.*placeProbe.*'latent':!0,0;/,
    );
    await expectAccessible(page, region(page, 'Probe'));
    await takeScreenshot(page, 'vae');
  });

  await test.step('a student splits the gap of an observation by a key', async () => {
    await openLink(page, '#/vae');
    await hand(page).getByRole('textbox', { name: 'Observation' }).fill('126');
    await page.keyboard.press('Enter');
    // The panel that comes brings the choice along, and the focus with it.
    await page.getByRole('radio', { name: 'Forces' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Gap' })).toBeFocused();
    const gap = region(page, 'Gap of the ELBO');
    await expect(gap.getByRole('listitem', { name: /^whole gap: 0\.\d{3} nats$/ })).toBeVisible();
    await page.keyboard.press('o');
    await expect(gap).toContainText(/Approximation gap 0\.\d+, amortisation gap 0\.\d+, together/);
    await expect(region(page, 'Latent space').locator('.optimised-q')).not.toHaveCount(0);
    await expectAccessible(page, gap);
    await takeScreenshot(page, 'vae-gap');
    await page.getByRole('radio', { name: 'Gap' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('radio', { name: 'Forces' })).toBeFocused();
    await expect(region(page, 'Reconstruction and KL')).toBeVisible();
    await expect(region(page, 'Latent space').locator('.contour-line')).toHaveCount(0);
  });

  await test.step('a lecturer steps through the reparameterisation trick by keyboard', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openLink(page, '#/vae');
    const open = button(page, 'Step through the trick');
    await open.focus();
    await page.keyboard.press('Enter');
    const view = region(page, 'The reparameterisation trick');
    await expect(view).toBeFocused();
    const frame = view.getByRole('slider', { name: 'Frame' });
    for (const stage of ['Encode', 'Draw noise', 'Sample', 'Decode', 'Objective', 'Gradients']) {
      await expect(view.getByRole('heading', { name: stage, exact: true })).toBeVisible();
      await expect(frame).toHaveAttribute('aria-valuetext', new RegExp(`^\\d of 6: ${stage}$`));
      if (stage !== 'Gradients') await page.keyboard.press('ArrowRight');
    }
    await expect(view.getByRole('img', { name: /none flows to epsilon/ })).toBeVisible();
    await expectAccessible(page, region(page, 'The reparameterisation trick'));
    await takeScreenshot(page, 'vae-trick');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const noise = view.getByText(/Noise is drawn/);
    const first = await noise.textContent();
    await button(page, 'Draw another ε').click();
    await expect(noise).not.toHaveText(first ?? '');
    await page.keyboard.press('Escape');
    await expect(view).toHaveCount(0);
    await expect(open).toBeFocused();
  });

  await test.step('shapes on a phone: a preset brings its data, and pictures come back from the decoder', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.setViewportSize({ width: 390, height: 844 });
    await openLink(page, '#/vae?picturesPerShape=20&v=1');
    await button(page, 'Settings').click();
    await page.getByRole('dialog').getByRole('radio', { name: 'β-VAE' }).click();
    await page.keyboard.press('Escape');
    const observations = region(page, 'Observations');
    await expect(observations.getByRole('img', { name: 'Picture 1', exact: true })).toBeVisible();
    await script(page, 'train', 40);
    const { data, reconstructions, latents, klByDimension } = await look(page);
    expect([data[0].length, reconstructions[0].length]).toEqual([144, 144]);
    expect([latents[0].length, klByDimension.length]).toEqual([4, 4]);
    await expect(
      observations.getByRole('img', { name: /each with its reconstruction/ }),
    ).toBeVisible();
    await region(page, 'Latent space')
      .getByRole('combobox', { name: 'Vertical latent dimension' })
      .selectOption({ label: 'Dim. 4' });
    await region(page, 'Latent space').getByRole('button', { name: 'Latent grid' }).click();
    await observations.getByRole('button', { name: 'Samples', exact: true }).click();
    await expect(observations.getByRole('img', { name: /samples of the prior/ })).toBeVisible();
    await probe(page).focus();
    await page.keyboard.press('ArrowUp');
    await expect(hand(page)).toContainText('decoder σ');
    await expectLaidOutAtAllWidths(page);
    await expectAccessible(page, page.getByRole('main'));
    await takeScreenshot(page, 'vae-shapes-phone');
  });
});
