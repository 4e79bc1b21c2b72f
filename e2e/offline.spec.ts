import { expect, test } from './fixtures.ts';
import { expectStep, look, openSmall, play, script } from './lab.ts';

test.use({ serviceWorkers: 'allow' });

test('after the first visit the lab opens and trains without a network', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'SVAE-GMM', exact: true }).click();
  await expect(play(page)).toBeEnabled();
  // The shipped model was kept with the page.
  expect((await look(page)).step).toBeGreaterThan(100);
  // Collections of texts that were never opened are there, too.
  await page.goto('/#/topics?preset=countries');
  await expect(play(page)).toBeEnabled();
  for (const backend of ['wasm', 'cpu', 'webgl'] as const) {
    await openSmall(page, { backend });
    await script(page, 'train', 3);
    await expectStep(page, 3);
    expect((await look(page)).backend).toBe(backend);
  }
});
