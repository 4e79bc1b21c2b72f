import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Session } from '../session/session.ts';
import { WorkerInProcess } from '../session/workerInProcess.fixture.ts';
import { installScriptingHandle, type SvaeLab } from './scriptingHandle.ts';

interface PlainCluster {
  readonly id: number;
  readonly weight: number;
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly removed: boolean;
}

/** What `svaeLab.snapshot()` promises to scripts. */
interface PlainSnapshot {
  readonly step: number;
  readonly elbo: Readonly<Record<'total' | 'reconstruction' | 'localKl' | 'globalKl', number>>;
  readonly learnedElbo: PlainSnapshot['elbo'];
  readonly data: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly latents: readonly (readonly number[])[];
  readonly assignments: readonly number[];
  readonly reconstructions: readonly (readonly number[])[];
  readonly clusters: readonly PlainCluster[];
  readonly backend: string;
  readonly stepsPerSecond: number;
}

/** A model that trains fast even where graphics are drawn in software: 2 arms of 20 points. */
const SMALL = { arms: 2, pointsPerArm: 20, clusters: 4, hiddenUnits: 8, batch: 20 } as const;
const SMALL_ROWS = SMALL.arms * SMALL.pointsPerArm;

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

let handle: SvaeLab;

beforeAll(() => {
  vi.stubGlobal(
    'Worker',
    class extends WorkerInProcess {
      constructor() {
        super(new Session());
      }
    },
  );
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  installScriptingHandle();
  if (!window.svaeLab) throw new Error('There is no handle.');
  handle = window.svaeLab;
});
afterAll(() => vi.unstubAllGlobals());

const look = async () => (await handle.snapshot()) as unknown as PlainSnapshot;

it('before any lab is open it is told so', async () => {
  await expect(handle.snapshot()).rejects.toThrow(/No lab is open/);
  for (const call of [handle.train(1), handle.play(), handle.edit({}), handle.link()]) {
    await expect(call).rejects.toThrow(/No lab is open/);
  }
});

it('a snapshot has every field scripts rely on, of the right length and finite', async () => {
  await handle.open('svae-gmm', { seed: 1, backend: 'wasm', settings: SMALL });
  expect(window.svaeLab?.version).toBe(1);
  await handle.train(12);
  const snapshot = await look();
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
  expect(await handle.settings()).toMatchObject({ ...SMALL, naturalStep: 0.1 });
});

it('edits lie over the learned model; without them it is back exactly', async () => {
  const learned = comparable(await look());
  const place = [4, -3];

  await handle.edit({ kind: 'moveCluster', cluster: 1, mean: place });
  expectMatrix([(await look()).clusters[1].mean], [place]);
  await handle.edit({ kind: 'reshapeCluster', cluster: 1, covariance: [4, 1, 1, 3] });
  expectMatrix((await look()).clusters[1].covariance, [
    [4, 1],
    [1, 3],
  ]);
  await handle.edit({ kind: 'weighCluster', cluster: 2, weight: 0.5 });
  const weighed = await look();
  expect(weighed.clusters[2].weight).toBeCloseTo(0.5, 6);
  expect(sum(weighed.clusters.map(({ weight }) => weight))).toBeCloseTo(1, 9);

  const victim = mostUsed(weighed);
  await handle.edit({ kind: 'removeCluster', cluster: victim });
  const removed = await look();
  expect(removed.clusters[victim]).toMatchObject({ weight: 0, removed: true });
  expect(removed.assignments).not.toContain(victim);

  await handle.undo();
  expect(comparable(await look())).toEqual(comparable(weighed));
  await handle.redo();
  expect(comparable(await look())).toEqual(comparable(removed));

  await handle.clearEdits();
  expect(comparable(await look())).toEqual(learned);
  await handle.undo();
  expect(comparable(await look())).toEqual(comparable(removed));
});

it('what is not valid is refused with a sentence that names it', async () => {
  const before = comparable(await look());
  const refused = (call: Promise<unknown>, ...words: string[]) =>
    expect(call).rejects.toThrow(new RegExp(words.map(escapeForPattern).join('[^]*')));

  await refused(handle.open('svae-hmm'), 'svae-hmm', 'svae-gmm');
  await refused(handle.open('svae-gmm', { settings: { clusters: 99 } }), '99', '50');
  await refused(handle.open('svae-gmm', { settings: { cluster: 3 } }), '"clusters"');
  await refused(handle.open('svae-gmm', { settings: { activation: 'gelu' } }), 'gelu');
  await refused(handle.open('svae-gmm', { seed: -1.5 }), '-1.5');
  await refused(handle.open('svae-gmm', { backend: 'webgpu' as 'cpu' }), 'webgpu', 'wasm');
  await refused(handle.train(-3), '-3');
  await refused(handle.train(2.5), '2.5');
  await refused(handle.play(7), '7', 'slow-start');
  await refused(handle.edit({ kind: 'paintCluster', cluster: 1 }), 'paintCluster');
  await refused(handle.edit({ kind: 'removeCluster', cluster: 77 }), '78');
  await refused(handle.edit({ kind: 'weighCluster', cluster: 1, weight: 1.5 }), 'at most 1', '1.5');
  await refused(
    handle.edit({ kind: 'reshapeCluster', cluster: 1, covariance: [1, 2, 2, 1] }),
    'covariance',
  );
  await refused(handle.edit({ kind: 'moveCluster', cluster: 1, mean: [1, 2, 3] }), '3');

  expect(comparable(await look())).toEqual(before);
});

it('own data are opened, and everything said of them is in their units', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => [
    1.6e12 + ((row * 23) % 40) * 1e5,
    (row % 2 === 0 ? 10 : 20) + ((row * 17) % 11) / 10,
  ]);
  const settings = { algorithm: 'gmm', clusters: 2 };
  const text = ['t_ms,reading', ...rows.map((row) => row.join())].join('\n');
  const table = { columns: ['t_ms', 'reading'], classes: null };
  await handle.open('em', { data: text, table, settings });
  expect(await handle.settings()).toMatchObject({ dataset: 'own', standardise: true });
  await handle.train(30);
  const seen = await look();
  expect(seen.data).toEqual(rows);
  const levels = seen.clusters.map(({ mean }) => mean[1]).sort((a, b) => a - b);
  expectMatrix([levels.map(Math.floor)], [[10, 20]]);
  await handle.edit({ kind: 'moveMean', cluster: 0, mean: [1.6e12, 15] });
  expectMatrix([(await look()).clusters[0].mean], [[1.6e12, 15]]);
  await expect(handle.open('em', { data: { rows: [[1, 2], [3]] as number[][] } })).rejects.toThrow(
    /Row 2 of the data has 1 numbers; expected 2/,
  );
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

/** Everything but the measurement of speed, which is never twice the same. */
function comparable(snapshot: PlainSnapshot): Omit<PlainSnapshot, 'stepsPerSecond'> {
  const { stepsPerSecond: _, ...rest } = snapshot;
  return rest;
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
