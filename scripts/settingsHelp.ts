import type { Setting, SettingGroup, SettingsTable } from '../src/settings/settingsTable.ts';
import { expectation } from '../src/settings/words.ts';

const GROUPS: readonly SettingGroup[] = ['Data', 'Model', 'Training', 'Pictures'];

/** The table as lines for `--help`: what can follow `--set`, and the presets. */
export function settingsHelp(table: SettingsTable): readonly string[] {
  const settings = GROUPS.flatMap((group) => {
    const entries = inGroup(table, group);
    const lines = entries.flatMap(([name, setting]) => [
      `  ${name}=${setting.default}`,
      `      ${setting.help} Takes ${expectation(setting)}.`,
    ]);
    return lines.length === 0 ? [] : [`${group}:`, ...lines];
  });
  return [
    ...settings,
    'Presets:',
    ...table.presets.map((preset) => `  ${preset.id.padEnd(20)} ${preset.comment}`),
  ];
}

function inGroup(table: SettingsTable, group: SettingGroup): readonly [string, Setting][] {
  return Object.entries(table.settings).filter(
    ([, setting]) => (setting.group ?? 'Model') === group,
  );
}
