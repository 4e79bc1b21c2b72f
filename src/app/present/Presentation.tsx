import { Suspense, useEffect } from 'react';
import FormulaStrip from '../../labs/shared/explanation/FormulaStrip.tsx';
import type { LabTexts } from '../../labs/shared/explanation/labTexts.ts';
import { useViewEntry } from '../../store/context.ts';
import { command, followAddress } from '../lesson/lessonStore.ts';
import { NotesStrip } from '../lesson/NotesStrip.tsx';
import { openNotesWindow } from '../lesson/secondWindow.ts';
import { tourStep } from '../tour/tourCommands.ts';
import { useShortcuts } from '../useShortcuts.ts';
import { rowActions, WINDOW_KEYS } from './presentKeys.ts';
import { usePresentMode } from './presentMode.ts';

export interface PresentationProps {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
  /** The address of what is open, from "#" on. */
  readonly link: string;
}

/** What goes with a presentation: formulas, and the notes of the lesson, below the stage. */
export default function Presentation({ texts, link }: PresentationProps) {
  const { presenting, formula, notes } = usePresentMode();
  const isOnTour = useViewEntry(tourStep) !== null;
  useEffect(() => followAddress(link), [link]);
  useShortcuts([
    // A tour has the same keys.
    ...(isOnTour ? [] : rowActions(command)),
    { id: 'notes-window', ...WINDOW_KEYS, run: openNotesWindow },
  ]);
  return (
    <>
      {presenting && formula && (
        <Suspense fallback={null}>
          <FormulaStrip texts={texts} />
        </Suspense>
      )}
      {notes === 'below' && <NotesStrip />}
    </>
  );
}
