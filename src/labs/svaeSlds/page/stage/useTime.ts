import { useMemo } from 'react';
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import { useController, useHovered, useSnapshot } from '../../../../store/context.ts';
import { svaeSlds } from '../../lab.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';
import { editsOfKind, useEdits } from '../editing/useEdits.ts';

/** What all charts over time share: the steps shown, the one pointed at, the line where input ends. */
export interface Time {
  readonly steps: number;
  /** Counted from the first step shown. */
  readonly hovered: number | null;
  readonly onHover: (step: number | null) => void;
  /** First step without input; null: input throughout. */
  readonly inputEnd: number | null;
  readonly onInputEnd: (gesture: Gesture<number | null>) => void;
}

/** Steps there will be before the first picture says so. */
const FIRST_STEPS = 200;

export function useTime(): Time {
  const controller = useController();
  const snapshot = useSnapshot(svaeSlds);
  const edited = editsOfKind(useEdits(), 'setInputEnd').at(0)?.step;
  const editing = useSldsEditing();
  const row = useHovered('row');
  const steps = snapshot?.steps ?? FIRST_STEPS;
  const firstRow = snapshot?.firstRow ?? 0;
  const end = edited ?? snapshot?.inputEnds ?? steps;
  const handlers = useMemo(
    () => ({
      onHover: (step: number | null) =>
        controller.hover('row', step === null ? null : firstRow + step),
      onInputEnd: editing.moveInputEnd,
    }),
    [controller, firstRow, editing],
  );
  return {
    steps,
    hovered: row === null ? null : row - firstRow,
    inputEnd: end >= steps ? null : end,
    ...handlers,
  };
}
