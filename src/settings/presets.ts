import type { SettingsShape, SettingsTable, SettingValues } from './settingsTable.ts';
import { defaultValues } from './values.ts';
import { suggestion } from './words.ts';

export type AppliedPreset<Shape extends SettingsShape> =
  | { readonly ok: true; readonly values: SettingValues<Shape> }
  | { readonly ok: false; readonly message: string };

/** The values of a preset, everything it does not name being at its default. */
export function applyPreset<Shape extends SettingsShape>(
  table: SettingsTable<Shape>,
  id: string,
): AppliedPreset<Shape> {
  const preset = table.presets.find((candidate) => candidate.id === id);
  if (preset) return { ok: true, values: { ...defaultValues(table), ...preset.values } };
  const known = table.presets.map((candidate) => candidate.id);
  return { ok: false, message: `There is no preset "${id}". ${suggestion(id, known)}` };
}
