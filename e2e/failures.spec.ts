import type { Page } from 'playwright/test';
import { expect, takeScreenshot, test } from './fixtures.ts';
import {
  button,
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
  region,
  SMALL,
  SMALL_ROWS,
  script,
} from './lab.ts';

const link = (query: string) => `#/svae-gmm?${query}`;
const smallLink = (query: string) =>
  link(`arms=${SMALL.arms}&pointsPerArm=${SMALL.pointsPerArm}&hiddenUnits=8&${query}`);

test('numbers that come out as NaN stop training; one button goes on', async ({ page }) => {
  await openSmall(page);
  await script(page, 'train', 10);
  const good = comparable(await look(page));
  const learningRate = Number((await script(page, 'settings')).learningRate);
  await script(page, 'provoke', 'nan');
  await button(page, 'Step').click();
  const banner = region(page, 'Evidence lower bound').getByRole('alert');
  await expect(banner).toContainText(/Training stopped at step 1\d: .* came out as NaN/);
  await expect(banner).toContainText('Back at step');
  await takeScreenshot(page, 'breakdown');
  const back = await look(page);
  expect(back.latents.flat().every(Number.isFinite)).toBe(true);
  expect(back.data).toEqual(good.data);

  await banner.getByRole('button', { name: /go on/i }).click();
  await expect(banner).toHaveCount(0);
  await expectStepBeyond(page, 10);
  await expect(button(page, 'Pause')).toBeVisible();
  expect(Number((await script(page, 'settings')).learningRate)).toBeLessThan(learningRate);
});

test('a learning rate far too large harms nothing that cannot be undone', async ({ page }) => {
  await openSmall(page, { settings: { learningRate: 1, klWeight: 20, naturalStep: 1 } });
  await script(page, 'train', 150);
  const { elbo, latents } = await look(page);
  expect(Number.isFinite(elbo.total)).toBe(true);
  expect(latents.flat().every(Number.isFinite)).toBe(true);
  const banner = region(page, 'Evidence lower bound').getByRole('alert');
  if (await banner.isVisible()) {
    await expect(banner).toContainText('learning rate of 1');
    await banner.getByRole('button', { name: /go on/i }).click();
    await expect.poll(async () => (await script(page, 'settings')).learningRate).toBeLessThan(0.1);
  }
});

test('a worker that crashes is replaced and training goes on', async ({ page, allowedErrors }) => {
  allowedErrors.push(/made to crash/);
  await openSmall(page);
  await script(page, 'train', 40);
  await script(page, 'edit', { kind: 'removeCluster', cluster: 0 });
  await play(page).click();
  await expectStepBeyond(page, 60);
  await script(page, 'provoke', 'crash');
  await expect(message(page, /worker stopped.*goes on from step [1-9]/)).toBeVisible();
  await expect(button(page, 'Pause')).toBeVisible();
  const { step, clusters } = await look(page);
  expect(clusters[0].removed).toBe(true);
  await expectStepBeyond(page, step);
  await button(page, 'Pause').click();
  await expect(play(page)).toBeVisible();
});

test('a worker that cannot be loaded is told of, and tried again', async ({
  page,
  allowedErrors,
}) => {
  allowedErrors.push(/net::ERR_FAILED/);
  await page.route(/\/worker-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`/${smallLink('seed=1')}`);
  const trouble = page.getByRole('alert').filter({ hasText: 'The lab cannot run like this' });
  await expect(trouble).toContainText('could not be loaded');
  await expect(play(page)).toBeDisabled();
  await takeScreenshot(page, 'no-worker');
  await page.unroute(/\/worker-[^/]*\.js$/);
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await expect(play(page)).toBeEnabled();
  await expect(trouble).toHaveCount(0);
  await script(page, 'train', 2);
  await expectStep(page, 2);
});

test('more clusters than points are refused in words; Undo leads out', async ({ page }) => {
  await openSmall(page);
  await script(page, 'train', 5);
  const entry = page.getByRole('textbox', { name: 'Clusters, value' });
  await entry.fill('50');
  await entry.press('Enter');
  const trouble = page.getByRole('alert').filter({ hasText: 'The lab cannot run like this' });
  await expect(trouble).toContainText(`50 clusters are more than the ${SMALL_ROWS} points`);
  await takeScreenshot(page, 'too-many-clusters');
  await trouble.getByRole('button', { name: 'Take the last change back' }).click();
  await expect(trouble).toHaveCount(0);
  await expect(entry).toHaveValue('4');
  await expectStep(page, 5);
  await expect(
    script(page, 'open', 'svae-gmm', { settings: { ...SMALL, clusters: 50 } }),
  ).rejects.toThrow(/50 clusters/);
});

