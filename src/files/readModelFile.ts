/** Reads model files, see `modelFile.ts`; a file by itself, since models shipped with the page need no more. */
import * as v from 'valibot';
import type { Calendar } from '../datasets/calendar.ts';
import type { OwnDocuments } from '../datasets/ownData.ts';
import type { Checkpoint, ObjectiveTerms, OwnData } from '../labs/engine.ts';
import type { LinkLab } from '../settings/link.ts';
import { validateSettings } from '../settings/validate.ts';
import { unnamed, type Values } from '../settings/values.ts';
import { inWords, shortened } from '../settings/words.ts';
import {
  type ModelFileBody,
  modelFileSchema,
  type OldBody,
  oldModelFileSchema,
} from './modelFileSchema.ts';
import type { OldCheckpoint } from './oldCheckpoint.ts';
import { type DType, decodeArray, type EncodedArray } from './typedArrays.ts';

export const MODEL_FORMAT = 'svae-lab-model';
/** Version 2 brought the checksum, version 3 the names of a checkpoint's arrays. */
export const MODEL_VERSION = 3;
const WITHOUT_CHECKSUM = 1;
const WITHOUT_NAMES = 2;

/** The objective over time, thinned out by the code that saves it; files call it so. */
export interface ElboHistory {
  readonly step: readonly number[];
  readonly elbo: readonly ObjectiveTerms[];
}

export interface ModelFile {
  readonly lab: string;
  /** A value for every setting of the lab's table. */
  readonly settings: Values;
  readonly seed: number;
  readonly edits: readonly unknown[];
  readonly ownData: OwnData | null;
  /** Null: not trained yet. */
  readonly checkpoint: Checkpoint | null;
  readonly history: ElboHistory | null;
  /** Begins with a model shipped with the page, whatever edits lie over it. */
  readonly pretrained: boolean;
  /** Training went on from the shipped model. */
  readonly continued?: true;
}

export type ModelFileProblemKind =
  | 'not-json'
  | 'truncated'
  | 'other-format'
  | 'newer-version'
  | 'older-version'
  | 'other-lab'
  | 'damaged'
  | 'not-finite'
  | 'bad-settings';

export interface ModelFileProblem {
  readonly kind: ModelFileProblemKind;
  readonly message: string;
  /** With 'other-lab': the lab the file belongs to. */
  readonly lab?: string;
}

export type DecodedModelFile =
  | {
      readonly ok: true;
      readonly file: ModelFile;
      /** What was left out and does not matter to the model. */
      readonly warnings: readonly string[];
      /** False for a file of an earlier version: damage to it may go unseen. */
      readonly hasChecksum: boolean;
    }
  | { readonly ok: false; readonly problem: ModelFileProblem };

/** Ends reading with a problem; never leaves this file. */
class Refusal extends Error {
  readonly problem: ModelFileProblem;
  constructor(kind: ModelFileProblemKind, message: string, lab?: string) {
    super(message);
    this.problem = { kind, message, ...(lab === undefined ? {} : { lab }) };
  }
}

/** What only files from elsewhere need: those that come with the page are of the present version. */
export interface Outside {
  readonly checksumOf: (content: unknown) => string;
  readonly namedCheckpoint: (lab: string, old: OldCheckpoint) => Checkpoint;
}

/**
 * Reads a model file for a lab. A model goes on bit for bit or not at all, so any damage to it
 * refuses the file; unknown settings and invalid edits are left out with a warning. Never throws.
 *
 * @param outside null for a file that comes with the page
 */
