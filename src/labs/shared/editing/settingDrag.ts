/** Handles of a chart that move a setting. */
import type { ChartPoint } from '../../../plots/chart/ChartHandle.tsx';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import type { LabController } from '../../../store/controller.ts';

/** Values are put on this raster, so that links stay short. */
const RASTER = 100;

/** Moves a setting; `valueAt` says which value a place along x has. */
export type SettingDrag<Name extends string> = (
  name: Name,
  valueAt: (x: number) => number,
) => (gesture: Gesture<ChartPoint>) => void;

/** @param ranges of the numbers that can be moved, such as the settings of the lab's table */
export const settingDrags =
  <Name extends string>(
    controller: LabController,
    ranges: Readonly<Record<Name, { readonly min: number; readonly max: number }>>,
  ): SettingDrag<Name> =>
  (name, valueAt) =>
  ({ phase, at: [x] }: Gesture<ChartPoint>): void => {
    const { min, max } = ranges[name];
    const value = Math.min(max, Math.max(min, Math.round(valueAt(x) * RASTER) / RASTER));
    if (phase === 'start') return;
    if (phase === 'move') controller.draftSetting(name, value);
    else if (phase === 'end') void controller.changeSettings({ [name]: value });
    else void controller.changeSettings({ [name]: controller.document.getState().settings[name] });
  };
