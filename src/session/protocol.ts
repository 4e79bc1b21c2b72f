/**
 * What the page and the worker say to each other. Types only: the page imports this file and
 * nothing of tfjs comes with it.
 *
 * Every frame carries the run it belongs to; the client drops frames of earlier runs. The client
 * asks for the next frame when it has drawn the last, or once before if there is an edit to show;
 * at most one is in flight.
 */
import type { Dataset } from '../datasets/dataset.ts';
import type { OwnData } from '../datasets/ownData.ts';
import type {
  Breakdown,
  Checkpoint,
  NamedArrays,
  ObjectiveTerms,
  Score,
  TrainingEvent,
} from '../labs/engine.ts';
import type { OfKind } from '../labs/lab.ts';
import type { BackendName } from '../networks/backend.ts';
import type { SettingValue } from '../settings/settingsTable.ts';

export type Settings = Readonly<Record<string, SettingValue>>;

/**
 * All that the page wants of the worker. Another number asks for another run. For the same run the
 * worker compares the `LiveRequest` with what it has, and acts on the difference.
 */
export interface RunRequest extends LiveRequest {
  readonly lab: string;
  readonly seed: number;
  readonly backend: BackendName | 'auto';
  readonly ownData: OwnData | null;
  /** Start from here instead of from the seed: a pretrained, imported or kept model. */
  readonly checkpoint: Checkpoint | null;
}

/** The part of a request that a run follows while it is open. */
export interface LiveRequest {
  readonly run: number;
  readonly settings: Settings;
  readonly edits: readonly unknown[];
  /** What snapshots contain besides the model, such as `samples` of it: a number of each. */
  readonly view: Readonly<Record<string, number>>;
  /** Null: training rests. */
  readonly training: TrainingOrder | null;
}

export interface TrainingOrder {
  /** Raised with each order, so that one that has ended by itself is not carried out again. */
  readonly order: number;
  readonly speed: Speed;
  /** Steps to take; null: until there is another order, or training comes to rest. */
  readonly steps: number | null;
}

export interface BackendReport {
  readonly backend: BackendName;
  /** Median milliseconds of one training step, by backend tried; null where it does not work here. */
  readonly measured: Readonly<Partial<Record<BackendName, number | null>>>;
  /** Why a backend asked for was not used, in words; empty when it was. */
  readonly notes: readonly string[];
}

export interface OpenReport {
  readonly run: number;
  readonly dataset: Dataset;
  readonly backend: BackendReport;
  /** Those in force: the ones asked for that this model can hold. */
  readonly edits: readonly unknown[];
  /** Why the others are not, a sentence each. */
  readonly refusals: readonly string[];
  /** Seconds that a training step is likely to take on this device. */
  readonly stepSeconds: number;
}

/**
 * Training steps per second aimed at, or as fast as the machine goes, or that after a slow start:
 * the first steps from a seed change most and would be over before they could be seen.
 */
export type Speed = number | 'full' | 'slow-start';

/**
 * The training history since the last frame (or all of it after open and restore): steps, and the
 * objective's terms at each, NaN where a step had none of this name, by columns: an object per step
 * would be much garbage.
 */
export interface HistoryRows {
  readonly fromStart: boolean;
  readonly step: readonly number[];
  readonly terms: Readonly<Record<string, readonly number[]>>;
  readonly events: readonly TrainingEvent[];
}

/** Bounds per datum: of the model as shown, and of the learned one under its edits. */
export interface ShownBound {
  readonly objective: ObjectiveTerms | null;
  readonly learnedObjective: ObjectiveTerms | null;
}

/** While it trains without edits the bound is that of the last batch, otherwise that of all data. */
export interface Frame<Snapshot extends OfKind = OfKind> extends ShownBound {
  readonly run: number;
  readonly step: number;
  readonly playing: boolean;
  /** The latest training order that had arrived. */
  readonly order: number;
  /** The bounds are those of an earlier state: `bound` brings the ones of what is shown. */
  readonly isObjectivePending: boolean;
  readonly stepsPerSecond: number;
  readonly backend: BackendName;
  readonly history: HistoryRows;
  readonly snapshot: Snapshot;
  readonly breakdown: Breakdown | null;
}

/** A model as shown under the field's names, see `Engine.arrays`, and as learned, of the same moment. */
export interface ModelArrays {
  readonly arrays: NamedArrays;
  readonly checkpoint: Checkpoint;
}

export interface ArraysTaken {
  /** The names of those that differ from the run's own; none: the run stays as it is. */
  readonly names: readonly string[];
  readonly checkpoint: Checkpoint;
}

/** What a run has come to, all of the same moment: for a table of runs. */
export interface Outcome<Snapshot extends OfKind = OfKind> {
  readonly step: number;
  /** Of all data and of the model as shown. */
  readonly objective: ObjectiveTerms;
  readonly scores: readonly Score[];
  readonly snapshot: Snapshot;
  readonly checkpoint: Checkpoint;
}

/** How far training has come, without a picture. */
export interface Progress {
  readonly step: number;
  /** Since the last call or frame. */
  readonly history: HistoryRows;
  readonly breakdown: Breakdown | null;
}

/** The worker's side, as the client calls it (Comlink makes every call asynchronous). */
export interface SessionApi {
  /** @param onReading told now and then which fraction of the data is read, where that takes time */
  open(request: RunRequest, onReading?: (fraction: number) => void): Promise<OpenReport>;
  /** Gives up reading the data of the run that is being opened: opening it rejects. */
  stopReading(): void;
  /** Why a run with a checkpoint cannot be opened; null when it can. What is open stays as it is. */
  refusal(request: RunRequest): Promise<string | null>;
  /** Resolves with the reason when the edits are refused and those before stay in force; otherwise null. */
  follow(request: LiveRequest): Promise<string | null>;
  /** Resolves when the steps of an order have been taken, or another order has cut them short. */
  finished(order: number): Promise<void>;
  /** Resolves as soon as there is something newer than the frame last sent. */
  nextFrame(): Promise<Frame>;
  /**
   * A frame at once, outside the stream; its history is empty. It depends on the state alone:
   * inference starts afresh, and the bound is that of all data, not of the last batch.
   */
  currentFrame(): Promise<Frame>;
  /** Training goes on after it, if it was going on. */
  outcome(): Promise<Outcome>;
  /** For runs that are not drawn: takes the rows that frames would bring. */
  progress(): Promise<Progress>;
  /**
   * Resolves with the bounds of the state there is then. Waits for a pause in the editing where
   * taking them would hold up the next picture.
   */
  bound(): Promise<ShownBound>;
  /** Builds the edits in force into the model; `staying` lie over it from then on. */
  bakeEdits(staying: readonly unknown[]): Promise<void>;
  switchBackend(backend: BackendName | 'auto'): Promise<BackendReport>;
  inspect(query: OfKind): Promise<OfKind>;
  save(): Promise<Checkpoint>;
  arrays(): Promise<ModelArrays>;
  /**
   * What a run is with parameters of these arrays in place of its own. What is open stays as it is.
   * Rejects with the reason where they make no model.
   */
  withArrays(request: RunRequest, arrays: NamedArrays): Promise<ArraysTaken>;
  /** `numTensors` and heap figures for the bench and the memory test. */
  memory(): Promise<{ readonly tensors: number; readonly heapBytes: number | null }>;
  /** For tests and the "recovery" exhibit: loses the WebGL context, or throws in the next step. */
  provoke(fault: 'lose-context' | 'crash' | 'nan'): void;
}
