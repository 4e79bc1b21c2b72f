import type { Setting } from './settingsTable.ts';

/** What a setting takes, in words: "a whole number from 1 to 50". */
export function expectation(setting: Setting): string {
  switch (setting.kind) {
    case 'number': {
      const kind = setting.integer ? 'a whole number' : 'a number';
      const unit = setting.unit ? ` ${setting.unit}` : '';
      const steps = isStepped(setting) ? ` in steps of ${setting.step}` : '';
      return `${kind} from ${setting.min} to ${setting.max}${unit}${steps}`;
    }
    case 'choice':
      return `one of ${setting.options.map(({ value }) => `"${value}"`).join(', ')}`;
    case 'switch':
      return 'true or false';
  }
}

/** Whether the steps of a number say more than its being whole. On a log scale they are the slider's own. */
export function isStepped(setting: Setting): boolean {
  return (
    setting.kind === 'number' &&
    setting.scale === 'linear' &&
    !(setting.integer && setting.step === 1)
  );
}

/** A text as messages quote it: never longer than a line. */
export function shortened(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** Numbers as found: "[1, 2, 3, 4, …]". */
export function listInWords(values: readonly unknown[], most = 9): string {
  const shown = values.slice(0, most).map((value) => shortened(String(value), 24));
  return `[${[...shown, ...(values.length > most ? ['…'] : [])].join(', ')}]`;
}

/** The first of several messages, and how many more there are. */
export function inBrief(messages: readonly string[], most = 3): string {
  const shown = [...new Set(messages)];
  const more = shown.length - most;
  if (more <= 0) return shown.join(' ');
  const rest =
    more === 1 ? 'There is 1 more problem.' : `There are ${grouped(more)} more problems.`;
  return [...shown.slice(0, most), rest].join(' ');
}

/** A value as found, short enough for a message: 99, "abc", nothing, a list. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'string') return JSON.stringify(shortened(value));
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'function' || typeof value === 'symbol'
    ? `a ${typeof value}`
    : `${value}`;
}

/** The candidate most like a misspelt name; null if none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    // The distance is no smaller than this, and takes long to find for a long name.
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A list of more names than this does not help. */
const MOST_NAMED = 8;

/** "Did you mean …?" for a misspelt name; otherwise what there is. */
export function suggestion(name: string, candidates: readonly string[]): string {
  const nearest = nearestName(name, candidates);
  if (nearest !== null) return `Did you mean "${nearest}"?`;
  const named = candidates.slice(0, MOST_NAMED).map((candidate) => `"${candidate}"`);
  const others = candidates.length - named.length;
  return `There are ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}.`;
}

/** Levenshtein distance: the least number of letters changed, added or left out. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** Made once: a formatter costs more than a hundred numbers. */
const inGroups = new Intl.NumberFormat('en-US');

/** 1234567 as "1,234,567". */
export const grouped = (count: number): string => inGroups.format(count);

/** "1 sweep", "2,000 sweeps". */
export const counted = (count: number, one: string): string =>
  `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;
