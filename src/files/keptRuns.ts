/** Runs that were kept for comparison, on this device: of each lab, and of each link to it apart. */
import * as v from 'valibot';
import type { OwnData } from '../datasets/ownData.ts';
import type { Checkpoint, ObjectiveTerms, Score } from '../labs/engine.ts';
import type { SettingValue } from '../settings/settingsTable.ts';
import type { ElboHistory } from './readModelFile.ts';
import { attempted, type KeyValueStore, openIndexedDb, type Stored } from './storage.ts';

/** The line of a run in the chart of its lab. */
export interface RunCurve {
  /** What is drawn: the name of the objective. */
  readonly of: string;
  readonly xs: Float64Array;
  readonly values: Float64Array;
}

/** What a run has come to. */
export interface RunResult {
  /** Of all data. */
  readonly objective: ObjectiveTerms;
  readonly scores: readonly Score[];
  readonly curve: RunCurve;
  readonly history: ElboHistory;
  /** Null where the model is too large to keep. */
  readonly checkpoint: Checkpoint | null;
  /** What the lab shows of it besides; the lab checks it where it reads it. */
  readonly details?: unknown;
}

/** A run as it was when it was kept. */
export interface KeptRun {
  /** No two have the same. */
  readonly id: string;
  readonly name: string;
  /** Its letter and its look in charts, counted from 0. */
  readonly mark: number;
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly seed: number;
  readonly steps: number;
  readonly edits: readonly unknown[];
  readonly ownData: OwnData | null;
  /** Seed, settings, edits and steps lead to it. */
  readonly isRepeated: boolean;
  /** Null where a link has brought it and it was not trained on this device. */
  readonly result: RunResult | null;
}

/** Runs that can be compared at a time: more lines cannot be told apart. */
export const MOST_KEPT = 6;

/** None of these rejects: storage may be forbidden, full or broken. */
export interface KeptRunsStorage {
  /** Those kept in a lab under a link, the part of the address after "?"; empty where there is none. */
  recall(lab: string, linkState: string): Promise<Stored<readonly KeptRun[]>>;
  keep(lab: string, linkState: string, runs: readonly KeptRun[]): Promise<Stored<null>>;
}

/** Links of a lab whose runs are kept; beyond it those of the link that was longest unused go. */
const MOST_LINKS = 6;

const numbers = v.instance(Float64Array);
const values = v.record(v.string(), v.union([v.number(), v.string(), v.boolean()]));
const terms = v.objectWithRest({ total: v.number() }, v.number());
const array = v.union([numbers, v.instance(Float32Array), v.instance(Int32Array)]);

const resultSchema = v.object({
  objective: terms,
  scores: v.array(
    v.object({
      name: v.string(),
      value: v.nullable(v.number()),
      better: v.exactOptional(v.picklist(['higher', 'lower'])),
      decimals: v.exactOptional(v.number()),
    }),
  ),
  curve: v.object({ of: v.string(), xs: numbers, values: numbers }),
  history: v.object({ step: v.array(v.number()), elbo: v.array(terms) }),
  checkpoint: v.nullable(v.object({ step: v.number(), arrays: v.record(v.string(), array) })),
  details: v.exactOptional(v.unknown()),
});

const runSchema = v.object({
  id: v.string(),
  name: v.string(),
  mark: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_KEPT - 1)),
  settings: values,
  seed: v.number(),
  steps: v.number(),
  edits: v.array(v.unknown()),
  ownData: v.custom<OwnData | null>((data) => typeof data === 'object'),
  isRepeated: v.boolean(),
  result: v.nullable(resultSchema),
});

const recordSchema = v.array(v.object({ linkState: v.string(), runs: v.array(runSchema) }));

const keyOf = (lab: string) => `${lab}/runs`;

function readRecord(record: unknown): v.InferOutput<typeof recordSchema> {
  const found = v.safeParse(recordSchema, record);
  return found.success ? found.output : [];
}

/** @param open IndexedDB by default; may throw */
export function createKeptRunsStorage(open: () => KeyValueStore = openIndexedDb): KeptRunsStorage {
  let store: KeyValueStore | null = null;
  const opened = () => {
    store ??= open();
    return store;
  };
  return {
    recall: (lab, linkState) =>
      attempted(async () => {
        const record = readRecord(await opened().get(keyOf(lab)));
        return record.find((one) => one.linkState === linkState)?.runs ?? [];
      }),
    keep: (lab, linkState, runs) =>
      attempted(async () => {
        await opened().update(keyOf(lab), (record) => {
          const others = readRecord(record).filter((one) => one.linkState !== linkState);
          const all = runs.length > 0 ? [{ linkState, runs }, ...others] : others;
          return all.slice(0, MOST_LINKS);
        });
        return null;
      }),
  };
}
