/**
 * The link: everything a page shows, in words one can read and change by hand.
 *
 *     #/svae-gmm?clusters=12&residual=normal&seed=3&hide=seed,speed&v=1
 *
 * Settings stand under their own names, and only where they differ from the defaults.
 */
import { hiddenFromClass } from './classLink.ts';
import { decodeJson, encodeJson, encodeText } from './compactJson.ts';
import { type LinkedPoints, packPoints, tooManyForLink, unpackPoints } from './linkPoints.ts';
import { applyPreset } from './presets.ts';
import type { SettingsTable, SettingValue } from './settingsTable.ts';
import { checkSetting } from './validate.ts';
import { changedValues, defaultValues, unnamed, type Values } from './values.ts';
import { grouped, inWords, shortened, suggestion } from './words.ts';

export const LINK_VERSION = 1;

/** Keys that are not settings. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([
  'preset',
  'seed',
  'steps',
  'view',
  'hide',
  'class',
  'select',
  'notes',
  'edits',
  'points',
  'v',
  // Of the page around, see embedLink.ts.
  'embed',
  'theme',
  'host',
]);

/** What links can hide of every lab's page, besides single settings. */
export const PAGE_PARTS = [
  ...['settings', 'presets', 'keep', 'explanation', 'text', 'challenges', 'answers'],
  ...['transport', 'speed', 'seed', 'backend', 'edits'],
] as const;

/** What a link needs to know of a lab. */
export interface LinkLab {
  /** Also the route. */
  readonly id: string;
  readonly table: SettingsTable;
  /** Throws an Error that names the bad value. */
  readonly parseEdit: (edit: unknown) => unknown;
}

export interface LinkState {
  readonly lab: string;
  /** A value for every setting of the lab's table. */
  readonly settings: Values;
  /** Whole, from 0; null leaves it to the page. */
  readonly seed: number | null;
  /** Training steps to take on opening, before the edits are shown; null for none. */
  readonly steps: number | null;
  readonly edits: readonly unknown[];
  /** View flags that differ from the page's own: { grid: true, samples: false }. */
  readonly view: Readonly<Record<string, boolean>>;
  /** Names of controls and settings the page does not show. */
  readonly hidden: readonly string[];
  /** What is selected of each kind, by its number from 0: { row: 12 }. */
  readonly selected: Readonly<Record<string, number>>;
  /** What parts of the page remember, by their names: plain values. */
  readonly notes: Readonly<Record<string, unknown>>;
  readonly ownData: LinkedPoints | null;
}

export interface LinkProblem {
  /** Key of the link it is about; empty when it is about the whole. */
  readonly key: string;
  /** A sentence naming the bad value and what is expected. */
  readonly message: string;
}

export interface EncodedLink {
  /** From "#" on. */
  readonly hash: string;
  /** What the link cannot carry. */
  readonly problems: readonly LinkProblem[];
}

/** Training on opening should take seconds, not hours. */
export const MOST_STEPS = 100_000;

/** Longer links are cut by some mail and chat programs. */
const LONG_LINK = 8000;

/** Names of view flags and controls; a leading "-" in a link switches a flag off. */
const NAME = /^[a-zA-Z][\w.]*(-[\w.]+)*$/;

