import { expect, expectAccessible, test } from './fixtures.ts';
import { button, openLink, readout, region } from './lab.ts';

test('runs next to each other: kept over a reload, seeds in spare workers, one taken over', async ({
  page,
}) => {
  await openLink(page, '#/em');
  const strip = region(page, 'Kept runs');

  await test.step('a kept run has a letter in the chart and a row in the table', async () => {
    await region(page, 'ELBO').getByRole('button', { name: 'Keep run' }).click();
    await button(page, 'Show kept runs').click();
    await expect(strip.getByRole('row')).toHaveCount(3);
    await expect(region(page, 'ELBO').locator('.chart-ghost-letter')).toHaveText('A');
    await expectAccessible(page, strip);
    await page.reload();
    await page.getByRole('button', { name: 'Compare 1' }).click();
    await expect(strip.getByRole('row')).toHaveCount(3);
  });

  await test.step('seeds train in workers that end with them', async () => {
    await page.keyboard.press('Shift+N');
    const dialog = page.getByRole('dialog', { name: 'Train several seeds' });
    await dialog.getByLabel('First seed').fill('5');
    await dialog.getByLabel('Steps of each').fill('30');
    await page.keyboard.press('Enter');
    const before = page.workers().length;
    await dialog.getByRole('button', { name: 'Train 8 seeds' }).click();
    await expect(dialog.getByText('8 seeds done', { exact: true })).toBeVisible();
    await expect(dialog.getByRole('img', { name: /^Clusters of seed/ })).toHaveCount(8);
    await expect(dialog.locator('.strip-best').first()).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(before);
    await expectAccessible(page, dialog);
    await dialog.getByRole('button', { name: 'Open seed 7' }).click();
    await expect(dialog).toBeHidden();
    await expect(readout(page, 'Step')).toHaveText('30');
    await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('7');
    await button(page, 'Undo').click();
    await expect(readout(page, 'Step')).toHaveText('0');
  });
});
