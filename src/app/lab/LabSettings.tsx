import type { ComponentType } from 'react';
import { applyPreset } from '../../settings/presets.ts';
import { useController, useDocument } from '../../store/context.ts';
import { labNamed } from '../../store/labs.ts';
import { SettingsPanel } from '../../ui/settings/SettingsPanel.tsx';

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
    const preset = applyPreset(table, id);
    if (!preset.ok) return;
    // The data stay, as comparing needs the same ones; unless the preset is about data of its own.
    const own = table.presets.find((candidate) => candidate.id === id)?.values ?? {};
    const bringsData = Object.keys(own).some((name) => table.settings[name]?.group === 'Data');
    const kept = bringsData ? {} : dataOf(table, values);
    void controller.changeSettings({ ...preset.values, ...kept });
  };

  return (
    <>
      <SettingsPanel
        table={table}
        values={values}
        hiddenControls={hidden}
        extras={{ Data: <Extras /> }}
        onChange={(name, value, { transient }) => {
          if (transient) controller.draftSetting(name, value);
          else void controller.changeSettings({ [name]: value });
        }}
        onPreset={choosePreset}
      />
      <Keeping />
    </>
  );
}

function dataOf(
  table: ReturnType<typeof labNamed>['table'],
  values: Parameters<typeof SettingsPanel>[0]['values'],
) {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => table.settings[name]?.group === 'Data'),
  );
}
