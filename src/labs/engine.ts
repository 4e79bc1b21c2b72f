/**
 * The contract between a session (the worker that runs a lab) and the thing it runs. A structured
 * VAE, an EM fit, a VAE each implement it; the session, the store, the command line and the
 * scripting handle know only this page.
 */
import type { Dataset, NoRows, Points } from '../datasets/dataset.ts';
import type { OwnData } from '../datasets/ownData.ts';
import type { ReadingWatch } from '../datasets/readingWatch.ts';
import type { Pieces } from '../math/pieces.ts';
import type { SettingsShape, SettingValues } from '../settings/settingsTable.ts';
import type { OfKind } from './lab.ts';

/**
 * What training raises or lowers, per datum: its total, and its parts by the keys that the lab
 * declares (`Lab.objective`). Of the ELBO: total = reconstruction - localKl - globalKl, in nats.
 */
export type ObjectiveTerms = Readonly<Record<string, number>> & { readonly total: number };

/** Something worth a mark in the chart: a structural move, a restored state, a lost graphics context. */
export interface TrainingEvent {
  readonly step: number;
  readonly kind: string;
  /** A sentence for people: "Merged cluster 3 into 7: the bound rose by 0.12 nats." */
  readonly label: string;
  readonly accepted: boolean;
  /** Change of the bound per datum, in nats. */
  readonly gain: number;
}

/** Why training stopped by itself, and what helps. */
export interface Breakdown {
  /** The step that could not be taken: one more than those behind the model. */
  readonly step: number;
  /** What happened, in words, naming the value. */
  readonly message: string;
  /** The likely remedy, in words; a settings change where one click can do it. */
  readonly remedy: string;
  readonly suggestedSettings?: Readonly<Record<string, number | string | boolean>>;
}

export type StepOutcome =
  | {
      readonly ok: true;
      readonly objective: ObjectiveTerms;
      readonly events: readonly TrainingEvent[];
    }
  | { readonly ok: false; readonly breakdown: Breakdown };

export type NumberArray = Float32Array | Float64Array | Int32Array;

/** Everything a run needs to go on bit for bit. Plain data: it is also the exported model file's body. */
export interface Checkpoint {
  readonly step: number;
  /** By name; those of a model inside another one under "name/", see `svae/checkpoint.ts`. */
  readonly arrays: Readonly<Record<string, NumberArray>>;
}

/** Numbers or texts with a shape, as NumPy has them. */
export interface NamedArray {
  readonly data: Float64Array | Float32Array | Int32Array | Uint8Array | readonly string[];
  /** Row-major; empty for a single number. */
  readonly shape: readonly number[];
}

export type NamedArrays = Readonly<Record<string, NamedArray>>;

/** A figure that runs are compared by, besides their objective. */
export interface Score {
  /** "Rand index" */
  readonly name: string;
  /** Null where the data or the model have none, as without true classes. */
  readonly value: number | null;
  /** Absent where neither is. */
  readonly better?: 'higher' | 'lower';
  /** Digits after the point; 2 by default. */
  readonly decimals?: number;
}

/** Which model is evaluated: the one with the edits laid over it, which is the default, or without. */
export type Evaluated = 'shown' | 'learned';

/**
 * What is run. Every engine trains, is evaluated, shown, saved and loaded; below that are
 * capabilities, absent where an engine lacks them: whoever uses one asks for it.
 */
