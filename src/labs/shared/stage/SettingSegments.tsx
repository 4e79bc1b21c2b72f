import { useController, useDocument } from '../../../store/context.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { type Lab, settingsOf } from '../../lab.ts';

interface SettingSegmentsProps {
  readonly of: Lab;
  /** A choice of its settings. */
  readonly name: string;
  readonly label: string;
}

/** A choice of the settings as a row of buttons over the plots. */
export function SettingSegments({ of, name, label }: SettingSegmentsProps) {
  const controller = useController();
  const value = useDocument((document) => settingsOf(of, document)[name]);
  const setting = of.table.settings[name];
  if (setting?.kind !== 'choice') return null;
  return (
    <Segmented
      label={label}
      value={String(value)}
      segments={setting.options.map((option) => ({ ...option, tooltip: option.help }))}
      onChange={(next) => void controller.changeSettings({ [name]: next })}
    />
  );
}
