import type { SettingsShape, SettingsTable, SettingValue, SettingValues } from './settingsTable.ts';

/** Values by name, of whatever table. */
export type Values = Readonly<Record<string, SettingValue>>;

/** The default of every setting of a table. */
export function defaultValues<Shape extends SettingsShape>(
  table: SettingsTable<Shape>,
): SettingValues<Shape> {
  const entries = Object.entries(table.settings).map(([name, setting]) => [name, setting.default]);
  // Names and kinds come from the table itself, which is what the type says.
  return Object.fromEntries(entries) as SettingValues<Shape>;
}

/** Only the values that differ from the table's defaults, in the order of the table. */
export function changedValues(table: SettingsTable, values: Values): Values {
  return Object.fromEntries(
    Object.entries(table.settings).flatMap(([name, setting]) =>
      name in values && values[name] !== setting.default ? [[name, values[name]]] : [],
    ),
  );
}

/** Those values whose names are not among what was given. */
export const unnamed = (values: Values, isGiven: (name: string) => boolean): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isGiven(name)));