/** The link of a state, with a note on whatever does not fit into it. */
export function encodeLink(state: LinkState, lab: LinkLab): EncodedLink {
  const problems: LinkProblem[] = [];
  const query: [string, string][] = Object.entries(namedValues(lab.table, state)).map(
    ([name, value]) => [name, encodeText(String(value))],
  );
  if (state.seed !== null) query.push(['seed', String(state.seed)]);
  if (state.steps !== null) query.push(['steps', String(state.steps)]);
  const view = Object.entries(state.view).map(([name, on]) => (on ? name : `-${name}`));
  if (view.length > 0) query.push(['view', view.join(',')]);
  if (state.hidden.length > 0) query.push(['hide', state.hidden.join(',')]);
  const selected = Object.entries(state.selected).map(([kind, id]) => `${kind}.${id}`);
  if (selected.length > 0) query.push(['select', selected.join(',')]);
  if (Object.keys(state.notes).length > 0) query.push(['notes', encodeJson(state.notes)]);
  if (state.edits.length > 0) query.push(['edits', encodeJson(state.edits)]);
  if (state.ownData) {
    const message = tooManyForLink(state.ownData);
    if (message === null) query.push(['points', encodeJson(packPoints(state.ownData))]);
    else problems.push({ key: 'points', message });
  }
  query.push(['v', String(LINK_VERSION)]);
  const hash = `#/${state.lab}?${query.map((pair) => pair.join('=')).join('&')}`;
  if (hash.length > LONG_LINK) {
    const message = `The link is ${grouped(hash.length)} characters long, and some mail and chat programs cut long links. A model file holds the same.`;
    problems.push({ key: '', message });
  }
  return { hash, problems };
}

/** What differs from the defaults, or from what a link means that does not name it. */
function namedValues(table: SettingsTable, { settings, ownData }: LinkState): Values {
  const before = table.valuesBefore?.(settings, ownData?.rows ?? null) ?? {};
  const others = Object.keys(before).filter((name) => before[name] !== settings[name]);
  const named = others.map((name) => [name, settings[name]]);
  return { ...changedValues(table, settings), ...Object.fromEntries(named) };
}

export interface DecodedLink {
  /** What could be read; null where the link names no lab that exists. */
  readonly state: LinkState | null;
  readonly problems: readonly LinkProblem[];
}

/**
 * Reads a link, its hash or the part after "#". Whatever is bad is reported and left at its
 * default; everything else is kept. Never throws.
 */
export function decodeLink(link: string, labs: readonly LinkLab[]): DecodedLink {
  const hash = link.slice(link.indexOf('#') + 1);
  const [path, ...rest] = hash.split('?');
  const id = path.replace(/^\/|\/$/g, '');
  const lab = labs.find((candidate) => candidate.id === id);
  if (!lab) {
    if (id === '') return { state: null, problems: [] };
    const known = labs.map((candidate) => candidate.id);
    const message = `There is no lab ${inWords(id)}. ${suggestion(id, known)}`;
    return { state: null, problems: [{ key: '', message }] };
  }
  const problems: LinkProblem[] = [];
  const query = readQuery(rest.join('?'));
  const report = (key: string, message: string) => problems.push({ key, message });

  checkVersion(query.get('v'), report);
  const settings = firstSettings(query.get('preset'), lab.table, report);
  for (const [key, text] of query) {
    if (RESERVED_KEYS.has(key)) continue;
    const checked = checkSetting(lab.table, key, plainText(text));
    if (checked.ok) settings[key] = checked.value;
    else report(key, checked.problem.message);
  }
  const flags = readNames('view', query.get('view'), report);
  const ownData = readPoints(query.get('points'), report);
  // Links with a version were made by the page, and mean for ever what they meant then.
  const before = query.has('v') ? lab.table.valuesBefore?.(settings, ownData?.rows ?? null) : {};
  const state: LinkState = {
    lab: lab.id,
    settings: { ...settings, ...unnamed(before ?? {}, (name) => query.has(name)) },
    seed: readWhole('seed', query.get('seed'), Number.MAX_SAFE_INTEGER, report),
    steps: readWhole('steps', query.get('steps'), MOST_STEPS, report),
    edits: readEdits(query.get('edits'), lab, report),
    view: Object.fromEntries(flags.map((flag) => [flag.replace(/^-/, ''), !flag.startsWith('-')])),
    hidden: [
      ...readNames('hide', query.get('hide'), report),
      ...readClass(query.get('class'), lab.table, report),
    ],
    selected: readSelected(query.get('select'), report),
    notes: readNotes(query.get('notes'), report),
    ownData,
  };
  return { state, problems };
}

type Report = (key: string, message: string) => void;

