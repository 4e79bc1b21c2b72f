/**
 * A settings table says once what a lab can be set to. The control panel, the link, validation,
 * the scripting handle, the command line, the tests and the docs all read that one table.
 */

/** Pictures: what is looked at and how; nothing that is learned depends on it. */
export type SettingGroup = 'Data' | 'Model' | 'Training' | 'Pictures';

interface SettingBase {
  /** Shown beside the control. */
  readonly label: string;
  /** One sentence: what it does and, where it helps, when to change it. */
  readonly help: string;
  /** Absent: 'Model'. */
  readonly group?: SettingGroup;
  /** Hidden behind "More" unless true. */
  readonly basic?: boolean;
  /** In the running model; absent where the model is built again. */
  readonly takesEffect?: 'live';
  /** Counts from the training step that this other setting says; before it the default does. */
  readonly countsFrom?: string;
  /** Shown only while this other setting has one of these values. */
  readonly shownWhen?: { readonly setting: string; readonly is: readonly SettingValue[] };
}

export interface NumberSetting extends SettingBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
  readonly unit?: string;
  readonly default: number;
}

export interface ChoiceSetting extends SettingBase {
  readonly kind: 'choice';
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly help?: string;
  }[];
  readonly default: string;
}

export interface SwitchSetting extends SettingBase {
  readonly kind: 'switch';
  readonly default: boolean;
}

export type Setting = NumberSetting | ChoiceSetting | SwitchSetting;
export type SettingValue = number | string | boolean;

/** A named set of values with one line saying what one will see. */
export interface Preset<Values> {
  readonly id: string;
  readonly label: string;
  readonly comment: string;
  readonly values: Partial<Values>;
  /** What it says holds for any data: choosing it leaves a person's own data in place. */
  readonly aboutModel?: true;
}

export type SettingsShape = Readonly<Record<string, Setting>>;

/** What one setting can be: distributes over kinds, so that a table of any settings has values too. */
type ValueOf<Any extends Setting> = Any extends { readonly kind: 'number' }
  ? number
  : Any extends { readonly kind: 'switch' }
    ? boolean
    : Any extends {
          readonly options: readonly { readonly value: infer Value extends string }[];
        }
      ? Value
      : never;

/** Values of a table: numbers, booleans or one of the options, by the kind of each setting. */
export type SettingValues<Shape extends SettingsShape> = {
  [Name in keyof Shape]: ValueOf<Shape[Name]>;
};

export interface SettingsTable<Shape extends SettingsShape = SettingsShape> {
  readonly settings: Shape;
  /** The first one is the default and empty of values. */
  readonly presets: readonly Preset<SettingValues<Shape>>[];
  /**
   * Values of settings that are newer than the first links and model files, where those do not name
   * them: what they meant has to stay. Absent: the defaults.
   *
   * @param values of the other settings
   * @param ownRows rows of the own data that come along; null where there are none
   */
  readonly valuesBefore?: (
    values: Readonly<Record<string, SettingValue>>,
    ownRows: number | null,
  ) => Readonly<Record<string, SettingValue>>;
}

/** Keeps the literal types of a table while checking its form. */
export function defineSettings<const Shape extends SettingsShape>(
  table: SettingsTable<Shape>,
): SettingsTable<Shape> {
  return table;
}
