import type { ComponentType } from 'react';
import { applyPreset, presetOf } from '../../settings/presets.ts';
import { useController, useDocument } from '../../store/context.ts';
import { labNamed } from '../../store/labs.ts';
import { SettingsPanel } from '../../ui/settings/SettingsPanel.tsx';
import { EarlierWork } from './EarlierWork.tsx';

export interface LabSettingsProps {
  readonly lab: string;
  /** Settings a teacher has hidden. */
  readonly hidden: readonly string[];
  /** What belongs to the data beside the table. */
  readonly Extras: ComponentType;
  /** Exports and imports. */
  readonly Keeping: ComponentType;
}

/** The lab's settings table as controls, bound to the document. */
export default function LabSettings({ lab, hidden, Extras, Keeping }: LabSettingsProps) {
  const controller = useController();
  const values = useDocument((document) => document.settings);
  const { table } = labNamed(lab);

  const choosePreset = (id: string) => {
    const preset = applyPreset(table, id, values);
    if (preset.ok) void controller.changeSettings(preset.values);
  };

  return (
    <>
      <SettingsPanel
        table={table}
        values={values}
        preset={presetOf(table, values)}
        hiddenControls={hidden}
        extras={{ Data: <Extras /> }}
        onChange={(name, value, { transient }) => {
          if (transient) controller.draftSetting(name, value);
          else void controller.changeSettings({ [name]: value });
        }}
        onPreset={choosePreset}
      />
      <Keeping />
      <EarlierWork />
    </>
  );
}
