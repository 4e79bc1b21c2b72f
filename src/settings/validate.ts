import type {
  NumberSetting,
  Setting,
  SettingsShape,
  SettingsTable,
  SettingValue,
  SettingValues,
} from './settingsTable.ts';
import { defaultValues } from './values.ts';
import { expectation, inWords, isStepped, nearestName, suggestion } from './words.ts';

export type SettingProblemKind =
  | 'not-settings'
  | 'unknown-setting'
  | 'wrong-type'
  | 'out-of-range'
  | 'off-step'
  | 'unknown-choice';

export interface SettingProblem {
  readonly kind: SettingProblemKind;
  /** Name of the setting, as found. */
  readonly setting: string;
  /** The value as found. */
  readonly value: unknown;
  /** A sentence naming the bad value and what is expected. */
  readonly message: string;
}

export interface ValidSettings<Shape extends SettingsShape> {
  /** A value for every setting: the given one where it is good, otherwise the default. */
  readonly values: SettingValues<Shape>;
  readonly problems: readonly SettingProblem[];
}

/**
 * Checks values from a link, a file, a script or the command line against a table. Text is taken
 * for numbers ("15") and switches ("on") too, because links and command lines know nothing else.
 * Nothing is clamped or rounded in silence: a bad value is reported and the default stands.
 * Never throws.
 */
export function validateSettings<Shape extends SettingsShape>(
  table: SettingsTable<Shape>,
  input: unknown,
): ValidSettings<Shape> {
  const defaults = defaultValues(table);
  if (input === undefined || input === null) return { values: defaults, problems: [] };
  if (typeof input !== 'object' || Array.isArray(input)) {
    const message = `The settings are ${inWords(input)}; expected an object of names and values.`;
    return {
      values: defaults,
      problems: [{ kind: 'not-settings', setting: '', value: input, message }],
    };
  }
  const problems: SettingProblem[] = [];
  const good: Record<string, SettingValue> = {};
  for (const [name, value] of Object.entries(input)) {
    const checked = checkSetting(table, name, value);
    if (checked.ok) good[name] = checked.value;
    else problems.push(checked.problem);
  }
  return { values: { ...defaults, ...good }, problems };
}

export type CheckedSetting =
  | { readonly ok: true; readonly value: SettingValue }
  | { readonly ok: false; readonly problem: SettingProblem };

/** Checks one value of one setting; text is read as in `validateSettings`. */
export function checkSetting(table: SettingsTable, name: string, value: unknown): CheckedSetting {
  if (!Object.hasOwn(table.settings, name)) {
    const message = `There is no setting ${inWords(name)}. ${suggestion(name, Object.keys(table.settings))}`;
    return { ok: false, problem: { kind: 'unknown-setting', setting: name, value, message } };
  }
  const setting = table.settings[name];
  const read = readText(setting, value);
  const fault = faultOf(setting, read);
  if (fault === null) return { ok: true, value: read as SettingValue };
  const hint = fault === 'unknown-choice' ? choiceHint(setting, value) : '';
  const message = `"${name}" is ${inWords(value)}; expected ${expectation(setting)}.${hint}`;
  return { ok: false, problem: { kind: fault, setting: name, value, message } };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SWITCH_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  '1': true,
  false: false,
  off: false,
  no: false,
  '0': false,
};

/** Text that spells a number or a switch becomes one; everything else stays what it is. */
function readText(setting: Setting, value: unknown): unknown {
  // Adding 0 turns -0 into 0.
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (setting.kind === 'number' && NUMBER.test(text)) return Number(text) + 0;
  if (setting.kind === 'switch') return SWITCH_WORDS[text.toLowerCase()] ?? value;
  return value;
}

function faultOf(setting: Setting, value: unknown): SettingProblemKind | null {
  switch (setting.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? numberFault(setting, value)
        : 'wrong-type';
    case 'choice':
      if (typeof value !== 'string') return 'wrong-type';
      return setting.options.some((option) => option.value === value) ? null : 'unknown-choice';
    case 'switch':
      return typeof value === 'boolean' ? null : 'wrong-type';
  }
}

function numberFault(setting: NumberSetting, value: number): SettingProblemKind | null {
  if (value < setting.min || value > setting.max) return 'out-of-range';
  if (setting.integer && !Number.isInteger(value)) return 'off-step';
  const isEnd = value === setting.min || value === setting.max || value === setting.default;
  if (!isStepped(setting) || isEnd) return null;
  const onSteps = (from: number) => {
    const steps = (value - from) / setting.step;
    return Math.abs(steps - Math.round(steps)) < 1e-6;
  };
  // Steps may be counted from zero or from the smallest value: 0.05, 0.1, 0.2 or 0.05, 0.15, 0.25.
  return onSteps(0) || onSteps(setting.min) ? null : 'off-step';
}

/** The valid value of a number nearest to one that may be out of range or between steps. */
export function nearestValid(setting: NumberSetting, value: number): number {
  const within = Math.min(setting.max, Math.max(setting.min, value));
  if (numberFault(setting, within) === null) return within;
  const { min, max, step } = setting;
  const stepped = min + Math.round((within - min) / step) * step;
  // The last digits of the sum are rounding errors: 0.05 + 9 * 0.1 is to be 0.95.
  return Math.min(max, Number(stepped.toPrecision(12)));
}

function choiceHint(setting: Setting, value: unknown): string {
  if (setting.kind !== 'choice' || typeof value !== 'string') return '';
  const nearest = nearestName(
    value,
    setting.options.map((option) => option.value),
  );
  return nearest === null ? '' : ` Did you mean "${nearest}"?`;
}
