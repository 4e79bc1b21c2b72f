import { useMemo } from 'react';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import { useController, useHovered } from '../../../store/context.ts';

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
export const FIRST_STEPS = 200;

/**
 * @param snapshot how many steps are shown, and the row of the data that is the first of them
 * @param end first step without input
 */
export function useTimeOf(
  snapshot: { readonly steps: number; readonly firstRow: number } | null,
  end: number,
  onInputEnd: Time['onInputEnd'],
): Time {
  const controller = useController();
  const row = useHovered('row');
  const steps = snapshot?.steps ?? FIRST_STEPS;
  const firstRow = snapshot?.firstRow ?? 0;
  const handlers = useMemo(
    () => ({
      onHover: (step: number | null) =>
        controller.hover('row', step === null ? null : firstRow + step),
      onInputEnd,
    }),
    [controller, firstRow, onInputEnd],
  );
  return {
    steps,
    hovered: row === null ? null : row - firstRow,
    inputEnd: end >= steps ? null : end,
    ...handlers,
  };
}
