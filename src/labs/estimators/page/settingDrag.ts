/** Handles of a chart that move a setting. */
import type { ChartPoint } from '../../../plots/chart/ChartHandle.tsx';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import type { LabController } from '../../../store/controller.ts';
import { type EstimatorsSettings, estimatorsTable } from '../settings.ts';

type Dragged = 'mean' | 'sd' | 'theta';

/** Values are put on this raster, so that links stay short. */
const RASTER = 100;

/** Moves a setting; `valueAt` says which value a place along x has. */
export type SettingDrag = (
  name: Dragged,
  valueAt: (x: number) => number,
) => (gesture: Gesture<ChartPoint>) => void;

export const settingDrags =
  (controller: LabController): SettingDrag =>
  (name, valueAt) =>
  ({ phase, at: [x] }: Gesture<ChartPoint>): void => {
    const { min, max } = estimatorsTable.settings[name];
    const value = Math.min(max, Math.max(min, Math.round(valueAt(x) * RASTER) / RASTER));
    if (phase === 'start') return;
    if (phase === 'move') controller.draftSetting(name, value);
    else if (phase === 'end') void controller.changeSettings({ [name]: value });
    else void controller.changeSettings({ [name]: inForce(controller)[name] });
  };

const inForce = (controller: LabController) =>
  controller.document.getState().settings as EstimatorsSettings;
