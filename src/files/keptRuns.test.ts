import { expect, it } from 'vitest';
import { createKeptRunsStorage, type KeptRun } from './keptRuns.ts';
import type { KeyValueStore } from './storage.ts';

function memory(): KeyValueStore {
  const map = new Map<string, unknown>();
  return {
    get: async (key) => map.get(key),
    async update(key, next) {
      map.set(key, structuredClone(next(map.get(key))));
    },
    async del(key) {
      map.delete(key);
    },
  };
}

const run: KeptRun = {
  ...{ id: 'a', name: 'Run A', mark: 0, settings: { clusters: 5 }, seed: 1, steps: 10 },
  ...{ edits: [], ownData: null, isRepeated: true },
  result: {
    objective: { total: -5 },
    scores: [{ name: 'Rand index', value: 0.9, better: 'higher' }],
    curve: { of: 'ELBO', xs: Float64Array.of(1, 2), values: Float64Array.of(-6, -5) },
    history: { step: [1, 2], elbo: [{ total: -6 }, { total: -5 }] },
    checkpoint: { step: 10, arrays: { means: Float64Array.of(1), networks: Float32Array.of(2) } },
  },
};

it('keeps the runs of each link apart, and recalls them as they were', async () => {
  const storage = createKeptRunsStorage(memory);
  await storage.keep('em', '', [run]);
  await storage.keep('em', 'seed=2', []);
  expect(await storage.recall('em', '')).toEqual({ ok: true, value: [run] });
  expect(await storage.recall('em', 'seed=2')).toEqual({ ok: true, value: [] });
});

it('keeps those of six links, and the latest of them', async () => {
  const store = memory();
  const storage = createKeptRunsStorage(() => store);
  for (let link = 0; link < 7; link++) await storage.keep('em', `seed=${link}`, [run]);
  expect(await storage.recall('em', 'seed=0')).toEqual({ ok: true, value: [] });
  expect(await storage.recall('em', 'seed=1')).toEqual({ ok: true, value: [run] });
});

it('takes what it cannot read for nothing, and never rejects', async () => {
  const store = memory();
  await store.update('em/runs', () => [{ linkState: '', runs: [{ ...run, mark: 17 }] }]);
  const storage = createKeptRunsStorage(() => store);
  expect(await storage.recall('em', '')).toEqual({ ok: true, value: [] });
  const forbidden = createKeptRunsStorage(() => {
    throw new DOMException('no', 'SecurityError');
  });
  expect(await forbidden.recall('em', '')).toMatchObject({
    ok: false,
    problem: { kind: 'forbidden' },
  });
});
