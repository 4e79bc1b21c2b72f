import { useController, useDocument } from '../../../store/context.ts';
import { NumberSlider } from '../../../ui/NumberSlider.tsx';
import { divergencesTable } from '../settings.ts';

export type SliderSetting = 'alpha' | 'correlation' | 'logEvidence';

/** A setting that takes effect at once, on the stage: it is there when the settings are hidden. */
export default function SettingSlider({ name }: { readonly name: SliderSetting }) {
  const controller = useController();
  const value = useDocument(({ settings }) => Number(settings[name]));
  const { label, help, min, max, step, scale } = divergencesTable.settings[name];
  return (
    <NumberSlider
      {...{ label, help, min, max, step, scale, value }}
      onChange={(next) => controller.draftSetting(name, next)}
      onCommit={(next) => void controller.changeSettings({ [name]: next })}
    />
  );
}
