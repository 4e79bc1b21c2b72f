import { useMemo } from 'react';
import { useController, useHovered, useSelected } from '../../../store/context.ts';
import type { TargetKind } from '../../../store/view.ts';

/** Which thing of a kind is hovered and selected in all plots alike, and how a plot changes that. */
export function useTarget(kind: TargetKind) {
  const controller = useController();
  const handlers = useMemo(
    () => ({
      onHover: (id: number | null) => controller.hover(kind, id),
      /** A second selection of the same thing deselects it. */
      onSelect(id: number | null) {
        const isSelected = controller.run.getState().view.selected[kind] === id;
        controller.select(kind, isSelected ? null : id);
      },
    }),
    [controller, kind],
  );
  return { hovered: useHovered(kind), selected: useSelected(kind), ...handlers };
}