export interface Engine<Edit, Snapshot, Query, Inspection> {
  readonly step: number;
  /** True where going on would change nothing: playing then rests. Absent where that is never so. */
  readonly converged?: boolean;
  /** Rows of a training step, as a fraction of those that `evaluate` takes; absent where it is 1. */
  readonly stepShare?: number;
  /** One training step. Never throws for numerical trouble. */
  train(): StepOutcome;
  /**
   * Does one piece of the work that the next step needs first, where that takes as long as many steps;
   * true while more is left. `train` does what is left. Absent where no step takes that long.
   */
  prepare?(): boolean;
  /**
   * The objective on the whole data set, without training: of the model as shown, under its edits, or
   * of the learned one beneath them. It depends on the state and the edits alone, not on what was
   * looked at before; without edits both are the same to the bit.
   */
  evaluate(of?: Evaluated): ObjectiveTerms;
  /**
   * What the plots show now, under the current edits: plain data and typed arrays of its own, which
   * the session gives away. Inference may go on from the last look, which
   * is fast; `afresh` starts it from the model alone, so that equal models look equal to the last
   * digit, whichever way one got there.
   */
  snapshot(how?: { readonly afresh?: boolean }): Snapshot;
  save(): Checkpoint;
  load(checkpoint: Checkpoint): void;
  dispose(): void;
  /** Everything about one point, or one iteration: the slow motion. */
  inspect?(query: Query): Inspection;
  /**
   * The same, a piece at a time, of the model as it is at the first piece; whatever happens to the engine
   * between two does not matter. Absent where no answer takes long.
   */
  inspectInPieces?(query: Query): Pieces<Inspection>;
  /** How good the model is, as shown: what takes no longer than a few steps of training. */
  scores?(): readonly Score[];
  /**
   * Quality figures for the command line and the bench; `withRivals` adds those of simpler models, which
   * are trained for as many steps as this one.
   */
  measure?(how?: { readonly withRivals?: boolean }): Readonly<Record<string, unknown>>;
  /** Replaces the edits that lie over the learned globals. */
  setEdits?(edits: readonly Edit[]): void;
  /** Builds the edits into the learned globals and clears them. */
  bakeEdits?(): void;
  /** What else the page wants in its snapshots: samples of the model, for instance. */
  setView?(view: Readonly<Record<string, number>>): void;
  /** Settings that take effect in the running model. */
  updateSettings?(settings: Readonly<Record<string, number | string | boolean>>): void;
  /**
   * The model as shown, edits included, under the names and in the units that the lab's `arrays.ts`
   * explains, with what the page computes from it. Inference starts afresh.
   */
  arrays?(): NamedArrays;
  /**
   * Takes over the parameters that differ from its own, edits built in first; none, and nothing
   * changes. Returns their names.
   *
   * @throws RangeError that names the array and the value that no model can have
   */
  takeArrays?(given: NamedArrays): readonly string[];
  /** Makes its numbers break down, for tests and for showing recovery: the next step fails. */
  breakDown?(): void;
}

export interface EngineRequest<Values, Data extends Dataset = Points> {
  readonly settings: Values;
  readonly dataset: Data;
  readonly seed: number;
}

/** What `engine/index.ts` of a lab says: how its engine is made, and from which data. */
export interface EngineDefinition<
  Shape extends SettingsShape = SettingsShape,
  Edit = unknown,
  Snapshot = OfKind,
  Query = OfKind,
  Inspection = OfKind,
  Data extends Dataset = Dataset,
> {
  makeDataset(settings: SettingValues<Shape>, seed: number, own: OwnData | null): Data;
  /**
   * The data where they come from texts or files and take their time; null where `makeDataset` has
   * them. Whoever may have such settings asks `datasetOf`.
   */
  readDataset?(
    settings: SettingValues<Shape>,
    own: OwnData | null,
    watch: ReadingWatch,
  ): Promise<Data> | null;
  create(
    request: EngineRequest<SettingValues<Shape>, Data>,
  ): Engine<Edit, Snapshot, Query, Inspection>;
}

/** The data of a lab, whether they are made or read. */
export async function datasetOf<Shape extends SettingsShape, Data extends Dataset>(
  {
    makeDataset,
    readDataset,
  }: Pick<
    EngineDefinition<Shape, unknown, OfKind, OfKind, OfKind, Data>,
    'makeDataset' | 'readDataset'
  >,
  settings: SettingValues<Shape>,
  seed: number,
  own: OwnData | null,
  watch: ReadingWatch = {},
): Promise<Data> {
  return (await readDataset?.(settings, own, watch)) ?? makeDataset(settings, seed, own);
}

/** An engine of whatever lab. */
export type AnyEngine = Engine<unknown, OfKind, OfKind, OfKind>;

export type { Dataset, NoRows, OwnData };
