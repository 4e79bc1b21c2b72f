/** What each column of a table is likely to be, with the reason. A person has the last word. */
import { grouped, shortened } from '../../settings/words.ts';
import { LEAST_COLUMNS, type NumbersForm } from '../ownData.ts';
import { MOST_CLASSES, type Trait } from './columnTraits.ts';
import { readCell } from './numerals.ts';
import type { ColumnProfile, Table, TimeColumn } from './table.ts';
import { isAxis } from './timeAxis.ts';

/** A value column is a dimension of points or a signal of a series. */
export type Role = 'value' | 'class' | 'leave-out';

export interface SuggestedRole {
  readonly role: Role;
  /** Why, as a clause: "counts the rows". Empty for plain numbers. */
  readonly reason: string;
}

export const MAX_COLUMNS: Readonly<Record<NumbersForm, number>> = {
  points: 16,
  /** Pixels of a line that can still be told apart. */
  series: 40,
};

/** Text columns with fewer different values than this can be classes. */
const LABEL_LIMIT = 50;

const LABEL_NAME =
  /^(labels?|class(es)?|clusters?|arms?|groups?|species|category|target|klasse|gruppe)$/i;
const INDEX_NAME = /^(|id|index|idx|nr|no|number|row|row ?names?|row ?id|unnamed: ?\d+|#)$/i;
const TIME_NAME = /^(t|time|times|timestamp|date|datetime|zeit|datum)([ _([].*)?$/i;

const CALENDAR_NAME =
  /^(years?|jahr|yyyy|yr|quarter|months?|monat|mon|weeks?|woche|weekday|days?|tag|hours?|stunde|hh|minutes?|seconds?|sekunde)$/i;

const TRAIT_WORDS: Readonly<Record<Trait, string>> = {
  constant: 'is the same in every row',
  counts: 'counts the rows',
  clock: 'changes by equal steps, like a clock',
  rises: 'changes in one direction only, like a clock',
  repeats: 'repeats an index',
};

/** Reasons that are given up first where too few columns would be left. */
const RETURN_ORDER = ['class', 'gaps', 'rises', 'clock', 'repeats', 'counts', 'constant'] as const;
type Return = (typeof RETURN_ORDER)[number];

interface Draft extends SuggestedRole {
  /** Where it may come back if it is needed. */
  readonly returns: Return | null;
}

/** Roles of all columns, in their order. */
export function suggestRoles({ columns, form, rows, time }: Table): readonly SuggestedRole[] {
  const derived = derivedColumns(columns);
  const drafts = columns.map((column) =>
    time?.position === column.position
      ? timeRole(time, rows)
      : draftRole(column, rows, form, derived, columns),
  );
  const roles = form === 'points' ? oneClass(columns, drafts) : drafts;
  return atMost(MAX_COLUMNS[form], atLeast(LEAST_COLUMNS[form], columns, roles)).map(
    ({ role, reason }) => ({ role, reason }),
  );
}

/** Back as numbers only where there is nothing else. */
const timeRole = (time: TimeColumn, rows: number): Draft => ({
  role: 'leave-out',
  reason: isAxis(time, rows) ? 'says when the rows are' : 'holds dates or times',
  returns: 'clock',
});

function draftRole(
  column: ColumnProfile,
  rows: number,
  form: NumbersForm,
  derived: ReadonlySet<ColumnProfile>,
  columns: readonly ColumnProfile[],
): Draft {
  const out = (reason: string, returns: Return | null = null): Draft => ({
    role: 'leave-out',
    reason,
    returns,
  });
  if (column.kind === 'empty') return out('is empty');
  if (derived.has(column)) return out('is the output of a model, exported from this page');
  if (column.kind === 'dates') return out('holds dates or times');
  if (column.kind === 'text') return textRole(column, rows, form, out);
  const { trait, name, distinct, range, missing } = column;
  if (trait === 'constant') {
    return out(`is ${range?.low ?? ''} in every row`, 'constant');
  }
  if (form === 'points' && LABEL_NAME.test(name) && distinct < LABEL_LIMIT && distinct > 1) {
    return { role: 'class', reason: 'has a name that is usual for classes', returns: null };
  }
  if (2 * missing > rows) return out(`has no value in ${grouped(missing)} rows`, 'gaps');
  const twin = columns.find((other) => other.position < column.position && isCopy(other, column));
  if (twin) return out(`is the same as "${shortened(twin.name, 24)}"`);
  const isClass = form === 'points' && looksLikeClasses(column, rows);
  if (trait !== null && !(isClass && trait === 'repeats')) return out(TRAIT_WORDS[trait], trait);
  if (INDEX_NAME.test(name) && isWhole(column) && distinct >= Math.min(rows - missing, 1000)) {
    return out('numbers the rows', 'counts');
  }
  if (TIME_NAME.test(name) && column.values.every(isDateInDigits)) {
    return out('holds dates or times', 'clock');
  }
  if (form === 'series' && CALENDAR_NAME.test(name) && isWhole(column)) {
    return out('is part of a date', 'clock');
  }
  if (TIME_NAME.test(name) && rises(column)) return out(TRAIT_WORDS.rises, 'rises');
  if (isClass) {
    const reason = `has only ${distinct} different whole numbers`;
    return { role: 'class', reason, returns: 'class' };
  }
  return { role: 'value', reason: '', returns: null };
}

function textRole(
  { name, distinct, cells, missing }: ColumnProfile,
  rows: number,
  form: NumbersForm,
  out: (reason: string) => Draft,
): Draft {
  if (form === 'series') return out('holds text; a series has no classes');
  const filled = rows - missing;
  const example = cells.find((cell) => readCell(cell).kind === 'text') ?? '';
  if (distinct === 1) return out(`is "${shortened(example, 24)}" in every row`);
  const isNamed = LABEL_NAME.test(name);
  if (distinct < LABEL_LIMIT && (distinct < filled || (isNamed && distinct > 1))) {
    return {
      role: 'class',
      reason: isNamed ? 'has a name that is usual for classes' : '',
      returns: null,
    };
  }
  return out(
    `holds text with ${grouped(distinct)} different values, such as "${shortened(example, 24)}"`,
  );
}

/** Whether a column can be chosen as the classes. */
export const mayBeClasses = ({ kind, distinct }: ColumnProfile): boolean =>
  (kind === 'text' || kind === 'numbers') && distinct > 1 && distinct < LABEL_LIMIT;

/** Whole numbers of a few values that come again and again. */
function looksLikeClasses(column: ColumnProfile, rows: number): boolean {
  const { distinct, missing } = column;
  const filled = rows - missing;
  return distinct >= 2 && distinct <= MOST_CLASSES && filled >= 4 * distinct && isWhole(column);
}

const isWhole = ({ values }: ColumnProfile): boolean =>
  values.every((value) => Number.isNaN(value) || Number.isInteger(value));

/** 20240131, or missing. */
const isDateInDigits = (value: number): boolean =>
  Number.isNaN(value) || /^(1[5-9]|2[01])\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(String(value));

function rises({ values }: ColumnProfile): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.every((value, row) => row === 0 || value >= known[row - 1]);
}

/** Equal from row to row, over enough of them that it is no accident. */
function isCopy(a: ColumnProfile, b: ColumnProfile): boolean {
  return (
    a.kind === 'numbers' &&
    b.values.length >= 8 &&
    b.values.every((value, row) => Object.is(value, a.values[row]))
  );
}

/** Columns of the page's own exports that hold what a model says, not the data. */
function derivedColumns(columns: readonly ColumnProfile[]): ReadonlySet<ColumnProfile> {
  const names = new Set(columns.map(({ name }) => name));
  const isMade = (name: string) => {
    const of = /^(?:reconstructed|predicted|clean|VAE|SVAE) (.+)$/.exec(name)?.[1];
    return of !== undefined && names.has(of);
  };
  const isOwn =
    [...names].some(isMade) ||
    (['cluster', 'expert'].some((who) => names.has(who)) &&
      ['responsibility', 'responsibility 1'].some((name) => names.has(name)));
  if (!isOwn) return new Set();
  const isSaid = (name: string) =>
    /^(row|((GMM|SVAE) )?cluster|expert|responsibility( \d+)?|latent \d+)$/.test(name);
  return new Set(columns.filter(({ name }) => isMade(name) || isSaid(name)));
}

/** Only one column can be the classes: one that is named so, or else text, or else the first. */
function oneClass(columns: readonly ColumnProfile[], drafts: readonly Draft[]): readonly Draft[] {
  const candidates = columns.filter((_, at) => drafts[at].role === 'class');
  const best =
    candidates.find(({ name }) => LABEL_NAME.test(name)) ??
    candidates.find(({ kind }) => kind === 'text') ??
    candidates[0];
  return drafts.map((draft, at) => {
    if (draft.role !== 'class' || columns[at] === best) return draft;
    const reason = `could hold classes, but these come from "${shortened(best.name, 24)}"`;
    return { role: 'leave-out', reason, returns: draft.returns };
  });
}

/** Takes columns back in where too few would be left. */
function atLeast(
  least: number,
  columns: readonly ColumnProfile[],
  drafts: readonly Draft[],
): readonly Draft[] {
  const order = drafts
    .map((draft, at) => ({ at, rank: draft.returns ? RETURN_ORDER.indexOf(draft.returns) : -1 }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  const lacking = least - drafts.filter(({ role }) => role === 'value').length;
  const back = new Set(order.slice(0, Math.max(lacking, 0)).map(({ at }) => at));
  const needed = least === 1 ? 'one column of numbers is' : 'two columns of numbers are';
  return drafts.map((draft, at) =>
    back.has(at) && columns[at].kind === 'numbers'
      ? { role: 'value', reason: `${draft.reason}, but ${needed} needed`, returns: null }
      : draft,
  );
}

function atMost(most: number, drafts: readonly Draft[]): readonly Draft[] {
  let count = 0;
  return drafts.map((draft) => {
    if (draft.role !== 'value' || ++count <= most) return draft;
    return { role: 'leave-out', reason: `comes after the first ${most}`, returns: null };
  });
}
