import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinkLab } from '../settings/link.ts';
import { defineSettings } from '../settings/settingsTable.ts';
import { encodeModelFile } from './modelFile.ts';
import type { ModelFile } from './readModelFile.ts';
import { createWorkStorage, type KeyValueStore, type Visit } from './storage.ts';

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

const visit: Visit = { id: 'first', linkState: '', from: null };

function memoryStore(): KeyValueStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key) => kept.get(key),
    update: async (key, next) => void kept.set(key, next(kept.get(key))),
    del: async (key) => {
      kept.delete(key);
    },
  };
}

function failingStore(error: unknown): KeyValueStore {
  const fail = () => Promise.reject(error);
  return { get: fail, update: fail, del: fail };
}

describe('storage that works', () => {
  it('keeps and recalls the work of each lab', async () => {
    const storage = createWorkStorage({ open: memoryStore, now: () => 123 });
    expect(await storage.recall(lab)).toEqual({ ok: true, value: null });
    expect(await storage.keep(file, visit)).toEqual({ ok: true, value: null });
    expect(await storage.keep({ ...file, lab: 'other' }, visit)).toEqual({ ok: true, value: null });
    const mark = { visit: 'first', linkState: '', savedAt: 123, step: 0 };
    const expected = { ok: true, value: { file, ...mark, warnings: [] } };
    expect(await storage.recall(lab)).toEqual(expected);
    expect(await storage.list('svae-gmm')).toEqual({ ok: true, value: [mark] });
  });

  describe('a large file', () => {
    const arrays = { weights: new Float64Array(300_000).fill(0.5) };
    const large = { ...file, checkpoint: { step: 4, arrays } };
    class Encoder {
      onmessage: ((event: { readonly data: Blob }) => void) | null = null;
      terminate() {}
      postMessage(data: ModelFile) {
        this.onmessage?.({ data: new Blob([encodeModelFile(data)]) });
      }
    }
    beforeEach(() => void vi.stubGlobal('Worker', Encoder));
    afterEach(() => void vi.unstubAllGlobals());

    it('is kept as a Blob, and recalled', async () => {
      const store = memoryStore();
      const storage = createWorkStorage({ open: () => store });
      expect(await storage.keep(large, visit)).toEqual({ ok: true, value: null });
      expect(store.kept.get('svae-gmm')).toMatchObject({ text: expect.any(Blob), step: 4 });
      // Another visit sets it aside as it is.
      await storage.keep(file, { ...visit, id: 'second' });
      const found = await storage.recall(lab, 'first');
      const weights = found.ok ? found.value?.file.checkpoint?.arrays.weights : null;
      expect(weights?.length).toBe(300_000);
      expect(weights?.every((value) => value === 0.5)).toBe(true);
    });

    it('is kept as text where the browser stores no Blobs, as in private windows of Safari', async () => {
      const store = memoryStore();
      const refusing: KeyValueStore = {
        ...store,
        async update(key, next) {
          const value = next(store.kept.get(key));
          if (v.is(v.object({ text: v.instance(Blob) }), value))
            throw new DOMException('BlobURLs are not yet supported', 'DataCloneError');
          store.kept.set(key, value);
        },
      };
      const storage = createWorkStorage({ open: () => refusing });
      await storage.keep(file, { ...visit, id: 'before' });
      expect(await storage.keep(large, visit)).toMatchObject({ value: { visit: 'before' } });
      expect(await storage.recall(lab)).toMatchObject({
        value: { file: { checkpoint: { step: 4 } } },
      });
    });

    it('is reported as unreadable where the browser has lost its Blob', async () => {
      const store = memoryStore();
      const storage = createWorkStorage({ open: () => store });
      await storage.keep(large, visit);
      const { text } = v.parse(v.object({ text: v.instance(Blob) }), store.kept.get('svae-gmm'));
      vi.spyOn(text, 'text').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
      const problem = {
        kind: 'corrupt',
        message: expect.stringContaining('cannot be read: the browser'),
      };
      expect(await storage.recall(lab)).toEqual({ ok: false, problem });
    });
  });

  it('opens what earlier versions have kept', async () => {
    const store = memoryStore();
    store.kept.set('svae-gmm', { savedAt: 5, text: encodeModelFile(file) });
    const recalled = await createWorkStorage({ open: () => store }).recall(lab);
    expect(recalled).toMatchObject({ ok: true, value: { file, savedAt: 5, visit: '' } });
  });
});

