import type { Setting, SettingGroup, SettingsTable } from './settingsTable.ts';
import { expectation } from './words.ts';

const GROUPS: readonly SettingGroup[] = ['Data', 'Model', 'Training', 'Pictures'];

/** The table as Markdown for the docs: one table per group, then the presets. */
export function settingsMarkdown(table: SettingsTable): string {
  const parts = GROUPS.flatMap((group) => {
    const rows = inGroup(table, group).map(([name, setting]) =>
      markdownRow([
        `\`${name}\``,
        setting.help,
        expectation(setting),
        `\`${setting.default}\``,
        setting.takesEffect === 'live' ? 'at once' : 'on restart',
      ]),
    );
    if (rows.length === 0) return [];
    const head = markdownRow(['Setting', 'What it does', 'Values', 'Default', 'Takes effect']);
    return [`### ${group}`, '', head, '| --- | --- | --- | --- | --- |', ...rows, ''];
  });
  const presets = table.presets.map((preset) => {
    const values = Object.entries(preset.values).map(([name, value]) => `\`${name}=${value}\``);
    return markdownRow([`\`${preset.id}\``, preset.comment, values.join(', ') || 'all defaults']);
  });
  const presetHead = markdownRow(['Preset', 'What one sees', 'Values']);
  return [...parts, '### Presets', '', presetHead, '| --- | --- | --- |', ...presets, ''].join(
    '\n',
  );
}

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
  return Object.entries(table.settings).filter(([, setting]) => setting.group === group);
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
