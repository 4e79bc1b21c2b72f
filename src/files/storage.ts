/** Work kept on this device for each lab, so that it survives a reload, another link and another tab. */
import { createStore, del, get, update } from 'idb-keyval';
import * as v from 'valibot';
import type { LinkLab } from '../settings/link.ts';
import type { ModelFile } from './readModelFile.ts';

/** What is needed of a place to keep things. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  /** Replaces a value by one made from it, without another tab in between. */
  update(key: string, next: (value: unknown) => unknown): Promise<void>;
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

/** A piece of kept work, without the work: enough to name it to a person. */
export interface WorkMark {
  /** The visit of a lab that made it, see `Visit`. */
  readonly visit: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The link it was begun from, the part of the address after "?"; empty for none. */
  readonly linkState: string;
  /** Training steps behind it. */
  readonly step: number;
}

export interface KeptWork extends WorkMark {
  readonly file: ModelFile;
  readonly warnings: readonly string[];
}

/** From opening a lab to leaving it. Two tabs of a lab are two visits. */
export interface Visit {
  readonly id: string;
  readonly linkState: string;
  /** The kept work that it goes on from, which it may replace; null for none. */
  readonly from: WorkMark | null;
}

/**
 * None of these rejects: storage may be forbidden, full or broken, and the page goes on. Work is
 * replaced only by what has gone on from it; otherwise it is set aside and can be recalled.
 */
export interface WorkStorage {
  /** Resolves with the work of another visit that had to be set aside for it, if any. */
  keep(file: ModelFile, visit: Visit): Promise<Stored<WorkMark | null>>;
  /** The lab's latest work, or that of a visit; null when there is none. */
  recall(lab: LinkLab, visit?: string): Promise<Stored<KeptWork | null>>;
  /** All that is kept of a lab, the latest first. */
  list(lab: string): Promise<Stored<readonly WorkMark[]>>;
  /** Puts the latest work with the earlier, so that nothing takes its place. */
  setAside(lab: string): Promise<Stored<null>>;
}

export interface WorkStorageOptions {
  /** IndexedDB by default. May throw. */
  readonly open?: () => KeyValueStore;
  readonly now?: () => number;
  /** Milliseconds to wait: browsers have been known never to answer. */
  readonly patience?: number;
}

/** Pieces of earlier work kept for each lab: a lesson's worth, and a few megabytes at most. */
const EARLIER_LIMIT = 5;

/** Work of versions that kept one piece for each lab has neither visit nor link. */
const recordSchema = v.object({
  savedAt: v.number(),
  /** Large texts are Blobs: who reads or replaces the record gets none of their characters. */
  text: v.union([v.string(), v.instance(Blob)]),
  visit: v.optional(v.string(), ''),
  linkState: v.optional(v.string(), ''),
  step: v.optional(v.number(), 0),
});

type KeptRecord = v.InferOutput<typeof recordSchema>;

const earlierKey = (lab: string) => `${lab}/earlier`;

