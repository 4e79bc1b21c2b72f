import type { Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import {
  button,
  comparable,
  expectStep,
  expectStepBeyond,
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

test('training comes through breakdowns, a hidden tab, and a worker that crashes', async ({
  page,
  allowedErrors,
}) => {
  await test.step('numbers that come out as NaN stop it; one button goes on', async () => {
    await openSmall(page);
    await script(page, 'train', 10);
    const good = comparable(await look(page));
    const learningRate = Number((await script(page, 'settings')).learningRate);
    await script(page, 'provoke', 'nan');
    await button(page, 'Step').click();
    const banner = region(page, 'ELBO').getByRole('alert');
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

  await test.step('a learning rate far too large harms nothing that cannot be undone', async () => {
    await openSmall(page, { settings: { learningRate: 1, klWeight: 20, naturalStep: 1 } });
    await script(page, 'train', 150);
    const { elbo, latents } = await look(page);
    expect(Number.isFinite(elbo.total)).toBe(true);
    expect(latents.flat().every(Number.isFinite)).toBe(true);
    const banner = region(page, 'ELBO').getByRole('alert');
    if (await banner.isVisible()) {
      await expect(banner).toContainText('learning rate of 1');
      await banner.getByRole('button', { name: /go on/i }).click();
      await expect
        .poll(async () => (await script(page, 'settings')).learningRate)
        .toBeLessThan(0.1);
    }
  });

  await test.step('a hidden tab rests and goes on when it is seen again', async () => {
    await openSmall(page);
    await play(page).click();
    await expectStepBeyond(page, 5);
    await setVisibility(page, 'hidden');
    await expect(play(page)).toBeVisible();
    const { step } = await look(page);
    expect((await look(page)).step).toBe(step);
    await setVisibility(page, 'visible');
    await expect(message(page, /paused while this tab was hidden/)).toBeVisible();
    await expect(button(page, 'Pause')).toBeVisible();
    await expectStepBeyond(page, step);

    await button(page, 'Pause').click();
    const paused = (await look(page)).step;
    await setVisibility(page, 'hidden');
    await setVisibility(page, 'visible');
    expect((await look(page)).step).toBe(paused);
    await expect(play(page)).toBeVisible();
  });

  await test.step('a worker that crashes is replaced', async () => {
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
});

test('a lab or a link that cannot be used says why, and leads out', async ({
  page,
  allowedErrors,
}) => {
  await test.step('a lab that cannot run says why, and leads out', async () => {
    const trouble = page.getByRole('alert').filter({ hasText: 'The lab cannot run like this' });

    await test.step('a worker that cannot be loaded is tried again', async () => {
      allowedErrors.push(/net::ERR_FAILED/);
      await page.route(/\/worker-[^/]*\.js$/, (route) => route.abort());
      await page.goto(`/${smallLink('seed=1')}`);
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

    await test.step('more clusters than points are refused in words; Undo leads out', async () => {
      await openSmall(page);
      await script(page, 'train', 5);
      const entry = page.getByRole('textbox', { name: 'Clusters, value' });
      await entry.fill('50');
      await entry.press('Enter');
      await expect(trouble).toContainText(`50 clusters are more than the ${SMALL_ROWS} points`);
      await expectAccessible(page, trouble);
      await takeScreenshot(page, 'too-many-clusters');
      await trouble.getByRole('button', { name: 'Undo the last change' }).click();
      await expect(trouble).toHaveCount(0);
      await expect(entry).toHaveValue('4');
      await expectStep(page, 5);
      await expect(
        script(page, 'open', 'svae-gmm', { settings: { ...SMALL, clusters: 50 } }),
      ).rejects.toThrow(/50 clusters/);
    });
  });

  await test.step('links: what is bad is named, and the good counts', async () => {
    await test.step('values and edits that cannot be read, from a newer version', async () => {
      const query =
        'clusters=99&activation=gelu&colour=red&residual=normal&seed=abc&edits=%7Bnonsense&v=7';
      await openLink(page, smallLink(query));
      for (const words of [
        /99/,
        /gelu/,
        /colour/,
        /"seed" is "abc"/,
        /edits in the link cannot be read/,
        /newer version of this page/,
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

    await test.step('an edit there is not: it is left out', async () => {
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

    await test.step('a lab that does not exist leads to a page that says so', async () => {
      await page.goto('/#/svae-xyz?clusters=3');
      await expect(page.getByRole('heading', { name: 'There is no lab here' })).toBeVisible();
      await expect(page.getByText('svae-xyz')).toBeVisible();
      await page.getByRole('link', { name: 'All labs' }).click();
      await expect(page.getByRole('heading', { name: 'SVAE Lab' })).toBeVisible();
      await page.getByRole('link', { name: 'SVAE-GMM', exact: true }).click();
      await expect(play(page)).toBeEnabled();
      await expect(readout(page, 'Step')).not.toHaveText('0');
    });
  });
});

test('a storage that is full or forbidden is told of once, and the lab works', async ({ page }) => {
  await test.step('full', async () => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        sessionStorage.setItem('full', String(1 + Number(sessionStorage.getItem('full'))));
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
    await expect.poll(() => attempts(page, 'full')).toBeGreaterThan(1);
    await expectStep(page, 10);
    await expect(told).toHaveCount(0);
  });

  await test.step('forbidden', async () => {
    await page.addInitScript(() => {
      const refuse = () => {
        sessionStorage.setItem(
          'forbidden',
          String(1 + Number(sessionStorage.getItem('forbidden'))),
        );
        throw new DOMException('No storage here.', 'SecurityError');
      };
      Object.defineProperty(window, 'indexedDB', { value: { open: refuse } });
    });
    await page.goto('about:blank');
    await openLink(page, '#/svae-gmm');
    const told = page.getByText('does not let the page keep your work');
    await expect(message(page, 'does not let the page keep your work')).toBeVisible();
    await openSmall(page);
    await script(page, 'train', 5);
    await expectStep(page, 5);
    // One attempt to read, and one to write.
    await expect.poll(() => attempts(page, 'forbidden')).toBeGreaterThan(1);
    expect(await told.locator('visible=true').count()).toBe(1);
  });
});

/** How often the page has tried to use a storage that is full or forbidden, as counted above. */
function attempts(page: Page, storage: 'full' | 'forbidden'): Promise<number> {
  return page.evaluate((key) => Number(sessionStorage.getItem(key)), storage);
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
