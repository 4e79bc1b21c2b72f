import { use, useEffect, useRef, useState } from 'react';
import { rememberProgress } from '../../files/courseProgress.ts';
import type { LabTexts } from '../../labs/shared/explanation/labTexts.ts';
import { LIT_BY } from '../../labs/shared/stage/litBy.ts';
import { useController, useLab, useRun, useViewEntry } from '../../store/context.ts';
import type { Entrance } from '../../store/entrance.ts';
import type { TourStates } from '../../store/tourStates.ts';
import { Button } from '../../ui/Button.tsx';
import { useMediaQuery } from '../useMediaQuery.ts';
import { useShortcuts } from '../useShortcuts.ts';
import styles from './TourStrip.module.css';
import { leaveTour, tourActions } from './tourActions.ts';
import { tourStep } from './tourCommands.ts';

export interface TourStripProps {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
  readonly tour: Entrance['tour'];
}

/** One step of the tour below the stage: its words, and the ways on, back and out. */
export default function TourStrip({ texts, tour: statesOf }: TourStripProps) {
  const controller = useController();
  const { tour } = use(texts);
  const [states, setStates] = useState<TourStates | null>(null);
  const index = useViewEntry(tourStep) ?? 0;
  const step = tour?.[index];
  useShortcuts(tourActions(controller, statesOf, { step: index, steps: tour?.length ?? 0 }));
  const isOpen = useRun(({ phase }) => phase !== 'opening' && phase !== 'training');
  const isUnlit = useRun(({ view }) => view.highlight === null);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (states) next.current?.focus({ preventScroll: true });
  }, [states]);
  useEffect(() => {
    statesOf().then(setStates, () => {
      controller.setEntry(tourStep, () => null);
      controller.tell({
        ...{ id: 'tour', kind: 'problem' },
        text: 'The tour could not be loaded. Check the connection, and take the tour again.',
      });
    });
  }, [controller, statesOf]);
  useEffect(() => {
    if (step) void states?.show(step.state);
  }, [states, step]);
  // A formula that is pointed at lights something else meanwhile.
  useEffect(() => {
    if (step && isUnlit) controller.highlight(step.lit);
  }, [controller, step, isUnlit]);
  // Where the page scrolls, or the stage in it, the lit part may be out of sight.
  const isScrolling = useMediaQuery('(max-width: 1199px)');
  useEffect(() => {
    if (!step) return;
    controller.highlight(step.lit);
    const block = isScrolling ? 'start' : 'nearest';
    document.querySelector(`[${LIT_BY}~="${step.lit}"]`)?.scrollIntoView({ block });
    return () => controller.highlight(null);
  }, [controller, step, isScrolling]);
  useEffect(
    () =>
      controller.document.temporal.subscribe(() => {
        if (states?.isUndone()) void leaveTour(controller, statesOf);
      }),
    [controller, states, statesOf],
  );
  const { id: lab } = useLab();
  const isLast = tour !== undefined && index === tour.length - 1;
  useEffect(() => {
    if (isLast) rememberProgress(lab, { tour: true });
  }, [lab, isLast]);
  if (!tour || !step || !states) return null;
  const go = (to: number) => controller.setEntry(tourStep, () => to);
  return (
    <section aria-label="Tour" className={styles.strip}>
      <p className={styles.text} aria-live="polite">
        <span className={styles.count}>
          {index + 1} of {tour.length}
        </span>
        {step.text}
        {!isOpen && <span className={styles.wait}> Getting ready …</span>}
      </p>
      <div className={styles.ways}>
        <Button
          icon="foldLeft"
          tooltip="Page Up"
          disabled={index === 0}
          onClick={() => go(index - 1)}
        >
          Back
        </Button>
        {isLast ? (
          <Button
            ref={next}
            variant="primary"
            icon="check"
            onClick={() => void leaveTour(controller, statesOf)}
          >
            End the tour
          </Button>
        ) : (
          <Button
            ref={next}
            variant="primary"
            icon="foldRight"
            tooltip="Page Down"
            onClick={() => go(index + 1)}
          >
            Next
          </Button>
        )}
        {!isLast && (
          <Button
            variant="quiet"
            icon="close"
            tooltip="T"
            onClick={() => void leaveTour(controller, statesOf)}
          >
            Leave
          </Button>
        )}
      </div>
    </section>
  );
}
