import type { SettingsShape, SettingsTable, SettingValues } from './settingsTable.ts';
import { defaultValues, type Values } from './values.ts';
import { inWords, suggestion } from './words.ts';

export type AppliedPreset<Shape extends SettingsShape> =
  | { readonly ok: true; readonly values: SettingValues<Shape> }
  | { readonly ok: false; readonly message: string };

/**
 * The values of a preset, everything it does not name being at its default, the data too: what the
 * preset says is to be true of what one sees.
 *
 * @param present values in force; own data among them stay where the preset is about the model
 */
export function applyPreset<Shape extends SettingsShape>(
  table: SettingsTable<Shape>,
  id: string,
  present: Values = {},
): AppliedPreset<Shape> {
  const preset = table.presets.find((candidate) => candidate.id === id);
  if (preset) {
    const kept = preset.aboutModel ? ownData(table, present) : {};
    return { ok: true, values: { ...defaultValues(table), ...preset.values, ...kept } };
  }
  const known = table.presets.map((candidate) => candidate.id);
  return { ok: false, message: `There is no preset ${inWords(id)}. ${suggestion(id, known)}` };
}

/** The preset that would change nothing of these values; null if there is none. */
export function presetOf(table: SettingsTable, values: Values): string | null {
  const found = table.presets.find(({ id }) => {
    const applied = applyPreset(table, id, values);
    return (
      applied.ok && Object.entries(applied.values).every(([name, value]) => values[name] === value)
    );
  });
  return found?.id ?? null;
}

/** The settings of data where they are a person's own; nothing where they are generated. */
function ownData(table: SettingsTable, values: Values): Values {
  const data = Object.entries(values).filter(([name]) => table.settings[name]?.group === 'Data');
  return data.some(([, value]) => value === 'own') ? Object.fromEntries(data) : {};
}
