/** What is saved to files, and models opened from them. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import {
  announcement,
  button,
  comparable,
  expectStep,
  look,
  message,
  openLink,
  openSmall,
  region,
  script,
} from './lab.ts';

async function openModel(page: Page, text: string, name = 'model.json'): Promise<void> {
  await page
    .getByLabel('Model file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const save = async (page: Page, name: string): Promise<Download> => {
  const downloading = page.waitForEvent('download');
  await region(page, 'Keep').getByRole('button', { name, exact: true }).click();
  return downloading;
};
const textOf = async (download: Download) => readFile(await download.path(), 'utf8');

/** Records what happens, begun by key, and has the browser decode the second frame. */
async function recorded(page: Page, happens: () => Promise<void>) {
  const keep = region(page, 'Keep');
  await keep.getByRole('button', { name: 'Record a GIF' }).click();
  const record = keep.getByRole('button', { name: 'Record', exact: true });
  await record.press('Space');
  await expect(keep).toContainText('Recording: 1 frame');
  // A second press does not end the recording.
  await expect(record).toBeFocused();
  await happens();
  await expect(keep).toContainText(/Recording: \d+ frames/);
  const gif = await save(page, 'Stop and save');
  expect(gif.suggestedFilename()).toMatch(/\.gif$/);
  return page.evaluate(
    async (bytes) => {
      const decoder = new ImageDecoder({ type: 'image/gif', data: new Uint8Array(bytes) });
      await decoder.completed;
      const { image } = await decoder.decode({ frameIndex: 1 });
      const { displayWidth: width, displayHeight: height } = image;
      image.close();
      return { width, height, frames: decoder.tracks.selectedTrack?.frameCount ?? 0 };
    },
    [...(await readFile(await gif.path()))],
  );
}

test('what is saved says what it is, a saved model goes on the same way, and a link opens elsewhere', async ({
  page,
  browser,
}) => {
  await test.step('pictures and numbers are what they say they are', async () => {
    await openSmall(page, { seed: 3 });
    const gif = await recorded(page, async () => {
      await script(page, 'train', 4);
      await expectStep(page, 4);
    });
    expect(gif.width).toBe(480);
    expect(gif.height).toBeGreaterThan(100);
    expect(gif.frames).toBeGreaterThan(1);

    const svg = await save(page, 'Save picture as SVG');
    expect(svg.suggestedFilename()).toBe('svae-gmm-seed-3-step-4.svg');
    const drawn = await page.evaluate(
      (text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          root: parsed.documentElement.nodeName,
          errors: parsed.querySelectorAll('parsererror').length,
          words: parsed.documentElement.textContent ?? '',
        };
      },
      await textOf(svg),
    );
    expect(drawn).toMatchObject({ root: 'svg', errors: 0 });
    for (const words of ['latent dimension 1', 'Data space', 'Latent space', 'Cluster weights']) {
      expect(drawn.words).toContain(words);
    }

    const png = await save(page, 'Save picture as PNG');
    const bytes = await readFile(await png.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const width = bytes.readUInt32BE(16);
    expect(width).toBeGreaterThan(400);

    const { data, latents, assignments } = await look(page);
    const points = (await textOf(await save(page, 'Points'))).trim().split('\r\n');
    expect(points).toHaveLength(1 + data.length);
    expect(points[0].split(',')).toEqual([
      'y1',
      'y2',
      'label',
      'cluster',
      'responsibility',
      'latent 1',
      'latent 2',
      'reconstructed y1',
      'reconstructed y2',
    ]);
    points.slice(1).forEach((line, row) => {
      const cells = line.split(',').map(Number);
      expect(cells.every(Number.isFinite)).toBe(true);
      expect(cells[3]).toBe(assignments[row] + 1);
      expect(cells[5]).toBeCloseTo(latents[row][0], 4);
    });

    const bound = (await textOf(await save(page, 'ELBO'))).trim().split('\r\n');
    expect(bound[0]).toBe('step,elbo,reconstruction,local KL,global KL');
    expect(bound.slice(1).map((line) => Number(line.split(',')[0]))).toEqual([1, 2, 3, 4]);
  });

  await test.step('a link opens the same state on another device', async () => {
    await script(page, 'edit', { kind: 'moveCluster', cluster: 0, mean: [5.5, -1.25] });
    await script(page, 'edit', { kind: 'removeCluster', cluster: 3 });
    const here = await look(page);
    const elsewhere = await browser.newContext();
    const there = await elsewhere.newPage();
    await openLink(there, new URL(await script(page, 'link')).hash);
    await expectStep(there, 4);
    const { data, clusters, elbo } = await look(there);
    expect(data).toEqual(here.data);
    expect(clusters[0].mean).toEqual([5.5, -1.25]);
    expect(clusters.map(({ removed }) => removed)).toEqual([false, false, false, true]);
    // Another device chooses its own backend, which rounds in its own way.
    expect(elbo.total).toBeCloseTo(here.elbo.total, 2);
    await elsewhere.close();
  });

  await test.step('a saved model goes on the same way; one that does not fit changes nothing', async () => {
    await test.step('opened as it was saved', async () => {
      await openSmall(page, { seed: 6 });
      await script(page, 'train', 20);
      await script(page, 'edit', { kind: 'moveCluster', cluster: 2, mean: [1, -7] });
      const saved = comparable(await look(page));
      const file = await textOf(await save(page, 'Save'));
      await script(page, 'train', 5);
      const later = comparable(await look(page));

      await openSmall(page, { seed: 99, settings: { clusters: 6 } });
      await openModel(page, file);
      await expect(announcement(page)).toContainText('model.json is open');
      await expectStep(page, 20);
      expect(comparable(await look(page))).toEqual(saved);
      await script(page, 'train', 5);
      expect(comparable(await look(page))).toEqual(later);
      await button(page, 'Undo').click();
      await expectStep(page, 0);
      expect((await look(page)).clusters).toHaveLength(6);
    });

    await test.step('what does not fit is refused in words', async () => {
      await openSmall(page);
      await script(page, 'train', 3);
      const before = comparable(await look(page));
      const good = await textOf(await save(page, 'Save'));
      const { checksum: _, ...body } = JSON.parse(good);
      const changed = (change: object) => JSON.stringify({ ...body, ...change });
      await expect(announcement(page)).not.toContainText('is open');
      for (const [text, words] of [
        [changed({ version: 99 }), /newer version of this page/],
        [good.replace('"seed": 1', '"seed": 2'), /its checksum does not match/],
        [good.slice(0, good.length / 2), /not complete: it may have been cut off/],
      ] as const) {
        await openModel(page, text);
        await expect(message(page, words)).toBeVisible();
      }
      expect(comparable(await look(page))).toEqual(before);
      await expectStep(page, 3);
      await expect(announcement(page)).not.toContainText('is open');
    });
  });
});
