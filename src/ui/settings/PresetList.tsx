import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { memo, useId } from 'react';
import styles from './SettingsPanel.module.css';
import type { AnyPreset } from './settingsView.ts';

export interface PresetListProps {
  readonly presets: readonly AnyPreset[];
  /** The preset the values are those of, if any. */
  readonly current: string | null;
  readonly onPreset: (id: string) => void;
}

/** Presets with what one will see under each. */
export const PresetList = memo(({ presets, current, onPreset }: PresetListProps) => (
  <RadioGroup
    aria-label="Presets"
    className={styles.presets}
    // '' is no preset's id: with values of one's own none is checked.
    value={current ?? ''}
    onValueChange={(id) => onPreset(String(id))}
  >
    {presets.map((preset) => (
      <PresetItem key={preset.id} preset={preset} />
    ))}
  </RadioGroup>
));

function PresetItem({ preset }: { readonly preset: AnyPreset }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is a button with a hidden input
    <label className={styles.preset}>
      <Radio.Root
        value={preset.id}
        className={styles.radio}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-comment`}
      />
      <span className={styles.presetText}>
        <span id={`${id}-label`}>{preset.label}</span>
        <br />
        <span id={`${id}-comment`} className={styles.comment}>
          {preset.comment}
        </span>
      </span>
    </label>
  );
}
