/** The SVAE-LDS's trained dynamics in the hands of a person: what is turned, scaled, typed, shown. */
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { announcement, button, message, region, script } from './lab.ts';
import { look, openShipped, slider } from './ldsLab.ts';

test('the trained model has found the period; its dynamics are turned, scaled and typed', async ({
  page,
}) => {
  await openShipped(page);
  await test.step('the period', async () => {
    const { data, prediction, latents, transition, period, truePeriod, inputEnds } =
      await look(page);
    expect(data).toHaveLength(200);
    expect(prediction[0]).toHaveLength(12);
    expect(latents[0]).toHaveLength(transition.length);
    expect(inputEnds).toBe(100);
    expect(Math.abs(period / truePeriod - 1)).toBeLessThan(0.01);
    await takeScreenshot(page, 'lds');
  });

  await test.step('the line where input ends goes where it is dragged, to the start, and off', async () => {
    const line = region(page, 'Observations').getByRole('slider');
    const other = region(page, 'Prediction').getByRole('slider');
    await expect(line).toHaveAttribute('aria-valuetext', 'Input ends at step 100');
    const box = await region(page, 'Observations').locator('.plot-area').boundingBox();
    const grip = await line.locator('.input-end-grip').boundingBox();
    if (!box || !grip) throw new Error('The strip has no line.');
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
    const pointedAt = page.locator('.chart-crosshair').first();
    await page.mouse.move(x, y + 20);
    await expect(pointedAt).toBeAttached();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - box.width / 8, y + 4);
    // What was pointed at is not left behind by the hand.
    await expect(pointedAt).not.toBeAttached();
    await page.mouse.move(x - box.width / 4, y + 4);
    await page.mouse.up();
    await expect(announcement(page)).toContainText('Input ends at step');
    expect(Math.abs((await look(page)).inputEnds - 50)).toBeLessThanOrEqual(1);
    await line.focus();
    await page.keyboard.press('Home');
    await expect(other).toHaveAttribute('aria-valuetext', 'No input at all');
    await expect.poll(async () => (await look(page)).inputEnds).toBe(0);
    await page.keyboard.press('End');
    await expect(other).toHaveAttribute('aria-valuetext', 'Input throughout');
    await expect.poll(async () => (await look(page)).inputEnds).toBe(200);
    await script(page, 'clearEdits');
  });

  await test.step('single samples, uncertainty and the phase portrait are shown on demand', async () => {
    const prediction = region(page, 'Prediction');
    await expect(prediction).toContainText('mean of 50');
    await prediction.getByRole('button', { name: 'Single sample' }).click();
    await expect(prediction).toContainText('sample 1 of 50');
    await prediction.getByRole('button', { name: 'Another sample' }).click();
    await expect(prediction).toContainText('sample 2 of 50');
    await prediction.getByRole('combobox', { name: 'Number of samples' }).selectOption('10');
    await expect(prediction).toContainText('sample 2 of 10');
    await prediction.getByRole('button', { name: 'Uncertainty' }).click();
    await expect(prediction).toContainText('± sd');
    const latents = region(page, 'Latent trajectories');
    await latents.getByRole('button', { name: 'Phase portrait' }).click();
    await expect(latents.getByRole('combobox', { name: 'Horizontal latent' })).toBeVisible();
    await expectAccessible(page, region(page, 'Latent trajectories'));
    await takeScreenshot(page, 'lds-portrait');
    const link = await script(page, 'link');
    expect(link).toContain('view=');
    for (const flag of ['sample', 'band', 'portrait']) expect(link).toContain(flag);
  });

  await test.step('the dial doubles the frequency, and undo takes that back', async () => {
    // A visit whose history has nothing else to undo.
    await page.goto('about:blank');
    await openShipped(page);
    const { period } = await look(page);
    await slider(page, 'Frequency').focus();
    // 1.01 to the power of 70.
    for (let press = 0; press < 14; press++) await page.keyboard.press('Shift+ArrowRight');
    // The challenge that this solves may have the last word.
    await expect(announcement(page)).toContainText(
      /Pair 1 turns 2\.01 times as fast|Challenge done: Twice as fast/,
    );
    await expect
      .poll(async () => Math.abs((2.01 * (await look(page)).period) / period - 1))
      .toBeLessThan(0.005);
    await expect(region(page, 'Eigenvalues')).toContainText('13.3');
    // As often as there were presses: strokes that followed each other fast are one step.
    for (let press = 0; press < 14; press++) await page.keyboard.press('Control+z');
    await expect
      .poll(async () => Math.abs((await look(page)).period / period - 1))
      .toBeLessThan(0.001);
    await button(page, 'Redo').click();
    await expect.poll(async () => (await look(page)).period).toBeLessThan(0.99 * period);
    await button(page, 'Clear edits').click();
    await expect(region(page, 'Motion and edits')).toContainText('The model as learned');
  });

  await test.step('a column that is scaled too far is told of, and scaled back as one edit', async () => {
    const before = await look(page);
    const factor = slider(page, 'Column 1 factor');
    await factor.focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowUp');
    await expect(factor).toHaveValue('1.4');
    await expect
      .poll(async () => (await look(page)).transition[0][0])
      .toBeCloseTo(1.4 * before.transition[0][0], 6);
    const alarm = message(page, /The system is unstable: spectral radius 1\.\d\d/);
    await expect(alarm).toBeVisible();
    const scaled = await look(page);
    expect(scaled.spectralRadius).toBeGreaterThan(before.spectralRadius + 0.1);
    scaled.transition.forEach((row, i) => {
      expect(row[0]).toBeCloseTo(1.4 * before.transition[i][0], 6);
    });
    await expectAccessible(page, region(page, 'Motion and edits'));
    await takeScreenshot(page, 'lds-unstable');
    await button(page, 'Scale back to the unit circle').click();
    await expect(alarm).toBeHidden();
    await expect.poll(async () => (await look(page)).spectralRadius).toBeCloseTo(1, 2);
    // The other columns and the focus stay where they were.
    expect((await look(page)).transition[0][1]).toBeCloseTo(before.transition[0][1], 12);
    await expect(region(page, 'Motion and edits')).toBeFocused();
    await button(page, 'Undo').click();
    await expect(alarm).toBeVisible();
    await button(page, 'Clear edits').click();
    await expect(alarm).toBeHidden();
    await expect(button(page, 'Clear edits')).toBeFocused();
    expect((await look(page)).transition).toEqual(before.transition);
  });

  await test.step('where training has yet to find a pair, its turn waits', async () => {
    await slider(page, 'Frequency').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(announcement(page)).toContainText('Pair 1 turns');
    await button(page, 'Reset').click();
    await expect(message(page, /removed with the model/)).toBeVisible();
    const turn = { kind: 'turnEigenvalue', pair: 0, angleFactor: 1.1, radiusFactor: 1 };
    await script(page, 'edit', turn);
    await expect(
      message(page, 'Pair 1 does not exist at present: its edit has no effect until it does.'),
    ).toBeVisible();
  });
});
