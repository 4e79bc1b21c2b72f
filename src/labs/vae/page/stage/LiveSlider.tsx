import { useController } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { vaeTable } from '../../settings.ts';

export interface LiveSliderProps {
  readonly name: 'klWeight' | 'importanceSamples';
  readonly label: string;
  readonly value: number;
}

/** A setting that training takes up at once. */
export default function LiveSlider({ name, label, value }: LiveSliderProps) {
  const controller = useController();
  const { min, max, step, scale, help } = vaeTable.settings[name];
  return (
    <NumberSlider
      {...{ label, help, min, max, step, scale, value }}
      integer={name === 'importanceSamples'}
      onChange={(next) => controller.draftSetting(name, next)}
      onCommit={(next) => void controller.changeSettings({ [name]: next })}
    />
  );
}