test.describe('storage', () => {
  test('forbidden: told once, and the lab works', async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        sessionStorage.setItem('attempts', String(1 + Number(sessionStorage.getItem('attempts'))));
        throw new DOMException('No storage here.', 'SecurityError');
      };
      Object.defineProperty(window, 'indexedDB', { value: { open: refuse } });
    });
    await openLink(page, '#/svae-gmm');
    const told = page.getByText('does not let the page keep your work');
    await expect(message(page, 'does not let the page keep your work')).toBeVisible();
    await openSmall(page);
    await script(page, 'train', 5);
    await expectStep(page, 5);
    // One attempt to read, and one to write.
    await expect.poll(() => attempts(page)).toBeGreaterThan(1);
    expect(await told.locator('visible=true').count()).toBe(1);
  });

  test('full: told once, and the lab works', async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        sessionStorage.setItem('attempts', String(1 + Number(sessionStorage.getItem('attempts'))));
        throw new DOMException('No room.', 'QuotaExceededError');
      };
    });
    await openSmall(page);
    await script(page, 'train', 5);
    const told = page.getByText('no room left on this device').locator('visible=true');
    await expect(told).toHaveCount(1);
    await told.locator('..').locator('..').getByRole('button', { name: 'Dismiss' }).click();
    await expect(told).toHaveCount(0);
    await script(page, 'train', 5);
    await expect.poll(() => attempts(page)).toBeGreaterThan(1);
    await expectStep(page, 10);
    await expect(told).toHaveCount(0);
  });

  test('kept work that cannot be read: told, and the lab opens without it', async ({ page }) => {
    await openSmall(page);
    await expect.poll(() => keptText(page)).not.toBe('');
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('svae-lab');
          opening.onupgradeneeded = () => opening.result.createObjectStore('work');
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
    await page.reload();
    await expect(message(page, /kept on this device cannot be read/)).toBeVisible();
    await expect(play(page)).toBeEnabled();
    expect((await look(page)).step).toBeGreaterThan(100);
  });
});

test('a hidden tab rests and goes on when it is seen again', async ({ page }) => {
  await openSmall(page);
  await play(page).click();
  await expectStepBeyond(page, 5);
  await setVisibility(page, 'hidden');
  await expect(play(page)).toBeVisible();
  const { step } = await look(page);
  expect((await look(page)).step).toBe(step);
  await setVisibility(page, 'visible');
  await expect(message(page, /rested while this tab was hidden/)).toBeVisible();
  await expect(button(page, 'Pause')).toBeVisible();
  await expectStepBeyond(page, step);

  await button(page, 'Pause').click();
  const paused = (await look(page)).step;
  await setVisibility(page, 'hidden');
  await setVisibility(page, 'visible');
  expect((await look(page)).step).toBe(paused);
  await expect(play(page)).toBeVisible();
});

test.describe('links', () => {
  test('with bad values: each is named, and the good ones count', async ({ page }) => {
    const query =
      'clusters=99&activation=gelu&colour=red&residual=normal&seed=abc&edits=%7Bnonsense&v=1';
    await openLink(page, smallLink(query));
    for (const words of [
      /99/,
      /gelu/,
      /colour/,
      /"seed" is "abc"/,
      /edits in the link cannot be read/,
    ]) {
      await expect(message(page, words)).toBeVisible();
    }
    await takeScreenshot(page, 'bad-link');
    const settings = await script(page, 'settings');
    expect(settings).toMatchObject({
      arms: 2,
      pointsPerArm: 20,
      residual: 'normal',
      clusters: 15,
      activation: 'tanh',
    });
  });

  test('with a bad edit: it is left out, the others are there', async ({ page }) => {
    await openSmall(page);
    await script(page, 'edit', { kind: 'removeCluster', cluster: 1 });
    const good = new URL(await script(page, 'link')).hash;
    expect(good).toContain('removeCluster');
    const bad = good.replace('removeCluster', 'paintCluster');
    await page.goto('about:blank');
    await openLink(page, bad);
    await expect(message(page, /Edit 1 of the link is left out/)).toBeVisible();
    expect((await look(page)).clusters[1].removed).toBe(false);
  });

  test('of a newer version are read as far as they are understood', async ({ page }) => {
    await openLink(page, smallLink('clusters=5&seed=3&v=7'));
    await expect(message(page, /newer version of this page/)).toBeVisible();
    expect((await look(page)).clusters).toHaveLength(5);
  });

  test('to a lab that does not exist lead to a page that says so', async ({ page }) => {
    await page.goto('/#/svae-xyz?clusters=3');
    await expect(page.getByRole('heading', { name: 'There is no lab here' })).toBeVisible();
    await expect(page.getByText('svae-xyz')).toBeVisible();
    await page.getByRole('link', { name: 'All labs' }).click();
    await expect(page.getByRole('heading', { name: 'SVAE Lab' })).toBeVisible();
    await page.getByRole('link', { name: 'SVAE-GMM' }).click();
    await expect(play(page)).toBeEnabled();
    await expect(readout(page, 'Step')).not.toHaveText('0');
  });
});

/** How often the page has tried to use its storage, as the tests above count it. */
function attempts(page: Page): Promise<number> {
  return page.evaluate(() => Number(sessionStorage.getItem('attempts')));
}

/** Makes the page believe that its tab is hidden or shown. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
    Object.defineProperty(document, 'hidden', {
      value: visibility === 'hidden',
      configurable: true,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
