import type { Page } from 'playwright/test';
import { expect, expectAccessible, takeScreenshot, test } from './fixtures.ts';
import {
  announcement,
  button,
  cluster,
  expectStep,
  look,
  openSmall,
  play,
  region,
  script,
} from './lab.ts';

test('the lab is walked through by keyboard alone, with its dialogs and its slow motion', async ({
  page,
}) => {
  await test.step('axe finds nothing in dialogs, nor with a cluster in hand, edits, and a message', async () => {
    await openSmall(page);
    await test.step('dialogs, which give the focus back', async () => {
      await button(page, 'Share').click();
      await expect(page.getByRole('dialog', { name: 'Share this state' })).toBeVisible();
      await expectAccessible(page, page.getByRole('dialog'));
      await takeScreenshot(page, 'share');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(button(page, 'Share')).toBeFocused();
      await button(page, 'Keyboard shortcuts').click();
      await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
      await expectAccessible(page, page.getByRole('dialog'));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('clusters in hand, and a breakdown', async () => {
      await script(page, 'train', 5);
      await cluster(page, 2).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+ArrowRight');
      await expect(announcement(page)).toContainText('Cluster 2 moved');
      await cluster(page, 1).focus();
      await page.keyboard.press('Delete');
      await expect(announcement(page)).toContainText('Cluster 1 removed');
      await script(page, 'provoke', 'nan');
      await button(page, 'Step').click();
      await expect(page.getByRole('alert').first()).toBeVisible();
      await expectAccessible(page);
    });
  });

  await test.step('the lab is walked through by keyboard alone, its slow motion too', async () => {
    await openSmall(page);
    await script(page, 'train', 5);

    await test.step('Tab leads to everything, and stops once at the clusters', async () => {
      await button(page, 'Skip to the contents').focus();
      const reached: string[] = [];
      for (let presses = 0; presses < 150 && !reached.includes('Skip to the contents'); presses++) {
        await page.keyboard.press('Tab');
        reached.push(await focusedName(page));
      }
      for (const name of [
        'Play',
        'Step',
        'Reset',
        'Speed',
        'Seed',
        'Another seed',
        'Backend',
        'Share',
        'Observations',
        'Cluster 1',
        'Look inside one iteration',
      ]) {
        expect(reached).toContain(name);
      }
      expect(reached.filter((name) => name.startsWith('Cluster '))).toEqual(['Cluster 1']);
    });

    await test.step('keys lead from cluster to cluster, and Tab from one selected to its weight', async () => {
      await cluster(page, 1).focus();
      await page.keyboard.press('PageDown');
      await expect(cluster(page, 2)).toBeFocused();
      await page.keyboard.press('End');
      await expect(cluster(page, 4)).toBeFocused();
      await page.keyboard.press('PageUp');
      await expect(cluster(page, 3)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('slider', { name: 'Weight' })).toBeVisible();
      await page.keyboard.press('Tab');
      expect(await focusedName(page)).toContain('Weight');
      await page.keyboard.press('Shift+Tab');
      await expect(cluster(page, 3)).toBeFocused();
      await button(page, 'Deselect the cluster').press('Enter');
      await expect(cluster(page, 3)).toBeFocused();
    });

    await test.step('the slow motion, frame by frame', async () => {
      const open = button(page, 'Look inside one iteration');
      await open.focus();
      await page.keyboard.press('Enter');
      const view = region(page, 'One iteration, slowly');
      await expect(view).toBeFocused();
      await expect(view.getByRole('slider', { name: 'Frame' })).toHaveAttribute(
        'aria-valuetext',
        /^1 of \d+: Encode/,
      );
      await expectAccessible(page, region(page, 'One iteration, slowly'));

      const stages: string[] = [];
      const frame = view.getByRole('slider', { name: 'Frame' });
      const last = Number(await frame.getAttribute('max'));
      for (let shown = 0; shown <= last; shown++) {
        await expect(frame).toHaveValue(String(shown));
        const current = view.locator('[aria-current="step"]');
        const stage = ((await current.textContent()) ?? '').replace(/^\d/, '');
        if (stages.at(-1) !== stage) stages.push(stage);
        await page.keyboard.press('ArrowRight');
      }
      expect(stages).toHaveLength(6);
      expect(stages[0]).toBe('Encode');
      await takeScreenshot(page, 'slow-motion');
      // The keys walked through the frames and trained nothing.
      expect((await look(page)).step).toBe(5);
      await page.keyboard.press('Home');
      await expect(frame).toHaveValue('0');
      const point = view.getByRole('textbox', { name: 'Point' });
      await point.fill('3');
      await page.keyboard.press('Enter');
      await expect(point).toHaveValue('3');
      await page.keyboard.press('Escape');
      await expect(view).toHaveCount(0);
      await expect(open).toBeFocused();
      // What the stage draws again has the focus again.
      await cluster(page, 2).focus();
      await page.keyboard.press('i');
      await expect(view).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(cluster(page, 2)).toBeFocused();
      // Buttons that their own press disables keep the focus.
      await button(page, 'Reset').press('Enter');
      await expect(play(page)).toBeEnabled();
      await button(page, 'Undo').press('Enter');
      await expectStep(page, 5);
      await button(page, 'Redo').press('Enter');
      await expectStep(page, 0);
      await expect(button(page, 'Redo')).toBeDisabled();
      await expect(button(page, 'Redo')).toBeFocused();
      await button(page, 'Undo').press('Enter');
      await expectStep(page, 5);
    });

    await test.step('who asks for less motion sees the result at once', async () => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const before = await transformOf(page, 1);
      await script(page, 'edit', { kind: 'moveCluster', cluster: 0, mean: [7, 7] });
      await expect.poll(() => transformOf(page, 1)).not.toBe(before);
      // From the first picture that shows the edit on, nothing glides.
      const places = await page.evaluate(async () => {
        const seen: (string | null | undefined)[] = [];
        for (let frame = 0; frame < 10; frame++) {
          await new Promise(requestAnimationFrame);
          const mark = document.querySelector('[data-cluster="0"] > g');
          seen.push(mark?.getAttribute('transform'));
        }
        return [...new Set(seen)];
      });
      expect(places).toHaveLength(1);
      await expectStep(page, 5);
      await expect(play(page)).toBeEnabled();
    });
  });
});

const transformOf = (page: Page, number: number): Promise<string | null> =>
  cluster(page, number).locator('> g').last().getAttribute('transform');

/** The accessible name of what has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return '';
    const label =
      focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement
        ? focused.labels?.[0]?.textContent
        : null;
    return (focused.getAttribute('aria-label') ?? label ?? focused.textContent ?? '').trim();
  });
}
