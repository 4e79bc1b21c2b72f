/** Which panel stands next to the bound. */
import { useRun, useViewEntry } from '../../../store/context.ts';
import type { LabController } from '../../../store/controller.ts';
import { GRADIENT } from '../layers.ts';
import { gapIsShown } from './gap/gap.ts';

export type PanelName = 'forces' | 'gap' | 'gradient';

export function usePanel(): PanelName {
  const isGap = useViewEntry(gapIsShown);
  const isGradient = useRun(({ view }) => view.flags[GRADIENT] ?? false);
  return isGradient ? 'gradient' : isGap ? 'gap' : 'forces';
}

export function showPanel(controller: LabController, name: PanelName): void {
  controller.setEntry(gapIsShown, () => name === 'gap');
  // Links carry the flag, and hold only what differs.
  controller.setFlags({ [GRADIENT]: name === 'gradient' ? true : null });
}
