import { useMemo } from 'react';
import { type Calendar, calendarFrom } from '../../../datasets/calendar.ts';
import { calendarOf } from '../../../datasets/dataset.ts';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import { useController, useHovered, useRun, useSnapshotPart } from '../../../store/context.ts';
import type { Lab, OfKind } from '../../lab.ts';

/** What all charts over time share: the steps shown, the one pointed at, the line where input ends. */
export interface Time {
  readonly steps: number;
  /** When they are, where that is known. */
  readonly calendar: Calendar | undefined;
  /** Counted from the first step shown. */
  readonly hovered: number | null;
  readonly onHover: (step: number | null) => void;
  /** First step without input; null: input throughout. */
  readonly inputEnd: number | null;
  readonly onInputEnd: (gesture: Gesture<number | null>) => void;
}

/** Steps there will be before the first picture says so. */
const FIRST_STEPS = 200;

/** What snapshots say of the steps shown. */
interface OverTime extends OfKind {
  readonly steps: number;
  /** Row of the data that is the first of them. */
  readonly firstRow: number;
  readonly inputEnds: number;
}

/**
 * Renders again only when one of these changes.
 *
 * @param edited first step without input, where an edit says so
 */
export function useTimeOf<Snapshot extends OverTime>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
  edited: number | null,
  onInputEnd: Time['onInputEnd'],
): Time {
  const controller = useController();
  const row = useHovered('row');
  const steps = useSnapshotPart(lab, (snapshot) => snapshot.steps) ?? FIRST_STEPS;
  const firstRow = useSnapshotPart(lab, (snapshot) => snapshot.firstRow) ?? 0;
  const inputEnds = useSnapshotPart(lab, (snapshot) => snapshot.inputEnds);
  const end = edited ?? inputEnds ?? FIRST_STEPS;
  const handlers = useMemo(
    () => ({
      onHover: (step: number | null) =>
        controller.hover('row', step === null ? null : firstRow + step),
      onInputEnd,
    }),
    [controller, firstRow, onInputEnd],
  );
  const hovered = row === null ? null : row - firstRow;
  const inputEnd = end >= steps ? null : end;
  const ofAllRows = useRun(({ dataset }) => calendarOf(dataset));
  const calendar = useMemo(
    () => ofAllRows && calendarFrom(ofAllRows, firstRow),
    [ofAllRows, firstRow],
  );
  return useMemo(
    () => ({ steps, calendar, hovered, inputEnd, ...handlers }),
    [steps, calendar, hovered, inputEnd, handlers],
  );
}
