import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { parseCourse } from '../src/app/course/parseCourse.ts';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import { button, cluster, expectStep, play, region, script, stillBoxOf } from './lab.ts';

const { lessons } = parseCourse(readFileSync(join('docs', 'course.md'), 'utf8'));
const rows = lessons.flatMap((lesson) => lesson.rows);

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

  await test.step('the course remembers what was opened, until it is told to forget', async () => {
    await page.goto('/#/em');
    await expect(page.getByRole('tab', { name: 'Challenges 0/5' })).toBeVisible();
    await page.goto('/');
    const progress = page.getByText('Opened, 0 of 5 challenges solved');
    await expect(progress).toBeVisible();
    await expectAccessible(page);
    await button(page, 'Forget it').click();
    await expect(progress).toBeHidden();
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
    await expect(page.getByRole('row')).toHaveCount(lessons.length + rows.length);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const excess = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(excess).toBe(0);
  });

  await test.step('a lesson is given from the page, with notes here or in a second window', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('button', { name: /^Give this lesson: Latent/ }).click();
    const notes = region(page, 'Notes');
    await expect(notes).toContainText('Row 1 of');
    await expect(page.getByRole('complementary', { name: 'Settings' })).toBeHidden();
    await expectAccessible(page, notes);
    await page.keyboard.press('n');
    await expect(notes).toContainText(rows[1].topic);
    await expect(page).toHaveURL(new RegExp(escaped(rows[1].link)));
    const opening = page.waitForEvent('popup');
    await page.keyboard.press('Shift+S');
    const second = await opening;
    await expect(second.getByRole('heading', { level: 1 })).toHaveText(rows[1].topic);
    await expect(notes).toHaveCount(0);
    await expectAccessible(second);
    await second.keyboard.press('PageDown');
    await expect(second.getByRole('heading', { level: 1 })).toHaveText(rows[2].topic);
    await expect(page).toHaveURL(new RegExp(escaped(rows[2].link)));
    await second.close();
    // The work in the row before is one step of undo away.
    await expect(button(page, 'Undo')).toBeEnabled();
    await page.goto('/#/course');
    await expect(button(page, `Go on at “${rows[2].topic}”`)).toBeVisible();
  });

  for (const hasLocks of [true, false])
    await test.step(`a duplicated tab leaves the notes of the first alone, ${hasLocks ? 'with' : 'without'} locks`, async () => {
      const context = page.context();
      const first = await context.newPage();
      if (!hasLocks)
        await context.addInitScript(() =>
          Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
        );
      await first.goto('/#/course');
      await first.getByRole('button', { name: /^Give this lesson: Latent/ }).click();
      await expect(region(first, 'Notes')).toContainText('Row 1 of');
      const [notes] = await Promise.all([
        first.waitForEvent('popup'),
        first.keyboard.press('Shift+S'),
      ]);
      const heading = notes.getByRole('heading', { level: 1 });
      await expect(heading).toHaveText(rows[0].topic);
      // A window that a page opens begins with a copy of its session storage, as a duplicated tab does.
      const [copy] = await Promise.all([
        first.waitForEvent('popup'),
        first.evaluate(() => void window.open(window.location.href)),
      ]);
      const nameIn = (of: Page) =>
        of.evaluate(() => sessionStorage.getItem('svae-lab.notes-window'));
      const name = await nameIn(first);
      expect(name).not.toBeNull();
      await expect(play(copy)).toBeEnabled();
      await copy.locator('main').focus();
      await copy.keyboard.press('p');
      await expect.poll(() => nameIn(copy)).toBeNull();
      await first.reload();
      await expect(play(first)).toBeEnabled();
      await first.keyboard.press('p');
      await expect(heading).toHaveText(rows[0].topic);
      await notes.keyboard.press('PageDown');
      await expect(heading).toHaveText(rows[1].topic);
      await expect(first).toHaveURL(new RegExp(escaped(rows[1].link)));
      expect(copy.url()).not.toContain(rows[1].link);
      expect(await nameIn(first)).toBe(name);
      await Promise.all([copy, notes, first].map((each) => each.close()));
    });

  await test.step('a handout of a state is laid over the page, and printed alone', async () => {
    await page.goto('/#/em?seed=0');
    await expect(play(page)).toBeEnabled();
    await page.keyboard.press('l');
    await button(page, 'On paper').click();
    await button(page, 'Make the handout').click();
    const handout = page.getByRole('dialog', { name: 'Handout' });
    await expect(handout.getByRole('listitem')).toHaveCount(3);
    await expect(handout.getByRole('img', { name: 'Observations' })).toBeVisible();
    await expectAccessible(page, handout);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('main')).toBeHidden();
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
    await page.emulateMedia({ media: null });
    await page.keyboard.press('Escape');
    await expect(page.locator('main')).toBeVisible();
  });

  await test.step('a row of the course opens its lab, where a mean is dragged to its place', async () => {
    await page.goto('/#/course');
    await page.getByRole('link', { name: 'k-means', exact: true }).click();
    await expect(play(page)).toBeEnabled();
    await button(page, 'E-step').click();
    await expectStep(page, 1);
    const mark = cluster(page, 4).locator('.cluster-centre');
    const { x, y, width, height } = await stillBoxOf(mark);
    const before = await meanOf(page, 3);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 30, y + height / 2 - 20);
    await page.mouse.move(x + width / 2 + 60, y + height / 2 - 40);
    await page.mouse.up();
    const after = await meanOf(page, 3);
    expect(after[0]).toBeGreaterThan(before[0]);
    expect(after[1]).toBeGreaterThan(before[1]);
    // The points are shared again by the mean that was moved.
    await button(page, 'E-step').click();
    await expectStep(page, 2);
  });
});

const escaped = (link: string) => link.replace(/[?]/g, '\\?');

async function meanOf(page: Page, id: number): Promise<readonly number[]> {
  const { clusters } = (await script(page, 'snapshot')) as unknown as {
    readonly clusters: readonly { readonly mean: readonly number[] }[];
  };
  return clusters[id].mean;
}
