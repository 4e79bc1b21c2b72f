import { memo } from 'react';
import { useController, useDocument } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { settingsOf } from '../../../lab.ts';
import { meanField } from '../../lab.ts';
import { planeSettings } from '../../planeSettings.ts';

export type TargetSetting = 'correlation' | 'bend' | 'separation' | 'brush';

/** The setting that a target is turned by, next to it. Sliders are fetched after the first picture. */
export default memo(function TargetDial({ name }: { readonly name: TargetSetting }) {
  const controller = useController();
  const value = useDocument((document) => settingsOf(meanField, document)[name]);
  return (
    <NumberSlider
      {...planeSettings[name]}
      value={value}
      onChange={(next) => controller.draftSetting(name, next)}
      onCommit={(next) => void controller.changeSettings({ [name]: next })}
    />
  );
});
