import { memo } from 'react';
import type { Setting, SettingValue } from '../../settings/settingsTable.ts';
import { Choice } from '../Choice.tsx';
import { Icon } from '../Icon.tsx';
import { NumberSlider } from '../NumberSlider.tsx';
import { formatInRange } from '../numbers.ts';
import { Switch } from '../Switch.tsx';
import styles from './SettingsPanel.module.css';

export interface SettingControlProps {
  readonly name: string;
  readonly setting: Setting;
  readonly value: SettingValue;
  /** Keep it: in a drag of one setting the controls of all others are not rendered again. */
  readonly onChange: (
    name: string,
    value: SettingValue,
    how: { readonly transient: boolean },
  ) => void;
}

const final = { transient: false };
const transient = { transient: true };

/** The control a setting's kind asks for, with its help and a way back to the default. */
export const SettingControl = memo(function SettingControl(props: SettingControlProps) {
  const { name, setting, value, onChange } = props;
  const { label } = setting;
  const common = {
    label,
    help: helpOf(setting),
    mark: setting.takesEffect !== 'live' && <RestartMark />,
    adornment: value !== setting.default && (
      <ResetButton
        label={`Reset ${label} to ${describeDefault(setting)}`}
        onReset={() => onChange(name, setting.default, final)}
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
          onChange={(next) => onChange(name, next, transient)}
          onCommit={(next) => onChange(name, next, final)}
        />
      );
    case 'choice':
      return (
        <Choice
          {...common}
          options={setting.options}
          value={String(value)}
          onChange={(next) => onChange(name, next, final)}
        />
      );
    case 'switch':
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={(checked) => onChange(name, checked, final)}
        />
      );
  }
});

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
