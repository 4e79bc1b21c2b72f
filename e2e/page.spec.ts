import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';

test('the page opens, with a title and a heading, and is accessible', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/SVAE Lab/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await takeScreenshot(page, 'first-visit');
});
