import { useController } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { vaeTable } from '../../settings.ts';

/** The weight of the KL, which training takes up at once. */
export default function BetaSlider({ value }: { readonly value: number }) {
  const controller = useController();
  const { min, max, step, scale, help } = vaeTable.settings.klWeight;
  return (
    <NumberSlider
      label="β"
      {...{ help, min, max, step, scale, value }}
      onChange={(beta) => controller.draftSetting('klWeight', beta)}
      onCommit={(beta) => void controller.changeSettings({ klWeight: beta })}
    />
  );
}
