/**
 * The part of a link that says which controls a class sees; everything else of the page is hidden:
 *
 *     #/svae-gmm?seed=3&class=transport,settings.clusters,challenges&v=1
 *
 * The stage is always there, all of it, or without a panel that `without.bound` leaves out. `settings` are
 * all, or with a dot single ones; `settings.presets` are the presets.
 */
import { type LinkPart, ONE_SETTING, readLinkParts, writtenParts } from './linkParts.ts';
import type { SettingsTable } from './settingsTable.ts';
import { inWords, suggestion } from './words.ts';

/** What a teacher can leave to a class, besides the stage. */
export const CLASS_PARTS = [
  'transport',
  'speed',
  'seed',
  'settings',
  'explanation',
  'challenges',
  'answers',
  'edits',
  'keep',
  'without',
] as const;

export type ClassPartName = (typeof CLASS_PARTS)[number];

export type ClassPart = LinkPart<ClassPartName>;

/** The presets, among the settings. */
export const PRESETS = 'presets';

/** Begins the name of a panel among those of what a class does not see. */
const PANEL = 'panel.';

/** The panels among the names of what a class does not see. */
export const panelsAmong = (hidden: readonly string[]): readonly string[] =>
  hidden.filter((name) => name.startsWith(PANEL)).map((name) => name.slice(PANEL.length));

export const withoutPanels = (hidden: readonly string[]): readonly string[] =>
  hidden.filter((name) => !name.startsWith(PANEL));

/**
 * The names of what a class does not see. Unknown names are reported and left out.
 *
 * @param text what `class` of a link says
 */
export function hiddenFromClass(
  text: string,
  table: SettingsTable,
  report: (problem: string) => void,
): readonly string[] {
  const divided = { settings: ONE_SETTING, without: 'one panel to leave out, "without.bound"' };
  const parts = readLinkParts({ key: 'class', text, known: CLASS_PARTS, divided, report });
  const settings = [PRESETS, ...Object.keys(table.settings)];
  const shown = new Map(parts.map(({ name, chosen }) => [name, chosen]));
  const chosen = (shown.get('settings') ?? []).filter((name) => {
    if (settings.includes(name)) return true;
    const problem = `"class" of the link names ${inWords(`settings.${name}`)}.`;
    report(`${problem} ${suggestion(name, settings)}`);
    return false;
  });
  const isWhole = shown.get('settings')?.length === 0;
  const others = CLASS_PARTS.filter(
    (name) => !shown.has(name) && !['settings', 'explanation', 'without'].includes(name),
  );
  const hiddenSettings =
    chosen.length === 0 ? ['settings'] : settings.filter((name) => !chosen.includes(name));
  // The column of the explanation holds the challenges, too.
  const column = shown.has('challenges') ? 'text' : 'explanation';
  return [
    'backend',
    ...others,
    ...(isWhole ? [] : hiddenSettings),
    ...(shown.has('explanation') ? [] : [column]),
    ...(shown.get('without') ?? []).map((name) => PANEL + name),
  ];
}

/** The link for a class. @param hash a link from "#" on */
export function withClass(hash: string, parts: readonly ClassPart[]): string {
  return `${hash}${hash.includes('?') ? '&' : '?'}class=${writtenParts(parts)}`;
}
