import { useMemo } from 'react';
import { type Calendar, calendarFrom } from '../../../datasets/calendar.ts';
import { calendarOf } from '../../../datasets/dataset.ts';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import {
  useController,
  useDocument,
  useHovered,
  useRun,
  useSnapshotPart,
} from '../../../store/context.ts';
import { editsOf, type Lab, type OfKind } from '../../lab.ts';
import { inputEndSaid } from '../data/inputEnd.ts';
import type { SeriesSnapshot } from '../data/seriesSnapshot.ts';

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

/** Renders again only when one of these changes. */
export function useTimeOf<Edit extends OfKind>(
  lab: Lab<SettingsShape, Edit, SeriesSnapshot>,
  onInputEnd: Time['onInputEnd'],
): Time {
  const controller = useController();
  const row = useHovered('row');
  const steps = useSnapshotPart(lab, (snapshot) => snapshot.steps) ?? FIRST_STEPS;
  const firstRow = useSnapshotPart(lab, (snapshot) => snapshot.firstRow) ?? 0;
  const inputEnds = useSnapshotPart(lab, (snapshot) => snapshot.inputEnds);
  const edited = useDocument((document) => inputEndSaid(editsOf(lab, document)));
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
