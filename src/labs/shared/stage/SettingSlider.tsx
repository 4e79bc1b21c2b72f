import { useController, useDocument } from '../../../store/context.ts';
import { NumberSlider, type NumberSliderProps } from '../../../ui/NumberSlider.tsx';

interface SettingSliderProps extends Omit<NumberSliderProps, 'value' | 'onChange' | 'onCommit'> {
  /** In the settings of the document. */
  readonly name: string;
}

/**
 * A number of the settings on the stage, where it is when the settings are hidden; it takes effect at
 * once. Give it the entry of the table: `<SettingSlider name="alpha" {...table.settings.alpha} />`.
 */
export default function SettingSlider({ name, ...setting }: SettingSliderProps) {
  const controller = useController();
  const value = useDocument(({ settings }) => Number(settings[name]));
  return (
    <NumberSlider
      {...setting}
      value={value}
      onChange={(next) => controller.draftSetting(name, next)}
      onCommit={(next) => void controller.changeSettings({ [name]: next })}
    />
  );
}
