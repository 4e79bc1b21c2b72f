import { useEffect, useState } from 'react';
import { onDevice } from '../../files/onDevice.ts';
import type { LabParts } from '../../labs/page.ts';
import { useController, useDocument, useRun, useViewEntry } from '../../store/context.ts';
import { IconButton } from '../../ui/Button.tsx';
import { tourStep } from '../tour/tourCommands.ts';
import { focusMain } from '../usePageFocus.ts';
import styles from './FirstStep.module.css';
import { isFirstStepKnown, rememberFirstStep } from './firstStepMemory.ts';

export interface FirstStepProps {
  readonly lab: string;
  readonly firstStep: LabParts['firstStep'];
}

/**
 * What to do first, in one line. It goes when that is done or the line is put away, and later
 * visits do not show it. Its room stays until then, so that nothing moves.
 */
export function FirstStep({ lab, firstStep }: FirstStepProps) {
  const { run } = useController();
  const [hasRoom] = useState(() => !isFirstStepKnown(onDevice, lab));
  const [isHidden, setIsHidden] = useState(false);
  const isDone = useDocument((document) => {
    const state = run.getState();
    return state.snapshot !== null && firstStep.isDone(document, state);
  });
  const text = useDocument((document) =>
    typeof firstStep.text === 'string' ? firstStep.text : firstStep.text(document),
  );
  const isStageAway = useRun(({ view }) => view.slowMotion);
  const isOnTour = useViewEntry(tourStep) !== null;
  const isKnown = isHidden || isDone;
  useEffect(() => {
    if (isKnown) rememberFirstStep(onDevice, lab);
  }, [isKnown, lab]);
  // What is undone afterwards does not bring the line back.
  if (isDone && !isHidden) setIsHidden(true);
  if (!hasRoom) return null;
  return (
    <div className={styles.line} data-hidden={isKnown || isStageAway || isOnTour || undefined}>
      <p className={styles.text}>{text}</p>
      <IconButton
        icon="close"
        size="small"
        className={styles.hide}
        label="Hide this hint"
        onClick={() => {
          setIsHidden(true);
          focusMain();
        }}
      />
    </div>
  );
}
