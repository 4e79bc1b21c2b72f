import { type ReactNode, useId } from 'react';
import type { SettingsTable } from '../../settings/settingsTable.ts';
import { Disclosure } from '../Disclosure.tsx';
import { PresetList } from './PresetList.tsx';
import { RestartMark, SettingControl, type SettingControlProps } from './SettingControl.tsx';
import styles from './SettingsPanel.module.css';
import { type NamedSetting, type Values, visibleGroups } from './settingsView.ts';

export interface SettingsPanelProps {
  readonly table: SettingsTable;
  readonly values: Values;
  /** The preset the values are those of, if any. */
  readonly preset: string | null;
  /** `transient` while a slider is dragged; the value one lets go at comes last and is not. */
  readonly onChange: SettingControlProps['onChange'];
  readonly onPreset: (id: string) => void;
  /** Names of settings a teacher has hidden; 'presets' hides the presets. */
  readonly hiddenControls?: readonly string[];
  /** What else belongs to a group, below its settings: drawing and loading own data, for one. */
  readonly extras?: { readonly [group: string]: ReactNode };
}

const nothingHidden: readonly string[] = [];

/** All settings of a lab, drawn from its table: a new setting needs no line here. */
export function SettingsPanel(props: SettingsPanelProps) {
  const {
    table,
    values,
    preset,
    onChange,
    onPreset,
    hiddenControls = nothingHidden,
    extras,
  } = props;
  const hidden = new Set(hiddenControls);

  const controls = (settings: readonly NamedSetting[]) => (
    <div className={styles.controls}>
      {settings.map(({ name, setting }) => (
        <SettingControl
          key={name}
          {...{ name, setting, onChange }}
          value={values[name] ?? setting.default}
        />
      ))}
    </div>
  );

  return (
    <div className={styles.panel}>
      {!hidden.has('presets') && table.presets.length > 1 && (
        <Group heading="Presets">
          <PresetList presets={table.presets} current={preset} onPreset={onPreset} />
        </Group>
      )}
      {visibleGroups(table, values, hidden).map(({ group, basic, more }) => (
        <Group key={group} heading={group}>
          {controls(basic)}
          {extras?.[group]}
          {more.length > 0 && <Disclosure label="More">{controls(more)}</Disclosure>}
        </Group>
      ))}
      <p className={styles.note}>
        <RestartMark /> marks a setting that takes effect on a new start
      </p>
    </div>
  );
}

function Group({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {heading}
      </h3>
      {children}
    </section>
  );
}
