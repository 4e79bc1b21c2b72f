import type { Page } from 'playwright/test';
import { expect, takeScreenshot, test } from './fixtures.ts';
import {
  announcement,
  button,
  cluster,
  comparable,
  expectStep,
  expectStepBeyond,
  look,
  openSmall,
  type PlainSnapshot,
  play,
  readout,
  script,
  stillBoxOf,
} from './lab.ts';

const meanOf = async (page: Page, id: number) => (await look(page)).clusters[id].mean;

/** The cluster with points that lies farthest from all others: no other mark covers it. */
function loneliest({ assignments, clusters }: PlainSnapshot): number {
  const room = (id: number) =>
    Math.min(
      ...clusters
        .filter((other) => other.id !== id)
        .map(({ mean }) =>
          Math.hypot(mean[0] - clusters[id].mean[0], mean[1] - clusters[id].mean[1]),
        ),
    );
  return [...new Set(assignments)].reduce((best, id) => (room(id) > room(best) ? id : best));
}

test('clusters are moved by keyboard and mouse, before, while and after training', async ({
  page,
}) => {
  await test.step('a cluster in the hands of the keyboard', async () => {
    await openSmall(page);
    await script(page, 'train', 5);

    await test.step('keys move it and stretch it; one undo for each takes it back', async () => {
      const learned = comparable(await look(page));
      await cluster(page, 1).focus();
      await page.keyboard.press('ArrowRight');
      await expect(announcement(page)).toContainText(
        /Cluster 1 moved to .*1 edit (costs|gains) \d/,
      );
      expect((await meanOf(page, 0))[0]).toBeGreaterThan(learned.clusters[0].mean[0]);
      await page.keyboard.press(']');
      await expect(announcement(page)).toContainText('reshaped');
      const { elbo } = await look(page);
      await expect(readout(page, 'ELBO')).toHaveText(`−${Math.abs(elbo.total).toFixed(2)}`);
      await button(page, 'Undo').click();
      await page.keyboard.press('Control+z');
      await expect.poll(async () => comparable(await look(page))).toEqual(learned);
    });

    await test.step('"Train from here" builds the edits in', async () => {
      await script(page, 'edit', { kind: 'moveCluster', cluster: 0, mean: [6, 6] });
      const edited = await look(page);
      await button(page, 'Train from here').click();
      await expect(button(page, 'Clear edits')).toBeDisabled();
      await expectStep(page, 5);
      const baked = (await look(page)).clusters[0].mean;
      expect(baked[0]).toBeCloseTo(6, 5);
      expect(baked[1]).toBeCloseTo(6, 5);
      await script(page, 'train', 1);
      await expectStep(page, 6);
      expect((await look(page)).clusters[0].mean).not.toEqual(baked);
      await button(page, 'Undo').click();
      await expect(button(page, 'Clear edits')).toBeEnabled();
      await expectStep(page, 5);
      await expect
        .poll(async () => comparable(await look(page)).clusters)
        .toEqual(comparable(edited).clusters);
    });
  });

  await test.step('clusters in hand before the first step, while training runs, and by mouse', async () => {
    await test.step('before the first step, and while training runs', async () => {
      await openSmall(page);
      await cluster(page, 1).focus();
      await page.keyboard.press('Delete');
      await expect.poll(async () => (await look(page)).clusters[0].removed).toBe(true);
      await expectStep(page, 0);

      await play(page).click();
      await expectStepBeyond(page, 20);
      await cluster(page, 2).focus();
      await page.keyboard.press('Delete');
      await expect.poll(async () => (await look(page)).clusters[1].removed).toBe(true);
      const { step } = await look(page);
      await expectStepBeyond(page, step);
      await expect(button(page, 'Pause')).toBeVisible();
      await button(page, 'Pause').click();
      const { clusters } = await look(page);
      expect(clusters.map(({ removed }) => removed)).toEqual([true, true, false, false]);
      await script(page, 'clearEdits');
      expect((await look(page)).clusters.every(({ weight }) => weight > 0)).toBe(true);
    });

    await test.step('the mouse: the points follow the cluster', async () => {
      await openSmall(page);
      await script(page, 'train', 30);
      await expectStep(page, 30);
      const before = await look(page);
      const id = loneliest(before);
      const mark = cluster(page, id + 1).locator('.cluster-centre');
      const box = await stillBoxOf(mark);
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await page.mouse.down();
      await page.mouse.move(centre.x + 20, centre.y - 20, { steps: 4 });
      // The points follow while the button is still down.
      await expect.poll(async () => (await look(page)).latents).not.toEqual(before.latents);
      await page.mouse.move(centre.x + 60, centre.y - 30, { steps: 4 });
      await page.mouse.up();
      await expect(announcement(page)).toContainText(`Cluster ${id + 1} moved to`);
      const after = await look(page);
      expect(after.clusters[id].mean[0]).toBeGreaterThan(before.clusters[id].mean[0]);
      expect(after.clusters[id].mean[1]).toBeGreaterThan(before.clusters[id].mean[1]);
      expect(after.reconstructions).not.toEqual(before.reconstructions);
      await takeScreenshot(page, 'cluster-dragged');
      // The whole drag is one step back.
      await button(page, 'Undo').click();
      await expect.poll(async () => comparable(await look(page))).toEqual(comparable(before));
    });
  });
});
