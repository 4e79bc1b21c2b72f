import { useMemo } from 'react';
import { applyPreset, presetOf } from '../../settings/presets.ts';
import { useController, useDocument, useLab } from '../../store/context.ts';
import type { SettingsPanelProps } from '../../ui/settings/SettingsPanel.tsx';

type BoundSettings = Pick<
  SettingsPanelProps,
  'table' | 'values' | 'preset' | 'onChange' | 'onPreset'
>;

/** The lab's settings, bound to the document. */
export function useBoundSettings(): BoundSettings {
  const controller = useController();
  const values = useDocument((document) => document.settings);
  const { table } = useLab();
  const commands = useMemo(
    (): Pick<BoundSettings, 'onChange' | 'onPreset'> => ({
      onChange(name, value, { transient }) {
        if (transient) controller.draftSetting(name, value);
        else void controller.changeSettings({ [name]: value });
      },
      onPreset(id) {
        const preset = applyPreset(table, id, controller.document.getState().settings);
        if (preset.ok) void controller.changeSettings(preset.values);
      },
    }),
    [controller, table],
  );
  return { table, values, preset: presetOf(table, values), ...commands };
}
