import type { Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import {
  boxOf,
  button,
  cluster,
  expectStepBeyond,
  message,
  openLink,
  openSmall,
  play,
  region,
  script,
  shownStep,
  stillBoxOf,
} from './lab.ts';
import { expectLaidOut, expectLaidOutAtAllWidths, expectLargeType } from './laidOut.ts';

const REGIONS = ['Data space', 'Latent space', 'ELBO'] as const;

interface Screen {
  readonly width: number;
  readonly height: number;
}

test('desktops: the lab fits, its bar stands still, and Present leaves the stage alone', async ({
  page,
}) => {
  const [wide, narrow] = [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ];
  await page.setViewportSize(wide);
  await openLink(page, '#/svae-gmm');
  for (const screen of [wide, narrow])
    await test.step(`${screen.width} by ${screen.height}`, async () => {
      await page.setViewportSize(screen);
      await expectFits(page, screen);
      // All of it is in sight at once.
      for (const name of REGIONS) await expect(region(page, name)).toBeInViewport({ ratio: 1 });
    });

  await test.step('Present, and Escape, which brings the rest back', async () => {
    await page.locator('main').focus();
    await page.keyboard.press('p');
    await expect(page.getByRole('complementary', { name: 'Settings' })).toBeHidden();
    await expect(page.getByRole('complementary', { name: 'Explanation' })).toBeHidden();
    for (const name of REGIONS) await expect(region(page, name)).toBeVisible();
    await expectLargeType(page);
    await page.keyboard.press('f');
    const formula = region(page, 'Formula');
    await expect(formula.locator('[data-symbol="elbo"]')).toBeVisible();
    await button(page, 'Next formula').click();
    await expect(formula.locator('[data-symbol="clusters"]')).toBeVisible();
    await expectLaidOut(page);
    await expectAccessible(page, region(page, 'Formula'));
    await takeScreenshot(page, 'present');
    await page.keyboard.press('f');
    await expect(formula).toHaveCount(0);

    await page.keyboard.press('d');
    const model = region(page, 'Graphical model');
    await model.getByRole('button', { name: /^mean and covariance of a cluster/ }).focus();
    await expect(region(page, 'Latent space')).toHaveAttribute('data-highlighted', 'true');
    await expectLaidOut(page);
    await expectAccessible(page, model);
    await page.keyboard.press('d');
    await expect(model).toHaveCount(0);

    // Plots are enlarged, and what one drags in them stays under the pointer; near an edge axes would grow.
    const mark = cluster(page, 1).locator('.cluster-hit');
    const [x, y] = centreOf(await stillBoxOf(mark));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y - 50, { steps: 3 });
    await page.mouse.up();
    // Another mark may lie over it there.
    await expect
      .poll(async () => {
        const [draggedX, draggedY] = centreOf(await boxOf(mark));
        return Math.hypot(draggedX - x + 40, draggedY - y + 50);
      })
      .toBeLessThan(3);

    // Full screen takes Escape for itself: Q lets go of what is selected, and closes.
    await expect(cluster(page, 1)).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('q');
    await expect(cluster(page, 1)).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('i');
    await expect(region(page, 'One iteration, slowly')).toBeVisible();
    await page.keyboard.press('q');
    await expect(region(page, 'Latent space')).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await page.keyboard.press('q');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('complementary', { name: 'Settings' })).toBeHidden();
    await page.locator('main').focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: 'Settings' })).toBeVisible();
  });

  await test.step('nothing in the bar moves while training', async () => {
    await page.setViewportSize(wide);
    await openSmall(page);
    await expectStillBar(page);
  });
});