export function readModelFile(
  text: string,
  lab: LinkLab,
  outside: Outside | null,
): DecodedModelFile {
  try {
    return readFile(text, lab, outside);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function readFile(text: string, lab: LinkLab, outside: Outside | null): DecodedModelFile {
  const json = parseJson(text);
  const version = checkEnvelope(json, lab, outside);
  const schema = version > WITHOUT_NAMES ? modelFileSchema : oldModelFileSchema;
  const checked = v.safeParse(schema, json);
  if (!checked.success) {
    const [issue] = checked.issues;
    const place = shortened(v.getDotPath(issue) ?? 'model', 80);
    const message = `The file's "${place}" is ${inWords(issue.input)}; expected ${issue.expected ?? 'something else'}. The file may be damaged.`;
    throw new Refusal('damaged', message);
  }
  const body = checked.output;
  const hasChecksum = version > WITHOUT_CHECKSUM;
  const warnings: string[] = [];
  const file: ModelFile = {
    lab: body.lab,
    settings: readSettings(body.settings, body.ownData?.rows ?? null, lab, warnings),
    seed: body.seed,
    edits: readEdits(body.edits, lab, warnings),
    ownData: body.ownData && readOwnData(body.ownData),
    checkpoint: body.checkpoint && readCheckpoint(body.checkpoint, body.lab, version, outside),
    history: body.history,
    pretrained: body.pretrained,
    ...(body.continued && { continued: true }),
  };
  if (file.history && file.history.step.length !== file.history.elbo.length) {
    warnings.push('The history of the bound is left out: its steps and values do not match.');
    return { ok: true, file: { ...file, history: null }, warnings, hasChecksum };
  }
  return { ok: true, file, warnings, hasChecksum };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (text.trimStart().startsWith('{')) {
      const message = 'The file is not complete: it may have been cut off or changed.';
      throw new Refusal('truncated', message);
    }
    throw new Refusal('not-json', 'The file is not a model file: it does not hold JSON.');
  }
}

/** Format, version, checksum and lab. Returns the version. */
function checkEnvelope(json: unknown, lab: LinkLab, outside: Outside | null): number {
  if (typeof json !== 'object' || json === null || Reflect.get(json, 'format') !== MODEL_FORMAT) {
    const message = `The file is JSON, but not a model file: its "format" should be "${MODEL_FORMAT}".`;
    throw new Refusal('other-format', message);
  }
  const version: unknown = Reflect.get(json, 'version');
  if (typeof version === 'number' && version > MODEL_VERSION) {
    const message = `The file was made by a newer version of this page (${version}, here ${MODEL_VERSION}). Reload the page to get the newest, then open the file again.`;
    throw new Refusal('newer-version', message);
  }
  const known = outside ? [WITHOUT_CHECKSUM, WITHOUT_NAMES, MODEL_VERSION] : [MODEL_VERSION];
  if (!known.some((one) => one === version)) {
    const message = `The file's version is ${inWords(version)}; only versions ${WITHOUT_CHECKSUM} to ${MODEL_VERSION} can be read.`;
    throw new Refusal('older-version', message);
  }
  const { checksum, ...content } = json as { readonly checksum?: unknown };
  if (outside && (version !== WITHOUT_CHECKSUM || checksum !== undefined)) {
    if (typeof checksum !== 'string') {
      throw new Refusal('damaged', 'The file is damaged: its checksum is missing.');
    }
    if (checksum !== outside.checksumOf(content)) {
      const message =
        'The file is damaged: its checksum does not match its content. Something in it was changed after it was saved.';
      throw new Refusal('damaged', message);
    }
  }
  const id: unknown = Reflect.get(json, 'lab');
  if (id !== lab.id) {
    const message = `The file belongs to the lab ${inWords(id)}, not to "${lab.id}".`;
    throw new Refusal('other-lab', message, typeof id === 'string' ? id : undefined);
  }
  return version as number;
}

/**
 * Settings that were kept, with those of before where they say nothing of some.
 *
 * @throws Refusal where a value is none any more
 */
export function readSettings(
  settings: Readonly<Record<string, unknown>>,
  ownRows: number | null,
  lab: LinkLab,
  warnings: string[],
): Values {
  const { values, problems } = validateSettings(lab.table, settings);
  for (const problem of problems) {
    // The arrays were made under the true value; with another they would not fit.
    if (problem.kind !== 'unknown-setting') throw new Refusal('bad-settings', problem.message);
    warnings.push(problem.message);
  }
  const before = lab.table.valuesBefore?.(values, ownRows) ?? {};
  return { ...values, ...unnamed(before, (name) => Object.hasOwn(settings, name)) };
}

function readEdits(edits: readonly unknown[], lab: LinkLab, warnings: string[]): unknown[] {
  return edits.flatMap((edit, index) => {
    try {
      return [lab.parseEdit(edit)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      warnings.push(`Edit ${index + 1} of the file is left out: ${reason}`);
      return [];
    }
  });
}

function readOwnData(data: NonNullable<ModelFileBody['ownData']>): OwnData {
  // What is missing from a series is NaN.
  const values = readFinite('ownData.values', data.values, 'float64', { mayHold: Number.NaN });
  const expected = data.rows * data.columns.length;
  if (values.length !== expected) {
    const message = `The file's "ownData.values" holds ${values.length} numbers; expected ${expected} for ${data.rows} rows of ${data.columns.length}.`;
    throw new Refusal('damaged', message);
  }
  const labels = data.labels && readArray('ownData.labels', data.labels, 'int32');
  if (labels && labels.length !== data.rows) {
    const message = `The file's "ownData.labels" holds ${labels.length} numbers; expected ${data.rows}, one for each row.`;
    throw new Refusal('damaged', message);
  }
  const { name, rows, columns, documents } = data;
  const calendar = data.calendar && readCalendar(data.calendar, rows);
  return {
    ...{ name, rows, columns, values, labels },
    ...(calendar && { calendar }),
    ...(documents && { documents: readDocuments(documents, rows) }),
  };
}

type WrittenCalendar = NonNullable<NonNullable<ModelFileBody['ownData']>['calendar']>;

/** @param rows number of steps, each of which must have a date */
function readCalendar(written: WrittenCalendar, rows: number): Calendar | null {
  const calendar = calendarOf(written);
  if (calendar === null) return null;
  // A Date holds somewhat more than this.
  const [first, every, most, unit] =
    'stepMs' in calendar
      ? [calendar.startMs, calendar.stepMs, 8e15, 'milliseconds from 1970']
      : [calendar.start, 1 / calendar.stepsPerYear, 250_000, 'years'];
  for (const at of [first, first + (rows - 1) * every]) {
    if (Math.abs(at) <= most) continue;
    const message = `The file's "ownData.calendar" has a step at ${at} ${unit}; expected ${-most} to ${most}. The file may be damaged.`;
    throw new Refusal('damaged', message);
  }
  return calendar;
}

/** Steps are counted where a calendar does not say when they are. */
function calendarOf({
  name,
  start,
  stepsPerYear,
  startMs,
  stepMs,
}: WrittenCalendar): Calendar | null {
  if (stepMs !== undefined && stepMs >= 1e-3 && startMs !== undefined)
    return { name, startMs, stepMs };
  return stepsPerYear !== undefined && stepsPerYear >= 1e-3 && start !== undefined
    ? { name, start, stepsPerYear }
    : null;
}

function readDocuments(
  given: NonNullable<NonNullable<ModelFileBody['ownData']>['documents']>,
  rows: number,
): OwnDocuments {
  const { texts, titles, dates, groups, loci } = given;
  const years =
    dates && readFinite('ownData.documents.dates', dates, 'float64', { mayHold: Number.NaN });
  for (const [what, list] of Object.entries({ texts, titles, dates: years })) {
    if (!list || list.length === rows) continue;
    const message = `The file's "ownData.documents.${what}" holds ${list.length}; expected ${rows}, one for each row.`;
    throw new Refusal('damaged', message);
  }
  return { texts, titles, dates: years, groups, ...(loci && { loci }) };
}

function readCheckpoint(
  data: NonNullable<(ModelFileBody | OldBody)['checkpoint']>,
  lab: string,
  version: number,
  outside: Outside | null,
): Checkpoint {
  if ('arrays' in data) {
    const arrays = Object.entries(data.arrays).map(
      ([name, array]) =>
        [name, readFinite(`checkpoint.arrays.${name}`, array, array.dtype)] as const,
    );
    return { step: data.step, arrays: Object.fromEntries(arrays) };
  }
  const old = {
    step: data.step,
    parameters: readFinite('checkpoint.parameters', data.parameters, 'float32'),
    optimiser: readFinite('checkpoint.optimiser', data.optimiser, 'float64'),
    natural: readFinite('checkpoint.natural', data.natural, 'float64'),
    modelState: readFinite('checkpoint.modelState', data.modelState, 'float64', {
      mayHold: version === WITHOUT_CHECKSUM ? LOG_OF_ZERO : undefined,
    }),
    random: data.random,
  };
  try {
    if (!outside) throw new RangeError('its arrays have no names');
    return outside.namedCheckpoint(lab, old);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal('damaged', `The file's "checkpoint" cannot be read: ${error.message}.`);
  }
}

function readArray<Type extends DType>(name: string, encoded: EncodedArray, dtype: Type) {
  const array = decodeArray(encoded, dtype);
  if (typeof array === 'string') throw new Refusal('damaged', `The file's "${name}" ${array}.`);
  return array;
}

/** EM of version 1 wrote the logarithm of each responsibility of 0, which nothing reads. */
const LOG_OF_ZERO = Number.NEGATIVE_INFINITY;

/** @param mayHold a number that is not finite and may occur all the same */
function readFinite<Type extends DType>(
  name: string,
  encoded: EncodedArray,
  dtype: Type,
  { mayHold }: { readonly mayHold?: number | undefined } = {},
) {
  const array = readArray(name, encoded, dtype);
  for (let index = 0; index < array.length; index++) {
    if (Number.isFinite(array[index]) || Object.is(array[index], mayHold)) continue;
    const message = `The file's "${name}" holds ${array[index]} at position ${index}; expected finite numbers.`;
    throw new Refusal('not-finite', message);
  }
  return array;
}
