import { useController } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import type { NumberRange } from '../../../../ui/numbers.ts';

export interface BetaSliderProps {
  readonly range: NumberRange & { readonly help: string };
  readonly value: number;
}

/** The weight of the KL, which training takes up at once. */
export function BetaSlider({ range, value }: BetaSliderProps) {
  const controller = useController();
  const { min, max, step, scale, help } = range;
  return (
    <NumberSlider
      label="β"
      help={help}
      {...{ min, max, step, scale, value }}
      onChange={(beta) => controller.draftSetting('klWeight', beta)}
      onCommit={(beta) => void controller.changeSettings({ klWeight: beta })}
    />
  );
}
