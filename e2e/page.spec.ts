import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';

test('the start page leads to the labs, the sources and the course, accessibly', async ({
  page,
}) => {
  await test.step('the page opens, with a title and a heading, and is accessible', async () => {
    await page.goto('/');
    await expect(page).toHaveTitle(/SVAE Lab/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await takeScreenshot(page, 'first-visit');
  });

  await test.step('the pages of sources and of the course are reached from home, and accessible', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Sources, privacy and licence' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About SVAE Lab');
    await expectAccessible(page);
    // As a citation in a lab asks for it.
    await page.goto('/#/about?source=dempster');
    await expect(page.getByRole('listitem').filter({ hasText: 'Dempster' }).first()).toBeFocused();

    await page.goto('/#/course');
    await expect(page.getByRole('row')).toHaveCount(17);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const excess = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(excess).toBe(0);
  });
});
