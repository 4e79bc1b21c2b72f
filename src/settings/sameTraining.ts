import type { SettingsTable } from './settingsTable.ts';
import type { Values } from './values.ts';

/**
 * Whether two sets of values train a model in the same way up to some training step. Settings of
 * pictures train nothing, and those that count from a later step on have not yet.
 */
export function trainAlike(table: SettingsTable, a: Values, b: Values, steps: number): boolean {
  return Object.entries(table.settings).every(([name, setting]) => {
    if (setting.group === 'Pictures') return true;
    const until = (values: Values) => {
      const from = setting.countsFrom === undefined ? null : values[setting.countsFrom];
      return typeof from === 'number' && from >= steps ? setting.default : values[name];
    };
    return until(a) === until(b);
  });
}
