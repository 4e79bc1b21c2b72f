/** EM's pages: half-steps by hand, a mean carried to another hill, priors, slow motion, experts. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import {
  announcement,
  button,
  cluster,
  expectStep,
  expectStepBeyond,
  message,
  openLink,
  play,
  region,
  script,
} from './lab.ts';
import {
  expectFormulaIsClear,
  expectLaidOut,
  expectLargeType,
  expectOnOneScreen,
} from './laidOut.ts';

interface PlainSnapshot {
  readonly data: readonly (readonly number[])[];
  readonly responsibilities: readonly (readonly number[])[];
  readonly clusters: readonly { readonly mean: readonly number[]; readonly count: number }[];
  readonly logLikelihood: number | null;
  readonly freeEnergy: number;
  readonly klGap: number | null;
  readonly halfSteps: number;
  readonly falls: number;
}

const look = async (page: Page) => (await script(page, 'snapshot')) as unknown as PlainSnapshot;
const eStep = (page: Page) => button(page, 'E-step');
const mStep = (page: Page) => button(page, 'M-step');

const halfSteps = (page: Page) => page.getByRole('group', { name: 'Half-steps' });
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

test('EM by hand: half-steps, a mean carried away, priors, experts', async ({ page }) => {
  await test.step('E-step and M-step by hand: the gap closes and opens, and nothing falls', async () => {
    await openLink(page, '#/em?preset=half-steps');
    for (const name of ['Observations', 'Landscape', 'ELBO', 'Responsibilities'])
      await expect(region(page, name)).toBeVisible();
    for (let iteration = 1; iteration <= 3; iteration++) {
      await eStep(page).click();
      await expectStep(page, 2 * iteration - 1);
      expect((await look(page)).klGap).toBe(0);
      await mStep(page).click();
      await expectStep(page, 2 * iteration);
    }
    const { klGap, logLikelihood, freeEnergy, falls } = await look(page);
    expect(klGap).toBeGreaterThan(0.01);
    expect((logLikelihood ?? 0) - freeEnergy).toBeCloseTo(klGap ?? -1, 9);
    expect(falls).toBe(0);
    const chart = region(page, 'ELBO');
    await expect(chart).toContainText('has never fallen (6 half-steps)');
    await expect(chart.getByRole('listitem', { name: /^KL, the gap 0\.\d{3}$/ })).toBeVisible();

    // The half that is not next says why it would change nothing, and changes nothing.
    await mStep(page).focus();
    await page.keyboard.press('Enter');
    await expect(announcement(page)).toContainText('An E-step is next');
    await expectStep(page, 6);

    // A point by keyboard.
    await button(page, 'Least sure point').click();
    const bars = region(page, 'Responsibilities');
    await expect(bars.getByRole('textbox', { name: 'Point' })).toBeVisible();
    await expect(
      bars.getByRole('listitem', { name: /^Cluster 1: responsibility 0/ }),
    ).toBeVisible();
    await expectAccessible(page, region(page, 'Responsibilities'));

    // The same iteration, slowly.
    await button(page, 'Look inside one iteration').click();
    const view = region(page, 'One iteration, slowly');
    await expect(view).toContainText('is nearest to mean');
    await page.keyboard.press('p');
    for (const stage of ['Distances', 'Log joint', 'Softmax', 'Responsibilities', 'Count']) {
      await expect(view.locator('[aria-current="step"]')).toContainText(stage);
      await expectFormulaIsClear(page);
      await page.keyboard.press('ArrowRight');
    }
    await expectLargeType(page);
    await page.keyboard.press('p');
    await page.keyboard.press('End');
    await expect(view.locator('[aria-current="step"]')).toContainText('Covariance');
    await expectAccessible(page, region(page, 'One iteration, slowly'));
    await takeScreenshot(page, 'em-iteration');
    await page.keyboard.press('Escape');
    await expect(chart).toBeVisible();
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await expectLaidOut(page);
      await takeScreenshot(page, `em-${screen.width}`);
    }
    await expectOnOneScreen(page, halfSteps(page), region(page, 'ELBO'));

    // A half at rest leaves Space to Play.
    await mStep(page).focus();
    await page.keyboard.press('Space');
    await expectStepBeyond(page, 6);
  });

  await test.step('a mean is carried away, EM goes on from there, undo brings it back', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    // Within the page the model before it is still there: a new page knows no other.
    await page.goto('about:blank');
    await openLink(page, '#/em?seed=1');
    await button(page, 'Step').click();
    await expectStep(page, 1);
    const before = await look(page);
    await cluster(page, 2).focus();
    const height = async () => (await look(page)).clusters[1].mean[1] - before.clusters[1].mean[1];
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(height).toBeGreaterThan(0);
    const stride = await height();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(height).toBeCloseTo(5 * stride, 6);
    await expect(announcement(page)).toContainText('Mean 2 moved to');
    const moved = await look(page);
    expect(moved.responsibilities).toEqual(before.responsibilities);
    await expect(message(page, '1 edit costs')).toBeVisible();

    // The E-step shares the points as the moved mean asks.
    await eStep(page).click();
    await expectStep(page, 2);
    const after = await look(page);
    expect(after.clusters[1].mean).toEqual(moved.clusters[1].mean);
    expect(after.responsibilities).not.toEqual(before.responsibilities);
    await expect(message(page, 'The model as learned')).toBeVisible();
    await button(page, 'Undo').click();
    await expect(message(page, '1 edit costs')).toBeVisible();
    await button(page, 'Clear edits').click();
    await expect
      .poll(async () => (await look(page)).clusters[1].mean)
      .toEqual(before.clusters[1].mean);

    // With priors, most of fifteen clusters fade.
    await page.getByRole('radio', { name: /^Bayesian: how many\?/ }).click();
    await expect(page.getByRole('switch', { name: 'Bayesian' })).toBeChecked();
    await script(page, 'train', 400);
    const { clusters, logLikelihood } = await look(page);
    expect(clusters.filter(({ count }) => count >= 1)).toHaveLength(5);
    expect(logLikelihood).toBeNull();
    await expect(
      region(page, 'Landscape').getByRole('img', { name: /^Landscape of the ELBO/ }),
    ).toBeVisible();
    await expect(region(page, 'ELBO')).toContainText('has never fallen (400 half-steps)');

    const download = page.waitForEvent('download');
    await button(page, 'Clusters').click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.split('\r\n')[0]).toContain('cluster,weight,points,mean');
    expect(text.trim().split('\r\n')).toHaveLength(16);
  });

  await test.step('experts on a curve: reached from the clusters, trained, left again', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openLink(page, '#/em');
    await page.getByRole('link', { name: 'Experts on a curve' }).click();
    await expect(region(page, 'Gate')).toBeVisible();
    await expect(play(page)).toBeEnabled();
    await play(page).click();
    // EM rests by itself: the button is back, and the page says why.
    await expect(region(page, 'ELBO')).toContainText('It has converged');
    await expect(play(page)).toBeVisible();
    await script(page, 'train', 10);
    await expect(region(page, 'Gate').getByRole('listitem')).toHaveCount(3);
    await expect(region(page, 'ELBO')).toContainText('log-likelihood has never fallen');
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await expectLaidOut(page);
      await takeScreenshot(page, `experts-${screen.width}`);
    }
    await expectOnOneScreen(page, halfSteps(page), region(page, 'ELBO'));
    await page.getByRole('link', { name: 'Clusters in the plane' }).click();
    await expect(region(page, 'Landscape')).toBeVisible();
  });
});
