import type {
  Preset,
  Setting,
  SettingGroup,
  SettingsTable,
  SettingValue,
} from '../../settings/settingsTable.ts';

/** Values by name, as the panel and the store pass them. */
export type Values = Readonly<Record<string, SettingValue>>;

export interface NamedSetting {
  readonly name: string;
  readonly setting: Setting;
}

export interface GroupView {
  readonly group: SettingGroup;
  readonly basic: readonly NamedSetting[];
  /** What "More" opens. */
  readonly more: readonly NamedSetting[];
}

/** What a preset needs for being listed: its values may be of any table. */
export type AnyPreset = Preset<Record<string, SettingValue>>;

/** The order of the panel. */
const groups: readonly SettingGroup[] = ['Data', 'Model', 'Training', 'Pictures'];

/** The settings to show for these values, in groups; groups without any are left out. */
export function visibleGroups(
  table: SettingsTable,
  values: Values,
  hidden: ReadonlySet<string>,
): readonly GroupView[] {
  const visible = Object.entries(table.settings)
    .map(([name, setting]): NamedSetting => ({ name, setting }))
    .filter(({ name, setting }) => !hidden.has(name) && isShown(table, setting, values));
  return groups
    .map((group) => {
      const inGroup = visible.filter(({ setting }) => (setting.group ?? 'Model') === group);
      return {
        group,
        basic: inGroup.filter(({ setting }) => setting.basic),
        more: inGroup.filter(({ setting }) => !setting.basic),
      };
    })
    .filter(({ basic, more }) => basic.length + more.length > 0);
}

/** A setting with a condition is shown only if the setting of the condition is shown, too. */
export function isShown(table: SettingsTable, setting: Setting, values: Values): boolean {
  const condition = setting.shownWhen;
  if (condition === undefined) return true;
  const value = values[condition.setting];
  const asked = table.settings[condition.setting];
  return value !== undefined && condition.is.includes(value) && isShown(table, asked, values);
}
