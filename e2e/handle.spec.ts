import { expect, test } from './fixtures.ts';
import {
  comparable,
  expectStep,
  look,
  openLink,
  openSmall,
  type PlainSnapshot,
  SMALL,
  SMALL_ROWS,
  script,
} from './lab.ts';

const FIELDS = [
  'assignments',
  'backend',
  'clusters',
  'data',
  'elbo',
  'labels',
  'latents',
  'reconstructions',
  'step',
  'stepsPerSecond',
];

test('a script trains, looks, edits, and makes links that open on another device', async ({
  page,
  browser,
  baseURL,
}) => {
  await test.step('a script trains, looks, edits, and is told what is not valid', async () => {
    await test.step('before any lab is open it is told so', async () => {
      await page.goto('/');
      await expect(script(page, 'snapshot')).rejects.toThrow(/No lab is open/);
      await expect(script(page, 'train', 1)).rejects.toThrow(/No lab is open/);
    });

    await test.step('a snapshot has every field scripts rely on, of the right length and finite', async () => {
      await openSmall(page);
      expect(await page.evaluate(() => window.svaeLab?.version)).toBe(1);
      await script(page, 'train', 12);
      const snapshot = await look(page);
      expect(Object.keys(snapshot)).toEqual(expect.arrayContaining(FIELDS));
      expect(snapshot.step).toBe(12);
      expect(snapshot.backend).toBe('wasm');
      expect(snapshot.stepsPerSecond).toBeGreaterThanOrEqual(0);

      const { total, reconstruction, localKl, globalKl } = snapshot.elbo;
      expect(total).toBeCloseTo(reconstruction - localKl - globalKl, 9);
      for (const rows of [snapshot.data, snapshot.latents, snapshot.reconstructions]) {
        expect(rows).toHaveLength(SMALL_ROWS);
        expect(rows.flat()).toHaveLength(2 * SMALL_ROWS);
        expect(rows.flat().every(Number.isFinite)).toBe(true);
      }
      expect(snapshot.labels).toHaveLength(SMALL_ROWS);
      expect(new Set(snapshot.labels)).toEqual(new Set([0, 1]));
      expect(snapshot.assignments).toHaveLength(SMALL_ROWS);
      expect(snapshot.assignments.every((id) => id >= 0 && id < SMALL.clusters)).toBe(true);

      expect(snapshot.clusters.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
      expect(sum(snapshot.clusters.map(({ weight }) => weight))).toBeCloseTo(1, 9);
      for (const { mean, covariance, removed } of snapshot.clusters) {
        expect(removed).toBe(false);
        expect(mean).toHaveLength(2);
        expect(covariance.map((row) => row.length)).toEqual([2, 2]);
        const [[xx, xy], [yx, yy]] = covariance;
        expect(xy).toBeCloseTo(yx, 9);
        expect(xx * yy - xy * yx).toBeGreaterThan(0);
      }
      expect(await script(page, 'settings')).toMatchObject({ ...SMALL, naturalStep: 0.1 });
    });

    await test.step('edits lie over the learned model; without them it is back exactly', async () => {
      const learned = comparable(await look(page));
      const place = [4, -3];

      await script(page, 'edit', { kind: 'moveCluster', cluster: 1, mean: place });
      expectMatrix([(await look(page)).clusters[1].mean], [place]);
      await script(page, 'edit', { kind: 'reshapeCluster', cluster: 1, covariance: [4, 1, 1, 3] });
      expectMatrix((await look(page)).clusters[1].covariance, [
        [4, 1],
        [1, 3],
      ]);
      await script(page, 'edit', { kind: 'weighCluster', cluster: 2, weight: 0.5 });
      const weighed = await look(page);
      expect(weighed.clusters[2].weight).toBeCloseTo(0.5, 6);
      expect(sum(weighed.clusters.map(({ weight }) => weight))).toBeCloseTo(1, 9);

      const victim = mostUsed(weighed);
      await script(page, 'edit', { kind: 'removeCluster', cluster: victim });
      const removed = await look(page);
      expect(removed.clusters[victim]).toMatchObject({ weight: 0, removed: true });
      expect(removed.assignments).not.toContain(victim);

      await script(page, 'undo');
      expect(comparable(await look(page))).toEqual(comparable(weighed));
      await script(page, 'redo');
      expect(comparable(await look(page))).toEqual(comparable(removed));

      await script(page, 'clearEdits');
      expect(comparable(await look(page))).toEqual(learned);
      await script(page, 'undo');
      expect(comparable(await look(page))).toEqual(comparable(removed));
    });

    await test.step('what is not valid is refused with a sentence that names it', async () => {
      const before = comparable(await look(page));
      const refused = (call: Promise<unknown>, ...words: string[]) =>
        expect(call).rejects.toThrow(new RegExp(words.map(escapeForPattern).join('[^]*')));

      await refused(script(page, 'open', 'svae-hmm'), 'svae-hmm', 'svae-gmm');
      await refused(script(page, 'open', 'svae-gmm', { settings: { clusters: 99 } }), '99', '50');
      await refused(script(page, 'open', 'svae-gmm', { settings: { cluster: 3 } }), '"clusters"');
      await refused(script(page, 'open', 'svae-gmm', { settings: { activation: 'gelu' } }), 'gelu');
      await refused(script(page, 'open', 'svae-gmm', { seed: -1.5 }), '-1.5');
      await refused(
        script(page, 'open', 'svae-gmm', { backend: 'webgpu' as 'cpu' }),
        'webgpu',
        'wasm',
      );
      await refused(script(page, 'train', -3), '-3');
      await refused(script(page, 'train', 2.5), '2.5');
      await refused(script(page, 'play', 7), '7', 'slow-start');
      await refused(script(page, 'edit', { kind: 'paintCluster', cluster: 1 }), 'paintCluster');
      await refused(script(page, 'edit', { kind: 'removeCluster', cluster: 77 }), '78');
      await refused(
        script(page, 'edit', { kind: 'weighCluster', cluster: 1, weight: 1.5 }),
        'at most 1',
        '1.5',
      );
      await refused(
        script(page, 'edit', { kind: 'reshapeCluster', cluster: 1, covariance: [1, 2, 2, 1] }),
        'covariance',
      );
      await refused(
        script(page, 'edit', { kind: 'moveCluster', cluster: 1, mean: [1, 2, 3] }),
        '3',
      );

      expect(comparable(await look(page))).toEqual(before);
    });

    await test.step('own data are opened, and everything said of them is in their units', async () => {
      const rows = Array.from({ length: 40 }, (_, row) => [
        1.6e12 + ((row * 23) % 40) * 1e5,
        (row % 2 === 0 ? 10 : 20) + ((row * 17) % 11) / 10,
      ]);
      const settings = { algorithm: 'gmm', clusters: 2 };
      const text = ['t_ms,reading', ...rows.map((row) => row.join())].join('\n');
      const table = { columns: ['t_ms', 'reading'], classes: null };
      await script(page, 'open', 'em', { data: text, table, settings });
      expect(await script(page, 'settings')).toMatchObject({ dataset: 'own', standardise: true });
      await script(page, 'train', 30);
      const seen = await look(page);
      expect(seen.data).toEqual(rows);
      const levels = seen.clusters.map(({ mean }) => mean[1]).sort((a, b) => a - b);
      expectMatrix([levels.map(Math.floor)], [[10, 20]]);
      await script(page, 'edit', { kind: 'moveMean', cluster: 0, mean: [1.6e12, 15] });
      expectMatrix([(await look(page)).clusters[0].mean], [[1.6e12, 15]]);
      await expect(
        script(page, 'open', 'em', { data: { rows: [[1, 2], [3]] as number[][] } }),
      ).rejects.toThrow(/Row 2 of the data has 1 numbers; expected 2/);
    });
  });

  await test.step('a link opens the same state on another device', async () => {
    await openSmall(page, { seed: 4 });
    await script(page, 'train', 30);
    await script(page, 'edit', { kind: 'moveCluster', cluster: 0, mean: [5.5, -1.25] });
    await script(page, 'edit', { kind: 'removeCluster', cluster: 3 });
    const here = comparable(await look(page));
    const link = new URL(await script(page, 'link'));
    expect(link.origin).toBe(new URL(baseURL ?? '').origin);

    const elsewhere = await browser.newContext();
    const there = await elsewhere.newPage();
    await openLink(there, link.hash);
    await expectStep(there, 30);
    expect(await script(there, 'settings')).toEqual(await script(page, 'settings'));
    expectSameRun(comparable(await look(there)), here);
    await elsewhere.close();
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mostUsed({ assignments, clusters }: PlainSnapshot): number {
  const count = (id: number) => assignments.filter((owner) => owner === id).length;
  return clusters.map(({ id }) => id).reduce((best, id) => (count(id) > count(best) ? id : best));
}

function expectMatrix(
  actual: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
): void {
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(actual[i][j]).toBeCloseTo(value, 6);
    });
  });
}

/** Equal, but for the backend, which another device chooses for itself, and its rounding. */
function expectSameRun(
  actual: ReturnType<typeof comparable>,
  expected: ReturnType<typeof comparable>,
): void {
  expect(actual.step).toBe(expected.step);
  expect(actual.data).toEqual(expected.data);
  expect(actual.assignments).toEqual(expected.assignments);
  for (const field of ['latents', 'reconstructions'] as const) {
    actual[field].flat().forEach((value, at) => {
      expect(value).toBeCloseTo(expected[field].flat()[at], 2);
    });
  }
  expect(actual.clusters.map(({ removed }) => removed)).toEqual(
    expected.clusters.map(({ removed }) => removed),
  );
  expect(actual.clusters[0].mean).toEqual(expected.clusters[0].mean);
  expect(actual.elbo.total).toBeCloseTo(expected.elbo.total, 2);
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
