import { type ComponentType, Suspense, useMemo } from 'react';
import type { LabParts } from '../../labs/page.ts';
import { ExportSection } from '../../labs/shared/keeping/ExportSection.tsx';
import { applyPreset, presetOf } from '../../settings/presets.ts';
import { useController, useDocument, useLab } from '../../store/context.ts';
import { SettingsPanel } from '../../ui/settings/SettingsPanel.tsx';
import { whenUsable } from '../../ui/whenUsable.ts';
import { EarlierWork } from './EarlierWork.tsx';

export interface LabSettingsProps {
  /** Settings a teacher has hidden. */
  readonly hidden: readonly string[];
  /** What belongs to the data beside the table. */
  readonly Extras: ComponentType | undefined;
  readonly exports: LabParts['exports'];
}

/** The lab's settings table as controls, bound to the document. */
export default function LabSettings({ hidden, Extras, exports }: LabSettingsProps) {
  const loaded = useMemo(() => whenUsable(exports), [exports]);
  const controller = useController();
  const values = useDocument((document) => document.settings);
  const { table } = useLab();

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
        extras={
          Extras
            ? {
                Data: (
                  <Suspense fallback={null}>
                    <Extras />
                  </Suspense>
                ),
              }
            : {}
        }
        onChange={(name, value, { transient }) => {
          if (transient) controller.draftSetting(name, value);
          else void controller.changeSettings({ [name]: value });
        }}
        onPreset={choosePreset}
      />
      <Suspense fallback={null}>
        <ExportSection exports={loaded} />
      </Suspense>
      <EarlierWork />
    </>
  );
}