describe('work of several visits', () => {
  /** A storage in which every write has a later time, and what it keeps of the lab by seeds. */
  function several() {
    let time = 0;
    const storage = createWorkStorage({ open: memoryStore, now: () => ++time });
    const keep = async (seed: number, of: Partial<Visit> & { readonly id: string }) => {
      const stored = await storage.keep({ ...file, seed }, { ...visit, ...of });
      if (!stored.ok) throw new Error(stored.problem.message);
      return stored.value;
    };
    const seeds = async () => {
      const listed = await storage.list('svae-gmm');
      if (!listed.ok) throw new Error(listed.problem.message);
      const works = await Promise.all(listed.value.map((mark) => storage.recall(lab, mark.visit)));
      return works.map((work) => (work.ok ? work.value?.file.seed : work.problem.message));
    };
    return { storage, keep, seeds };
  }

  it('replaces its own work and that it goes on from', async () => {
    const { storage, keep, seeds } = several();
    expect(await keep(1, { id: 'a' })).toBeNull();
    expect(await keep(2, { id: 'a' })).toBeNull();
    expect(await seeds()).toEqual([2]);
    const found = await storage.recall(lab);
    if (!found.ok || !found.value) throw new Error('expected work');
    expect(await keep(3, { id: 'b', from: found.value })).toBeNull();
    expect(await seeds()).toEqual([3]);
  });

  it('sets the work of another link aside, and says so', async () => {
    const { keep, seeds } = several();
    await keep(1, { id: 'a' });
    expect(await keep(2, { id: 'b', linkState: 'seed=2' })).toMatchObject({ visit: 'a' });
    expect(await seeds()).toEqual([2, 1]);
  });

  it('keeps the work of two tabs that write in turn, and no heap of it', async () => {
    const { storage, keep, seeds } = several();
    await keep(1, { id: 'before' });
    const found = await storage.recall(lab);
    if (!found.ok || !found.value) throw new Error('expected work');
    const from = found.value;
    for (let turn = 0; turn < 4; turn++) {
      await keep(10 + turn, { id: 'a', from });
      await keep(20 + turn, { id: 'b', from });
    }
    expect(await seeds()).toEqual([23, 13]);
  });

  it('keeps the work of two tabs that write at the same time', async () => {
    const { keep, seeds } = several();
    await Promise.all([keep(1, { id: 'a' }), keep(2, { id: 'b' })]);
    expect((await seeds()).sort()).toEqual([1, 2]);
  });

  it('keeps the last five pieces besides the present one', async () => {
    const { keep, seeds } = several();
    for (let seed = 0; seed < 9; seed++) await keep(seed, { id: `visit ${seed}` });
    expect(await seeds()).toEqual([8, 7, 6, 5, 4, 3]);
  });

  it('loses nothing of another link where there is no room left', async () => {
    const store = memoryStore();
    let room = true;
    const update: KeyValueStore['update'] = async (key, next) => {
      await store.update(key, next);
      room &&= !key.includes('earlier');
    };
    const full = {
      ...store,
      update: (...[key, next]: Parameters<typeof update>) =>
        room ? update(key, next) : Promise.reject(new DOMException('', 'QuotaExceededError')),
    };
    const storage = createWorkStorage({ open: () => full });
    await storage.keep(file, visit);
    const second = await storage.keep({ ...file, seed: 8 }, { ...visit, id: 'second' });
    expect(second).toMatchObject({ ok: false, problem: { kind: 'full' } });
    expect(await storage.recall(lab)).toMatchObject({ value: { file, visit: 'first' } });
    expect(await storage.list('svae-gmm')).toMatchObject({ value: [{ visit: 'first' }] });
  });

  it('sets the latest aside when asked to', async () => {
    const { storage, keep, seeds } = several();
    await keep(1, { id: 'a' });
    await storage.setAside('svae-gmm');
    expect(await storage.recall(lab)).toEqual({ ok: true, value: null });
    expect(await seeds()).toEqual([1]);
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
      await storage.keep(file, visit),
      await storage.recall(lab),
      await storage.setAside('svae-gmm'),
    ]) {
      if (result.ok) throw new Error('expected a problem');
      expect(result.problem.kind).toBe(kind);
      expect(result.problem.message).toContain(message);
    }
  });

  it('is reported where there is no IndexedDB at all, as here', async () => {
    const result = await createWorkStorage().keep(file, visit);
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
    expect(await storage.keep(file, visit)).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden' },
    });
    expect(await storage.keep(file, visit)).toMatchObject({ ok: true });
  });

  it('is not waited for without end', async () => {
    const never = () => new Promise<never>(() => undefined);
    const storage = createWorkStorage({
      open: () => ({ get: never, update: never, del: never }),
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
