/** Work kept on this device, one piece per lab, so that it survives a reload. */
import { createStore, del, get, set } from 'idb-keyval';
import * as v from 'valibot';
import type { LinkLab } from '../settings/link.ts';
import { decodeModelFile, encodeModelFile, type ModelFile } from './modelFile.ts';

/** What is needed of a place to keep things. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
}

export interface StorageProblem {
  /**
   * 'forbidden': the browser keeps nothing for this page. 'full': no room. 'corrupt': what was
   * kept cannot be read. 'unavailable': anything else, or no answer in time.
   */
  readonly kind: 'forbidden' | 'full' | 'corrupt' | 'unavailable';
  readonly message: string;
}

export type Stored<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: StorageProblem };

export interface KeptWork {
  readonly file: ModelFile;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly warnings: readonly string[];
}

/** None of these rejects: storage may be forbidden, full or broken, and the page goes on. */
export interface WorkStorage {
  keep(file: ModelFile): Promise<Stored<null>>;
  /** The lab's work; null when there is none. */
  recall(lab: LinkLab): Promise<Stored<KeptWork | null>>;
  forget(lab: string): Promise<Stored<null>>;
}

export interface WorkStorageOptions {
  /** IndexedDB by default. May throw. */
  readonly open?: () => KeyValueStore;
  readonly now?: () => number;
  /** Milliseconds to wait: browsers have been known never to answer. */
  readonly patience?: number;
}

const keptSchema = v.object({ savedAt: v.number(), text: v.string() });

export function createWorkStorage(options: WorkStorageOptions = {}): WorkStorage {
  const { open = openIndexedDb, now = Date.now, patience = 5000 } = options;
  let store: KeyValueStore | null = null;

  async function guarded<Value>(
    use: (store: KeyValueStore) => Promise<Value>,
  ): Promise<Stored<Value>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), patience);
    });
    try {
      store ??= open();
      return { ok: true, value: await Promise.race([use(store), tooLate]) };
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    keep: (file) =>
      guarded(async (store) => {
        await store.set(file.lab, { savedAt: now(), text: encodeModelFile(file) });
        return null;
      }),
    async recall(lab) {
      const found = await guarded((store) => store.get(lab.id));
      if (!found.ok) return found;
      return found.value === undefined ? { ok: true, value: null } : readKept(found.value, lab);
    },
    forget: (lab) =>
      guarded(async (store) => {
        await store.del(lab);
        return null;
      }),
  };
}

function readKept(value: unknown, lab: LinkLab): Stored<KeptWork> {
  const kept = v.safeParse(keptSchema, value);
  if (!kept.success) return corrupt('it is not what this page writes.');
  const { savedAt, text } = kept.output;
  const decoded = decodeModelFile(text, lab);
  if (!decoded.ok) return corrupt(decoded.problem.message);
  return { ok: true, value: { file: decoded.file, savedAt, warnings: decoded.warnings } };
}

function corrupt(reason: string): Stored<never> {
  const message = `The work kept on this device cannot be read: ${reason}`;
  return { ok: false, problem: { kind: 'corrupt', message } };
}

/** By the names that DOMException gives. */
function problemOf(error: unknown): StorageProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return {
        kind: 'full',
        message:
          'There is no room left on this device to keep your work. Save a model file instead.',
      };
    case 'SecurityError':
    case 'InvalidStateError':
    case 'NotAllowedError':
    // Without IndexedDB its very name is unknown.
    case 'ReferenceError':
      return {
        kind: 'forbidden',
        message:
          'This browser does not let the page keep your work, as in private windows. Save a model file instead.',
      };
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        kind: 'unavailable',
        message: `Your work cannot be kept on this device (${reason}). Save a model file instead.`,
      };
    }
  }
}

function openIndexedDb(): KeyValueStore {
  const store = createStore('svae-lab', 'work');
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    del: (key) => del(key, store),
  };
}