/** Fetched with the first work that is kept or recalled: a link alone needs none of it. */
const modelFiles = () => import('./modelFile.ts');

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
    const stored = await attempted(() => {
      store ??= open();
      return Promise.race([use(store), tooLate]);
    });
    clearTimeout(timer);
    return stored;
  }

  const earlierOf = async (store: KeyValueStore, lab: string): Promise<readonly KeptRecord[]> =>
    readEarlier(await store.get(earlierKey(lab)));

  const latestOf = async (store: KeyValueStore, lab: string): Promise<KeptRecord | null> =>
    readLatest(await store.get(lab));

  /** One piece for each visit: two tabs that write in turn must not push all else out. */
  const putWithEarlier = (
    store: KeyValueStore,
    lab: string,
    record: KeptRecord,
    writer = record.visit,
  ): Promise<void> =>
    store.update(earlierKey(lab), (value) => {
      const others = readEarlier(value).filter(
        ({ visit }) => visit !== record.visit && visit !== writer,
      );
      return [record, ...others].slice(0, EARLIER_LIMIT);
    });

  /** Returns what it has replaced: two tabs may write at the same time. */
  async function putLatest(store: KeyValueStore, lab: string, record: KeptRecord) {
    const put = async (next: KeptRecord) => {
      let replaced: KeptRecord | null = null;
      await store.update(lab, (value) => {
        replaced = readLatest(value);
        return next;
      });
      return replaced;
    };
    return put(record).catch(async (error: unknown) => {
      if (typeof record.text === 'string' || problemOf(error).kind !== 'unavailable') throw error;
      // Private windows of Safari store no Blobs.
      return put({ ...record, text: await textOf(record) });
    });
  }

  /** What is stored as the latest work, unread, or as that of a visit; undefined for nothing. */
  async function pieceOf(store: KeyValueStore, lab: string, visit?: string): Promise<unknown> {
    if (visit === undefined) return store.get(lab);
    const latest = await latestOf(store, lab);
    const pieces = [...(latest ? [latest] : []), ...(await earlierOf(store, lab))];
    return pieces.find((piece) => piece.visit === visit);
  }

  return {
    async keep(file, { id, linkState, from }) {
      const written = await attempted(async () =>
        (await import('./encodeAside.ts')).encodeAside(file),
      );
      if (!written.ok) return written;
      return guarded(async (store) => {
        const step = file.checkpoint?.step ?? 0;
        const record = { savedAt: now(), text: written.value, visit: id, linkState, step };
        const setAside = async (latest: KeptRecord | null) => {
          const other = ofAnother(latest, id, from);
          if (other) await putWithEarlier(store, file.lab, other, id);
          return other && markOf(other);
        };
        // Before its place is taken, as there may be no room for both; and what another tab has put there since.
        const before = await setAside(await latestOf(store, file.lab));
        return (await setAside(await putLatest(store, file.lab, record))) ?? before;
      });
    },
    async recall(lab, visit) {
      const found = await guarded(async (store) => {
        const value = await pieceOf(store, lab.id, visit);
        return value === undefined ? null : readKept(value, lab);
      });
      return found.ok ? (found.value ?? { ok: true, value: null }) : found;
    },
    list: (lab) =>
      guarded(async (store) => {
        const latest = await latestOf(store, lab);
        const earlier = await earlierOf(store, lab);
        if (!latest) return earlier.map(markOf);
        // Both, where it was set aside and nothing could take its place.
        return [latest, ...earlier.filter(({ visit }) => visit !== latest.visit)].map(markOf);
      }),
    setAside: (lab) =>
      guarded(async (store) => {
        const latest = await latestOf(store, lab);
        if (latest === null) return null;
        await putWithEarlier(store, lab, latest);
        await store.del(lab);
        return null;
      }),
  };
}

export async function attempted<Value>(work: () => Promise<Value>): Promise<Stored<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function readEarlier(value: unknown): readonly KeptRecord[] {
  const found = v.safeParse(v.array(recordSchema), value);
  return found.success ? found.output : [];
}

function readLatest(value: unknown): KeptRecord | null {
  const found = v.safeParse(recordSchema, value);
  return found.success ? found.output : null;
}

/** The record, if it is neither the visit's own nor what that goes on from. */
const ofAnother = (
  record: KeptRecord | null,
  visit: string,
  from: WorkMark | null,
): KeptRecord | null =>
  record !== null && record.visit !== visit && !isSame(record, from) ? record : null;

const markOf = ({ visit, savedAt, linkState, step }: KeptRecord): WorkMark => ({
  visit,
  savedAt,
  linkState,
  step,
});

const isSame = (record: KeptRecord, mark: WorkMark | null): boolean =>
  record.visit === mark?.visit && record.savedAt === mark.savedAt;

async function readKept(value: unknown, lab: LinkLab): Promise<Stored<KeptWork>> {
  const kept = v.safeParse(recordSchema, value);
  if (!kept.success) return corrupt('it is not what this page writes.');
  const { decodeModelFile } = await modelFiles();
  const text = await attempted(async () => textOf(kept.output));
  if (!text.ok) return corrupt('the browser has lost what it was given.');
  const decoded = decodeModelFile(text.value, lab);
  if (!decoded.ok) return corrupt(decoded.problem.message);
  const { file, warnings } = decoded;
  return { ok: true, value: { ...markOf(kept.output), file, warnings } };
}

const textOf = async ({ text }: KeptRecord): Promise<string> =>
  typeof text === 'string' ? text : text.text();

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

export function openIndexedDb(): KeyValueStore {
  const store = createStore('svae-lab', 'work');
  return {
    get: (key) => get(key, store),
    update: (key, next) => update(key, next, store),
    del: (key) => del(key, store),
  };
}
