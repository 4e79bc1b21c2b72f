import { Suspense, useEffect, useState } from 'react';
import { ChallengeStrip } from '../../labs/shared/challenges/ChallengeStrip.tsx';
import FormulaStrip from '../../labs/shared/explanation/FormulaStrip.tsx';
import type { LabTexts } from '../../labs/shared/explanation/labTexts.ts';
import { useViewEntry } from '../../store/context.ts';
import { command, followAddress } from '../lesson/lessonStore.ts';
import { NotesStrip } from '../lesson/NotesStrip.tsx';
import { openNotesWindow } from '../lesson/secondWindow.ts';
import { tourStep } from '../tour/tourCommands.ts';
import { useShortcuts } from '../useShortcuts.ts';
import { CHALLENGE_KEYS, rowActions, WINDOW_KEYS } from './presentKeys.ts';
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
  const [challenge, setChallenge] = useState<'hidden' | 'task' | 'answer'>('hidden');
  useEffect(() => followAddress(link), [link]);
  useShortcuts([
    // A tour has the same keys.
    ...(isOnTour ? [] : rowActions(command)),
    {
      id: 'challenge',
      ...CHALLENGE_KEYS,
      enabled: presenting,
      run: () => setChallenge(challenge === 'task' ? 'answer' : 'task'),
    },
    { id: 'notes-window', ...WINDOW_KEYS, run: openNotesWindow },
  ]);
  return (
    <>
      {presenting && formula && (
        <Suspense fallback={null}>
          <FormulaStrip texts={texts} />
        </Suspense>
      )}
      {presenting && challenge !== 'hidden' && (
        <Suspense fallback={null}>
          <ChallengeStrip
            texts={texts}
            isAnswerShown={challenge === 'answer'}
            onAnswer={(isShown) => setChallenge(isShown ? 'answer' : 'task')}
            onClose={() => setChallenge('hidden')}
          />
        </Suspense>
      )}
      {notes === 'below' && <NotesStrip />}
    </>
  );
}
