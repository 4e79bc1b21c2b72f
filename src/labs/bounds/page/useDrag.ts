import { useMemo } from 'react';
import { useController } from '../../../store/context.ts';
import { type SettingDrag, settingDrags } from '../../shared/editing/settingDrag.ts';
import { boundsTable } from '../settings.ts';

const { x, mean, sd, samples } = boundsTable.settings;
const MOVED = { x, mean, sd, samples };

export type Dragged = keyof typeof MOVED;

/** Moves what can be dragged of one datum. */
export function useDrag(): SettingDrag<Dragged> {
  const controller = useController();
  return useMemo(() => settingDrags(controller, MOVED), [controller]);
}
