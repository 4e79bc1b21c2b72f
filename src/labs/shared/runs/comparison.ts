/** What a table of runs shows: the settings in which they differ, and what came out of each. */
import type { KeptRun, RunResult } from '../../../files/keptRuns.ts';
import type { Setting, SettingsTable, SettingValue } from '../../../settings/settingsTable.ts';
import type { Values } from '../../../settings/values.ts';
import { grouped } from '../../../settings/words.ts';
import { formatFixed, formatInRange } from '../../../ui/numbers.ts';
import { isShown } from '../../../ui/settings/settingsView.ts';
import type { Score } from '../../engine.ts';
import type { Lab } from '../../lab.ts';
import { figuresOf } from './runResult.ts';

/** A run of a table; the one that is open has no mark. */
export interface ComparedRun
  extends Pick<KeptRun, 'name' | 'settings' | 'seed' | 'steps' | 'edits' | 'ownData'> {
  readonly mark: number | null;
  readonly result: Pick<RunResult, 'objective' | 'scores'> | null;
}

export interface ComparisonColumn {
  readonly name: string;
  /** Of each run, as written; empty for none. */
  readonly texts: readonly string[];
  /** The run that is best by it; null where none is, all are as good, or their data differ. */
  readonly best: number | null;
}

const NONE = '–';

/** Columns in the order of the table: settings that differ, seed, steps, objective and scores. */
export function comparisonOf(lab: Lab, runs: readonly ComparedRun[]): readonly ComparisonColumn[] {
  const column = (name: string, of: (run: ComparedRun) => string): ComparisonColumn => ({
    ...{ name, texts: runs.map(of), best: null },
  });
  const settings = Object.entries(lab.table.settings).map(([name, setting]) =>
    column(setting.label, (run) => textOf(lab.table, setting, name, run.settings)),
  );
  const differs = ({ texts }: ComparisonColumn) => new Set(texts).size > 1;
  const edits = column('Edits', (run) =>
    run.edits.length > 0 ? String(run.edits.length) : 'none',
  );
  const haveSameEdits = new Set(runs.map((run) => JSON.stringify(run.edits))).size < 2;
  const data = column('Own data', ({ ownData }) => ownData?.name ?? NONE);
  return [
    ...settings.filter(differs),
    ...(haveSameEdits ? [] : [edits]),
    ...(differs(data) ? [data] : []),
    column('Seed', ({ seed }) => String(seed)),
    column('Steps', ({ steps }) => grouped(steps)),
    ...figureColumns(lab, runs),
  ];
}

function textOf(table: SettingsTable, setting: Setting, name: string, values: Values): string {
  return isShown(table, setting, values) ? valueText(setting, values[name]) : NONE;
}

/** A value as its control writes it. */
export function valueText(setting: Setting, value: SettingValue | undefined): string {
  if (setting.kind === 'switch') return value === true ? 'on' : 'off';
  if (setting.kind === 'choice')
    return setting.options.find((option) => option.value === value)?.label ?? String(value);
  return formatInRange(Number(value), setting);
}

/** Bounds and scores of other data are no better or worse. Seeds may differ: they draw from one source. */
function haveSameData({ table }: Lab, runs: readonly ComparedRun[]): boolean {
  const settings = Object.entries(table.settings).filter(([, { group }]) => group === 'Data');
  const dataOf = ({ settings: values, ownData }: ComparedRun) =>
    JSON.stringify([
      ownData?.name,
      settings.map(([name, one]) => textOf(table, one, name, values)),
    ]);
  return new Set(runs.map(dataOf)).size < 2;
}

/** Runs may have other objectives: each of them has a column. */
function figureColumns(lab: Lab, runs: readonly ComparedRun[]): readonly ComparisonColumn[] {
  const figures = runs.map(({ settings, result }) =>
    result ? figuresOf(lab, settings, result) : [],
  );
  const names = [...new Set(figures.flat().map(({ name }) => name))];
  return names.flatMap((name) => {
    const its = figures.map((all) => all.find((one) => one.name === name));
    const known = its.find((one) => one !== undefined);
    if (!known || its.every((one) => (one?.value ?? null) === null)) return [];
    const values = its.map((one) => one?.value ?? null);
    const texts = values.map((value) =>
      value === null ? NONE : formatFixed(value, known.decimals ?? 2),
    );
    const best = haveSameData(lab, runs) ? bestOf(values, known.better) : null;
    return [{ name, texts, best }];
  });
}

/** The index of the best value; null where there is no such. */
export function bestOf(values: readonly (number | null)[], better: Score['better']): number | null {
  if (better === undefined) return null;
  const sign = better === 'higher' ? 1 : -1;
  let best: number | null = null;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) return;
    if (best === null || sign * value > sign * (values[best] ?? 0)) best = index;
  });
  return new Set(values.filter((value) => value !== null)).size > 1 ? best : null;
}
