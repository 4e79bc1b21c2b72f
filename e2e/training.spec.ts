import type { Page } from 'playwright/test';
import { expect, takeScreenshot, test } from './fixtures.ts';
import {
  button,
  cluster,
  comparable,
  expectStep,
  expectStepBeyond,
  keptText,
  look,
  message,
  openLink,
  openSmall,
  play,
  readout,
  SMALL,
  script,
} from './lab.ts';

test('a first visit shows a trained model at once, accessibly, and two ways to train', async ({
  page,
}) => {
  await openLink(page, '#/svae-gmm');
  const shipped = await look(page);
  expect(shipped.step).toBeGreaterThan(100);
  expect(shipped.data.length).toBe(500);
  await expectStep(page, shipped.step);
  for (const { id } of shipped.clusters) await expect(cluster(page, id + 1)).toBeAttached();
  await takeScreenshot(page, 'pretrained');

  await script(page, 'edit', { kind: 'removeCluster', cluster: 0 });
  const edited = await look(page);
  const besides = page.getByRole('combobox', { name: 'Speed' });
  const place = await besides.boundingBox();
  await button(page, 'Continue training').click();
  await expectStepBeyond(page, shipped.step);
  await expect(button(page, 'Pause')).toBeFocused();
  expect(await besides.boundingBox()).toEqual(place);
  await page.keyboard.press('Space');
  await expect(button(page, 'Play')).toBeFocused();
  expect((await look(page)).clusters[0].removed).toBe(true);
  await button(page, 'Undo').click();
  await expectStep(page, shipped.step);

  await button(page, 'Train from scratch').click();
  await expect(message(page, 'The edit was removed with it. Undo brings both back.')).toBeVisible();
  await expect(button(page, 'Pause')).toBeVisible();
  await expectStepBeyond(page, 0);
  await button(page, 'Pause').click();
  await expect(play(page)).toBeVisible();
  const paused = await look(page);
  expect(paused.data).toEqual(shipped.data);
  await expectStep(page, paused.step);

  await button(page, 'Undo').click();
  await expectStep(page, shipped.step);
  expect(comparable(await look(page))).toEqual(comparable(edited));
  await button(page, 'Redo').click();
  await expectStep(page, paused.step);
  expect((await look(page)).latents).toEqual(paused.latents);
});