test('phones and tablets: the lab fits, its bar stands still, and its settings are a dialog', async ({
  page,
}) => {
  const phone = { width: 390, height: 844 };
  await page.setViewportSize(phone);
  await openLink(page, '#/svae-gmm');
  for (const screen of [phone, { width: 820, height: 1180 }, { width: 360, height: 780 }])
    await test.step(`${screen.width} by ${screen.height}`, async () => {
      await page.setViewportSize(screen);
      await expectFits(page, screen);
    });

  // The narrowest screen has the least room for both.
  await test.step('settings', async () => {
    await button(page, 'Settings').click();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await expectAccessible(page, page.getByRole('dialog'));
    await takeScreenshot(page, 'phone-settings');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('nothing in the bar moves while training', async () => {
    await openSmall(page);
    await expectStillBar(page);
  });
});

test('a link hides parts of the page from a class, and the stage has the width that is free', async ({
  page,
}) => {
  await test.step('a link hides parts of the page from a class and says what the plots draw', async () => {
    const query =
      'arms=2&pointsPerArm=20&hiddenUnits=8&seed=1&hide=settings,speed,seed&view=grid,-observations,colour&v=1';
    await openLink(page, `#/svae-gmm?${query}`);
    await expect(page.getByRole('complementary', { name: 'Settings' })).toBeHidden();
    await expect(page.getByRole('combobox', { name: 'Speed' })).toBeHidden();
    await expect(page.getByRole('textbox', { name: 'Seed' })).toBeHidden();
    await expect(page.getByRole('complementary', { name: 'Explanation' })).toBeVisible();

    await expect(message(page, /"view" of the link names "colour"/)).toBeVisible();
    const plot = region(page, 'Data space');
    const layer = (name: string) => plot.getByRole('button', { name, exact: true });
    await expect(layer('Observations')).toHaveAttribute('aria-pressed', 'false');
    await expect(layer('Reconstructions')).toHaveAttribute('aria-pressed', 'true');
    await expect(layer('Latent grid')).toHaveAttribute('aria-pressed', 'true');
    await layer('Observations').click();
    await layer('Samples').click();
    // One's own choices go on in links, as the link had them or not.
    expect(await script(page, 'link')).toContain('&view=grid,samples');
  });

  await test.step('whatever a link hides, the stage has the width that is free', async () => {
    for (const hide of ['settings', 'explanation', 'settings,explanation,speed,seed,backend']) {
      await openLink(page, `#/em?hide=${hide}`);
      for (const name of ['settings', 'explanation'])
        await expect(page.locator(`aside[aria-label="${name}" i]`)).toBeVisible({
          visible: !hide.includes(name),
        });
      await expectLaidOut(page);
    }
    await expectLaidOutAtAllWidths(page);
  });

  await test.step('a link for a class shows what it names, and a way to the rest', async () => {
    // Play is not there to wait for.
    await page.goto('/#/em?class=challenges,settings.presets&v=1');
    await expect(page.getByRole('tab')).toHaveCount(1);
    await expect(button(page, 'Step')).toBeHidden();
    await expectAccessible(page);
    await button(page, 'Show everything').click();
    await expect(page.getByRole('tab')).toHaveCount(2);
    await expect(button(page, 'Step')).toBeVisible();
  });
});

/** Where the mark of a cluster is in the window: its ellipse, part of the button, may be cut off. */
const centreOf = ({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>) =>
  [x + width / 2, y + height / 2] as const;

/** Expects that all is in its place, and pictures it in both themes. */
async function expectFits(page: Page, { width }: Screen): Promise<void> {
  for (const name of REGIONS) await expect(region(page, name)).toBeVisible();
  await expectLaidOut(page);
  await takeScreenshot(page, `lab-${width}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await takeScreenshot(page, `lab-${width}-dark`);
  await page.emulateMedia({ colorScheme: null });
}

/** Expects that the bar looks the same before, while and after a lab trains. */
async function expectStillBar(page: Page): Promise<void> {
  const still = await barBoxes(page);
  await play(page).click();
  await expect(button(page, 'Pause')).toBeVisible();
  for (let looks = 0, from = 0; looks < 4; looks++) {
    await expectStepBeyond(page, from + 10);
    from = await shownStep(page);
    expect(await barBoxes(page)).toEqual(still);
  }
  await button(page, 'Pause').click();
  await expect(play(page)).toBeVisible();
  expect(await barBoxes(page)).toEqual(still);
  await expectLaidOut(page);
}

/** Where the buttons, fields and readouts of the bar are. */
function barBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('header:has(h1) :is(button, select, input, dl > div)')].map(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((value) => value.toFixed(1)).join(' ');
      },
    ),
  );
}
