import { RESERVED_KEYS } from './link.ts';
import type { SettingsTable } from './settingsTable.ts';
import { checkSetting } from './validate.ts';
import { inWords } from './words.ts';

/**
 * What is wrong with a table itself; every lab's tests ask this. Empty when defaults and presets
 * pass the table's own checks, conditions and starts speak of settings that exist, and no name clashes with
 * the link's own keys.
 */
export function tableFaults(table: SettingsTable): readonly string[] {
  const faults: string[] = [];
  const check = (where: string, name: string, value: unknown) => {
    const checked = checkSetting(table, name, value);
    if (!checked.ok) faults.push(`${where}: ${checked.problem.message}`);
  };
  for (const [name, setting] of Object.entries(table.settings)) {
    check('Default', name, setting.default);
    if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) faults.push(`"${name}" is no name for a link.`);
    if (RESERVED_KEYS.has(name)) faults.push(`"${name}" has a meaning of its own in links.`);
    if (setting.kind === 'choice') {
      const distinct = new Set(setting.options.map(({ value }) => value));
      if (distinct.size < setting.options.length) faults.push(`"${name}" has an option twice.`);
    }
    const { countsFrom } = setting;
    if (countsFrom !== undefined && table.settings[countsFrom]?.kind !== 'number') {
      faults.push(`"${name}" counts from "${countsFrom}", which is no number among the settings.`);
    }
    for (const value of setting.shownWhen?.is ?? []) {
      check(`Condition of "${name}"`, setting.shownWhen?.setting ?? '', value);
    }
  }
  const [first] = table.presets;
  if (first === undefined) faults.push('There is no preset; the first is the default.');
  for (const [name, value] of Object.entries(first?.values ?? {})) {
    faults.push(`The first preset is the default, but sets "${name}" to ${inWords(value)}.`);
  }
  const ids = new Set(table.presets.map(({ id }) => id));
  if (ids.size < table.presets.length) faults.push('Two presets have the same id.');
  for (const preset of table.presets.slice(1)) {
    for (const [name, value] of Object.entries(preset.values)) {
      check(`Preset "${preset.id}"`, name, value);
    }
  }
  return faults;
}
