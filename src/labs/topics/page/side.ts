import { useRun } from '../../../store/context.ts';
import type { LabController } from '../../../store/controller.ts';
import { SIDES, type Side } from '../views.ts';

/** What the reader shows: by flags of the view, so that links carry it. */
export const useSide = (): Side =>
  useRun(({ view }) => SIDES.find((side) => view.flags[side])) ?? 'document';

/** Shows a document or a topic in the reader: it was chosen somewhere else. */
export const show = (controller: LabController, its: Side): void =>
  controller.setFlags(Object.fromEntries(SIDES.map((side) => [side, side === its ? true : null])));
