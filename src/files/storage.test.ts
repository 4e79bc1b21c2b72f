import { describe, expect, it } from 'vitest';
import type { LinkLab } from '../settings/link.ts';
import { defineSettings } from '../settings/settingsTable.ts';
import type { ModelFile } from './modelFile.ts';
import { createWorkStorage, type KeyValueStore } from './storage.ts';

const table = defineSettings({
  settings: {},
  presets: [{ id: 'default', label: 'Default', comment: '', values: {} }],
});
const lab: LinkLab = { id: 'svae-gmm', table, parseEdit: (edit) => edit };

const file: ModelFile = {
  lab: 'svae-gmm',
  settings: {},
  seed: 7,
  edits: [],
  ownData: null,
  checkpoint: null,
  history: null,
  pretrained: false,
};

function memoryStore(): KeyValueStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key) => kept.get(key),
    set: async (key, value) => {
      kept.set(key, value);
    },
    del: async (key) => {
      kept.delete(key);
    },
  };
}

function failingStore(error: unknown): KeyValueStore {
  const fail = () => Promise.reject(error);
  return { get: fail, set: fail, del: fail };
}

describe('storage that works', () => {
  it('keeps, recalls and forgets the work of each lab', async () => {
    const store = memoryStore();
    const storage = createWorkStorage({ open: () => store, now: () => 123 });
    expect(await storage.recall(lab)).toEqual({ ok: true, value: null });
    expect(await storage.keep(file)).toEqual({ ok: true, value: null });
    expect(await storage.keep({ ...file, lab: 'other' })).toEqual({ ok: true, value: null });
    expect(await storage.recall(lab)).toEqual({
      ok: true,
      value: { file, savedAt: 123, warnings: [] },
    });
    expect(await storage.forget('svae-gmm')).toEqual({ ok: true, value: null });
    expect(await storage.recall(lab)).toEqual({ ok: true, value: null });
    expect([...store.kept.keys()]).toEqual(['other']);
  });
});

describe('storage that fails', () => {
  it.each([
    ['full', new DOMException('', 'QuotaExceededError'), 'no room left'],
    ['forbidden', new DOMException('', 'SecurityError'), 'does not let the page keep'],
    ['forbidden', new DOMException('', 'InvalidStateError'), 'does not let the page keep'],
    ['unavailable', new DOMException('disk on fire', 'UnknownError'), '(disk on fire)'],
    ['unavailable', 'odd', '(odd)'],
  ])('is reported: %s', async (kind, error, message) => {
    const storage = createWorkStorage({ open: () => failingStore(error) });
    for (const result of [
      await storage.keep(file),
      await storage.recall(lab),
      await storage.forget('svae-gmm'),
    ]) {
      if (result.ok) throw new Error('expected a problem');
      expect(result.problem.kind).toBe(kind);
      expect(result.problem.message).toContain(message);
    }
  });

  it('is reported where there is no IndexedDB at all, as here', async () => {
    const result = await createWorkStorage().keep(file);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.problem.kind).toBe('forbidden');
  });

  it('is reported when opening throws, and tried again', async () => {
    let attempts = 0;
    const store = memoryStore();
    const storage = createWorkStorage({
      open: () => {
        if (attempts++ === 0) throw new DOMException('', 'SecurityError');
        return store;
      },
    });
    expect(await storage.keep(file)).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
    expect(await storage.keep(file)).toMatchObject({ ok: true });
  });

  it('is not waited for without end', async () => {
    const never = () => new Promise<never>(() => undefined);
    const storage = createWorkStorage({
      open: () => ({ get: never, set: never, del: never }),
      patience: 5,
    });
    expect(await storage.recall(lab)).toMatchObject({
      ok: false,
      problem: { kind: 'unavailable', message: expect.stringContaining('no answer') },
    });
  });

  it.each([
    ['nothing of ours', 7, 'not what this page writes'],
    ['cut off', { savedAt: 1, text: '{"format":' }, 'cut off'],
    [
      'of a newer page',
      { savedAt: 1, text: '{"format":"svae-lab-model","version":9}' },
      'newer version',
    ],
  ])('is reported as corrupt when what it holds is %s', async (_, value, message) => {
    const store = memoryStore();
    store.kept.set('svae-gmm', value);
    const result = await createWorkStorage({ open: () => store }).recall(lab);
    expect(result).toMatchObject({
      ok: false,
      problem: { kind: 'corrupt', message: expect.stringContaining(message) },
    });
  });
});