/** Links written by hand may begin with a preset: "preset=thesis&arms=7". */
function firstSettings(
  preset: string | undefined,
  table: SettingsTable,
  report: Report,
): Record<string, SettingValue> {
  if (preset === undefined) return { ...defaultValues(table) };
  const applied = applyPreset(table, plainText(preset));
  if (applied.ok) return { ...applied.values };
  report('preset', applied.message);
  return { ...defaultValues(table) };
}

/** Keys and raw values; the last of equal keys counts. */
function readQuery(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('&').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const end = pair.includes('=') ? pair.indexOf('=') : pair.length;
      return [plainText(pair.slice(0, end)), pair.slice(end + 1)];
    }),
  );
}

/** Percent signs resolved; text as it stands where they are malformed. */
function plainText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function checkVersion(text: string | undefined, report: Report): void {
  if (text === undefined || text === String(LINK_VERSION)) return;
  if (/^\d+$/.test(text) && Number(text) > LINK_VERSION) {
    report(
      'v',
      `The link was made by a newer version of this page (v=${shortened(text)}, here ${LINK_VERSION}); what it adds is left out.`,
    );
  } else {
    report('v', `The link's version is ${inWords(plainText(text))}; expected ${LINK_VERSION}.`);
  }
}

function readWhole(
  key: 'seed' | 'steps',
  text: string | undefined,
  most: number,
  report: Report,
): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  const range = most < Number.MAX_SAFE_INTEGER ? `0 to ${grouped(most)}` : 'from 0';
  report(key, `"${key}" is ${inWords(plainText(text))}; expected a whole number ${range}.`);
  return null;
}

function readNames(
  key: 'view' | 'hide',
  text: string | undefined,
  report: Report,
): readonly string[] {
  if (text === undefined || text === '') return [];
  return plainText(text)
    .split(',')
    .filter((name) => {
      const good = NAME.test(key === 'view' ? name.replace(/^-/, '') : name);
      if (!good)
        report(key, `"${key}" holds ${inWords(name)}; expected names separated by commas.`);
      return good;
    });
}

function readClass(
  text: string | undefined,
  table: SettingsTable,
  report: Report,
): readonly string[] {
  if (text === undefined) return [];
  return hiddenFromClass(plainText(text), table, (problem) => report('class', problem));
}

function readSelected(text: string | undefined, report: Report): Record<string, number> {
  const selected: Record<string, number> = {};
  for (const name of text ? plainText(text).split(',') : []) {
    const [, kind, id] = /^([a-z]+)\.(\d{1,9})$/.exec(name) ?? [];
    if (kind === undefined)
      report('select', `"select" holds ${inWords(name)}; expected a kind and a number: row.12.`);
    else selected[kind] = Number(id);
  }
  return selected;
}

function readNotes(text: string | undefined, report: Report): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  const notes = readJson(text);
  if (typeof notes === 'object' && notes !== null && !Array.isArray(notes)) return { ...notes };
  report('notes', 'The notes in the link cannot be read; they may have been cut off.');
  return {};
}

function readEdits(text: string | undefined, lab: LinkLab, report: Report): readonly unknown[] {
  if (text === undefined) return [];
  const data = readJson(text);
  if (!Array.isArray(data)) {
    report('edits', 'The edits in the link cannot be read; they may have been cut off.');
    return [];
  }
  return data.flatMap((edit, index) => {
    try {
      return [lab.parseEdit(edit)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      report('edits', `Edit ${index + 1} of the link is left out: ${reason}`);
      return [];
    }
  });
}

function readPoints(text: string | undefined, report: Report): LinkedPoints | null {
  if (text === undefined) return null;
  const data = readJson(text);
  const points = data === undefined ? 'they may have been cut off' : unpackPoints(data);
  if (typeof points !== 'string') return points;
  report('points', `The points in the link cannot be read: ${points}.`);
  return null;
}

/** Undefined where the text is not compact JSON. */
function readJson(text: string): unknown {
  try {
    return decodeJson(text);
  } catch {
    return undefined;
  }
}
