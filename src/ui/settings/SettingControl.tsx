import type { Setting, SettingValue } from '../../settings/settingsTable.ts';
import { Choice } from '../Choice.tsx';
import { Icon } from '../Icon.tsx';
import { NumberSlider } from '../NumberSlider.tsx';
import { formatInRange } from '../numbers.ts';
import { Switch } from '../Switch.tsx';
import styles from './SettingsPanel.module.css';

export interface SettingControlProps {
  readonly setting: Setting;
  readonly value: SettingValue;
  readonly onChange: (value: SettingValue, how: { readonly transient: boolean }) => void;
}

const final = { transient: false };
const transient = { transient: true };

/** The control a setting's kind asks for, with its help and a way back to the default. */
export function SettingControl({ setting, value, onChange }: SettingControlProps) {
  const { label } = setting;
  const common = {
    label,
    help: helpOf(setting),
    mark: setting.takesEffect !== 'live' && <RestartMark />,
    adornment: value !== setting.default && (
      <ResetButton
        label={`Reset ${label} to ${describeDefault(setting)}`}
        onReset={() => onChange(setting.default, final)}
      />
    ),
  };
  switch (setting.kind) {
    case 'number':
      return (
        <NumberSlider
          {...common}
          {...rangeOf(setting)}
          value={Number(value)}
          onChange={(next) => onChange(next, transient)}
          onCommit={(next) => onChange(next, final)}
        />
      );
    case 'choice':
      return (
        <Choice
          {...common}
          options={setting.options}
          value={String(value)}
          onChange={(next) => onChange(next, final)}
        />
      );
    case 'switch':
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={(checked) => onChange(checked, final)}
        />
      );
  }
}

function rangeOf(setting: Extract<Setting, { kind: 'number' }>) {
  const { min, max, step, scale, integer = false, unit } = setting;
  return { min, max, step, scale, integer, ...(unit !== undefined && { unit }) };
}

function describeDefault(setting: Setting): string {
  switch (setting.kind) {
    case 'number':
      return formatInRange(setting.default, setting);
    case 'choice':
      return setting.options.find(({ value }) => value === setting.default)?.label ?? '';
    case 'switch':
      return setting.default ? 'on' : 'off';
  }
}

function helpOf({ help, takesEffect }: Setting): string {
  return takesEffect === 'live' ? help : `${help} Takes effect on a new start.`;
}

/** Marks what only a new start brings into effect. */
export function RestartMark() {
  return (
    <span className={styles.restart} data-tooltip="Takes effect on a new start">
      <Icon name="restart" />
    </span>
  );
}

interface ResetButtonProps {
  readonly label: string;
  readonly onReset: () => void;
}

function ResetButton({ label, onReset }: ResetButtonProps) {
  return (
    <button
      type="button"
      className={styles.reset}
      aria-label={label}
      data-tooltip={label}
      onClick={onReset}
    >
      <Icon name="undo" />
    </button>
  );
}
