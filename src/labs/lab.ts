/**
 * The manifest of a lab: what everybody may know of it. The page, the worker, the command line and
 * the tests all read it, so it loads neither tfjs nor React. `registry.ts` lists the labs.
 */

import type { ColumnUnits } from '../datasets/columnUnits.ts';
import type { Dataset, Points } from '../datasets/dataset.ts';
import type { Objective } from '../plots/chart/objective.ts';
import type { SettingsShape, SettingsTable, SettingValues } from '../settings/settingsTable.ts';
import { defaultValues, type Values } from '../settings/values.ts';
import type { EngineDefinition, ObjectiveTerms } from './engine.ts';
import { elboObjective } from './shared/data/elboObjective.ts';
import type { Layers } from './shared/data/layers.ts';

/** Snapshots, queries and answers say of which kind they are; a snapshot says its lab. */
export interface OfKind {
  readonly kind: string;
}

/** The parts of the course: latent variables and bounds, and learning with networks. */
export type Chapter = 'bounds' | 'networks';

/** What the pages of other labs and the home page know of a lab: `card.ts` of its folder. */
export interface LabCard {
  /** Also the route, `#/svae-gmm`, the kind of its snapshots and, in camel case, its folder. */
  readonly id: string;
  readonly title: string;
  /** Two or three sentences for the home page: what one sees and does. */
  readonly summary: string;
  /** Its part of the course; within it the order is that of the registry. */
  readonly chapter: Chapter;
  /**
   * How long it takes to read the text, take the tour and solve the challenges, in steps of five:
   * 150 words a minute, 45 seconds for a step of the tour, four minutes for a challenge.
   */
  readonly minutes: number;
  /** Ids of the labs, earlier in the course, whose ideas it uses. */
  readonly buildsOn: readonly string[];
  /** False where there are no networks, and nothing is computed on a backend. */
  readonly usesBackend?: false;
  /** There is a tour, in `texts/tour.ts`: the home page and the explanation offer it. */
  readonly hasTour?: true;
}

/**
 * `Edit`: what can be laid over the learned model. `Snapshot`: what the page draws. `Query` and
 * `Answer`: what the page can ask about the model; an answer has the kind of its query.
 *
 * Members that take values of these types are written as methods, so that a list of labs of
 * different types is a list of `Lab`.
 */
export interface Lab<
  Settings extends SettingsShape = SettingsShape,
  Edit = unknown,
  Snapshot extends OfKind = OfKind,
  Query extends OfKind = OfKind,
  Answer extends OfKind = OfKind,
> extends LabCard {
  readonly table: SettingsTable<Settings>;
  /** Other names of the lab on the command line, each with defaults of its own. */
  readonly variants?: readonly { readonly id: string; readonly table: SettingsTable<Settings> }[];
  /** What the stage can draw or leave out. */
  readonly layers: Layers;
  /** What else of the page links can open, by name. */
  readonly openedByLinks?: readonly string[];
  /** Kinds of things whose selection links carry: 'row', 'cluster', 'node'. */
  readonly selectedByLinks?: readonly string[];
  /** Throws an Error that names the bad value. */
  parseEdit(edit: unknown): Edit;
  /** An edit in the units of the data, in those of the model; absent where edits have none. */
  editFromOwn?(edit: unknown, units: ColumnUnits): unknown;
  /** The list of edits with one more in force, which may take the place of an earlier one. */
  withEdit(edits: readonly Edit[], edit: Edit): readonly Edit[];
  /**
   * Whether an edit changes nothing of what is learned: a probe, or what is to be learned from. It stays
   * when another model takes the place of this one, and when edits are built in. All others go with
   * the model they were made for.
   *
   * @param change of the settings, where that is why another model takes its place
   */
  outlivesModel?(edit: Edit, change?: SettingsChange): boolean;
  /** Whether training depends on an edit, as on evidence: a link takes all steps under the last ones. */
  isTrainedOn?(edit: Edit): boolean;
  /** What such edits change: "evidence". */
  readonly trainingEditsInWords?: string;
  /** Training starts from the edited model, not from the one underneath. */
  readonly goesOnFromEdits?: true;
  /** What edits are, where they are built into a model: "means moved by hand". */
  readonly editsInWords?: string;
  /**
   * False where a page opens with the model as it starts, because it learns in no time or because
   * learning is what is shown: then no trained model is shipped. Otherwise one is.
   */
  readonly startsTrained?: false;
  /** Presets shipped trained as well, so that a link to one of them opens at once. */
  readonly shippedPresets?: readonly ShippedPreset[];
  /** Steps per second of Play until another speed is chosen; absent: as fast as it goes, after a slow start. */
  readonly firstSpeed?: number;
  /** What the bound is per: a point, an observation, a step. */
  readonly datum: string;
  /** What training raises or lowers, and its parts: keys of the engine's terms. Absent: the ELBO. */
  readonly objective?: Objective;
  /** The objective that settings choose; null where they choose the usual one. */
  objectiveChosen?(settings: SettingValues<Settings>): Objective | null;
  /** What the top bar shows of it, where that is not its total; null where no one figure says enough. */
  headline?(settings: SettingValues<Settings>, run: Seen<Snapshot>): Headline | null;
  /** A snapshot as nested plain arrays in the units of the data, for scripts: few pages see one. */
  plainSnapshot(snapshot: Snapshot, dataset: Dataset): Promise<Readonly<Record<string, unknown>>>;
  /** Never there: it tells the type checker what the engine is asked, and what it answers. */
  inspect?(query: Query): Answer;
}

