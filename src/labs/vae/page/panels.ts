/** Which panel stands next to the bound. */
import { useRun } from '../../../store/context.ts';
import type { LabController } from '../../../store/controller.ts';
import type { View } from '../../../store/view.ts';
import { GAP, GRADIENT } from '../layers.ts';

export type PanelName = 'forces' | typeof GAP | typeof GRADIENT;

const shown = ({ flags }: Pick<View, 'flags'>): PanelName =>
  flags[GRADIENT] ? GRADIENT : flags[GAP] ? GAP : 'forces';

export const usePanel = (): PanelName => useRun(({ view }) => shown(view));

export function showPanel(controller: LabController, name: PanelName): void {
  // Links carry the flags, and hold only what differs.
  const flag = (of: PanelName) => (name === of ? true : null);
  controller.setFlags({ [GAP]: flag(GAP), [GRADIENT]: flag(GRADIENT) });
}