test('training is in hand: by buttons, by keys, by its speed, by the seed', async ({ page }) => {
  await openSmall(page, { seed: 7 });
  const seven = comparable(await look(page));

  await test.step('Step, Reset, Undo and Redo', async () => {
    await expectStep(page, 0);
    for (const step of [1, 2, 3]) {
      await button(page, 'Step').click();
      await expectStep(page, step);
    }
    const third = comparable(await look(page));
    await button(page, 'Reset').click();
    await expectStep(page, 0);
    await button(page, 'Undo').click();
    await expectStep(page, 3);
    expect(comparable(await look(page))).toEqual(third);
    await button(page, 'Redo').click();
    await expectStep(page, 0);

    await script(page, 'train', 3);
    expect(comparable(await look(page))).toEqual(third);
    await button(page, 'Reset').click();
    await expectStep(page, 0);
  });

  await test.step('keys train, pause, step, reset and take back', async () => {
    await page.locator('main').focus();
    await page.keyboard.press('ArrowRight');
    await expectStep(page, 1);
    await page.keyboard.press('ArrowRight');
    await expectStep(page, 2);
    await page.keyboard.press('Space');
    await expect(button(page, 'Pause')).toBeVisible();
    await expectStepBeyond(page, 2);
    await page.keyboard.press('Space');
    await expect(play(page)).toBeVisible();
    const { step } = await look(page);
    await page.keyboard.press('r');
    await expectStep(page, 0);
    await page.keyboard.press('Control+z');
    await expectStep(page, step);
    await page.keyboard.press('Control+Shift+z');
    await expectStep(page, 0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('slowed down to single steps and back', async () => {
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('3');
    await play(page).click();
    // Its tooltip follows what the button says.
    const tooltipOf = async (name: string) =>
      page.getByText(String(await button(page, name).getAttribute('data-tooltip')), {
        exact: true,
      });
    await page.locator('main').focus();
    await button(page, 'Step').hover();
    await button(page, 'Pause').hover();
    await expect(await tooltipOf('Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(await tooltipOf('Play')).toBeVisible();
    await page.keyboard.press('Space');
    // Not step by step: a busy machine may not get round to drawing every one.
    await expectStepBeyond(page, 1);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('full');
    await expectStepBeyond(page, 50);
    await button(page, 'Pause').click();
    await expect(readout(page, 'Steps/s')).toHaveText('–');
    await button(page, 'Reset').click();
    await expectStep(page, 0);
  });

  await test.step('the seed decides the data; the dice give another one', async () => {
    const entry = page.getByRole('textbox', { name: 'Seed' });
    await expect(entry).toHaveValue('7');
    await entry.fill('8');
    await entry.press('Enter');
    await expect.poll(async () => (await look(page)).data).not.toEqual(seven.data);
    await button(page, 'Another seed').click();
    await expect(entry).not.toHaveValue('8');
    await entry.fill('-3');
    await entry.press('Enter');
    await expect(page.getByText(/-3 is too small. Type a whole number between 0/)).toBeVisible();
    await entry.press('Escape');
    await button(page, 'Undo').click();
    await expect(entry).toHaveValue('8');
    await button(page, 'Undo').click();
    await expect(entry).toHaveValue('7');
    expect(comparable(await look(page))).toEqual(seven);
  });
});

test('work survives a reload; where what was kept cannot be read, the page says so', async ({
  page,
}) => {
  await openSmall(page, { seed: 5 });
  await script(page, 'train', 20);
  await script(page, 'edit', { kind: 'moveCluster', cluster: 0, mean: [3, -2] });
  const before = comparable(await look(page));
  await expect.poll(() => keptText(page)).toContain('moveCluster');

  await test.step('what was kept is there again and goes on', async () => {
    await page.reload();
    await expect(play(page)).toBeEnabled();
    await expectStep(page, 20);
    const after = comparable(await look(page));
    expect({ ...after, backend: '' }).toEqual({ ...before, backend: '' });
    await play(page).click();
    await expectStepBeyond(page, 20);
    await button(page, 'Pause').click();
  });

  await test.step('work done at a link is one press away after a reload there, and so is older work', async () => {
    await openLink(page, `#/svae-gmm?${new URLSearchParams({ ...SMALL_LINK, seed: '3' })}`);
    await expectStep(page, 0);
    await script(page, 'train', 4);
    await expect.poll(() => keptText(page)).toContain('"step": 4');
    await page.reload();
    await expectStep(page, 0);
    await button(page, 'Go on with that work').click();
    await expectStep(page, 4);
    await button(page, 'Earlier work').click();
    await page.getByRole('button', { name: /^Open the work of/ }).click();
    await expectStepBeyond(page, 20);
  });

  await test.step('what is damaged is told of, and the lab opens without it', async () => {
    // A page without the lab, which would keep its work once more.
    await page.route('**/elsewhere', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
    );
    await page.goto('/elsewhere');
    await keepDamagedWork(page);
    await openLink(page, '#/svae-gmm');
    await expect(message(page, /kept on this device cannot be read/)).toBeVisible();
    expect((await look(page)).step).toBeGreaterThan(100);
  });
});

/** The small model as a link names it. */
const SMALL_LINK = Object.fromEntries(
  Object.entries(SMALL).map(([name, value]) => [name, String(value)]),
);

/** Puts half a file where the page keeps its work. */
function keepDamagedWork(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('svae-lab');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('work', 'readwrite');
          writing.objectStore('work').put({ savedAt: 0, text: '{"format":' }, 'svae-gmm');
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
  );
}