export interface SettingsChange {
  readonly before: Values;
  readonly after: Values;
}

/** A preset that is shipped trained for so many steps from a seed: `models/<lab>-<preset>.json`. */
export interface ShippedPreset {
  readonly preset: string;
  readonly seed: number;
  readonly steps: number;
}

/** A figure for the top bar; null before the first evaluation. */
export interface Headline {
  readonly name: string;
  readonly value: number | null;
}

interface Seen<Snapshot> {
  readonly snapshot: Snapshot | null;
  readonly objective: ObjectiveTerms | null;
}

/** The engine of a lab, typed by its manifest and its kind of data. */
export type EngineOf<Any, Data extends Dataset = Points> =
  Any extends Lab<infer Settings, infer Edit, infer Snapshot, infer Query, infer Answer>
    ? EngineDefinition<Settings, Edit, Snapshot, Query, Answer, Data>
    : never;

/** What a lab trains for, under settings or unless they choose something else. */
export const objectiveOf = (lab: Lab, settings: Values | null = null): Objective =>
  (settings && lab.objectiveChosen?.(settings)) ?? lab.objective ?? elboObjective(lab.datum);

/** What the top bar shows; null where it shows none. */
export function headlineOf(
  lab: Lab,
  settings: Values,
  { snapshot, objective }: Seen<OfKind>,
): Headline | null {
  if (lab.headline) {
    return lab.headline(settings, { snapshot: snapshotOf(lab, { snapshot }), objective });
  }
  const { name, key = 'total' } = objectiveOf(lab, settings);
  return { name, value: objective?.[key] ?? null };
}

/** Whether a snapshot is one of this lab: here what comes from a worker gets its type. */
export function isSnapshotOf<Snapshot extends OfKind>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
  snapshot: OfKind | null,
): snapshot is Snapshot {
  return snapshot?.kind === lab.id;
}

/** The newest snapshot of a run of this lab; null where there is none yet, or another lab's. */
export function snapshotOf<Snapshot extends OfKind>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
  { snapshot }: { readonly snapshot: OfKind | null },
): Snapshot | null {
  return isSnapshotOf(lab, snapshot) ? snapshot : null;
}

/** The same where there must be one. */
export function shownOf<Snapshot extends OfKind>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
  run: { readonly snapshot: OfKind | null },
): Snapshot {
  const snapshot = snapshotOf(lab, run);
  if (!snapshot) throw new Error(`There is no snapshot of ${lab.title}.`);
  return snapshot;
}

const defaults = new WeakMap<object, Values>();

/**
 * The settings of a document of this lab: none comes into a document past the lab's table. The
 * defaults where the document is not of this lab, as while the first one is on its way.
 */
export function settingsOf<Settings extends SettingsShape>(
  lab: Lab<Settings>,
  document: { readonly lab?: string; readonly settings: Values },
): SettingValues<Settings> {
  if (document.lab === undefined || document.lab === lab.id)
    return document.settings as SettingValues<Settings>;
  const known = defaults.get(lab) ?? defaultValues(lab.table);
  defaults.set(lab, known);
  return known as SettingValues<Settings>;
}

/** The edits of a document of this lab: none comes into a document past `parseEdit`. */
export function editsOf<Edit>(
  _lab: Lab<SettingsShape, Edit>,
  { edits }: { readonly edits: readonly unknown[] },
): readonly Edit[] {
  return edits as readonly Edit[];
}

/** Whether an answer is one to such a query: here what comes from a worker gets its type. */
export function isAnswerOf<Answer extends OfKind, Kind extends string>(
  _lab: Lab<SettingsShape, unknown, OfKind, OfKind, Answer>,
  kind: Kind,
  answer: OfKind,
): answer is AnswerTo<Answer, Kind> {
  return answer.kind === kind;
}

/** The answers that queries of a kind get. */
export type AnswerTo<Answer extends OfKind, Kind extends string> = Extract<
  Answer,
  { readonly kind: Kind }
>;

/** The flags of a lab's view, by the names that links use. */
export const viewFlagsOf = ({ layers, openedByLinks = [] }: Lab): readonly string[] => [
  ...Object.keys(layers),
  ...openedByLinks,
];

/** Of what is selected, by its kind, what a link carries. */
export const selectedInLinks = (
  { selectedByLinks = [] }: Pick<Lab, 'selectedByLinks'>,
  selected: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(selected).filter(([kind]) => selectedByLinks.includes(kind)));
