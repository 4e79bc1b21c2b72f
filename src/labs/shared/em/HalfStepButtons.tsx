import { useController, useDocument, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import type { HalfStep } from '../engine/emCourse.ts';
import type { Ascent } from './ascent.ts';
import styles from './HalfStepButtons.module.css';
import { NOTHING_TO_DO, nextHalfOf, takeHalfStep } from './halfStepping.ts';

const TOOLTIPS: Readonly<Record<HalfStep, string>> = {
  e: 'E-step (E): updates the responsibilities; the clusters stay',
  m: 'M-step (M): updates the clusters; the responsibilities stay',
};

/**
 * The two halves of an iteration, each a button; the one that is next stands out. While EM plays
 * neither does: they would blink.
 */
export function HalfStepButtons({ ascent }: { readonly ascent: Ascent | null }) {
  const controller = useController();
  const hasEdits = useDocument(({ edits }) => edits.length > 0);
  const isReady = useRun(({ phase }) => phase !== 'opening' && phase !== 'failed');
  const isPlaying = useRun(({ phase }) => phase === 'playing' || phase === 'training');
  const next = nextHalfOf(ascent, hasEdits);
  return (
    <fieldset aria-label="Half-steps" className={styles.halves}>
      {(['e', 'm'] as const).map((half) => {
        const isNext = half === next;
        const wouldWork = isPlaying || isNext;
        return (
          <Button
            key={half}
            variant={isNext && !isPlaying ? 'primary' : 'plain'}
            disabled={!isReady}
            aria-disabled={!wouldWork || undefined}
            tooltip={wouldWork ? TOOLTIPS[half] : NOTHING_TO_DO[half]}
            onClick={() => void takeHalfStep(controller, half)}
          >
            {half.toUpperCase()}-step
          </Button>
        );
      })}
    </fieldset>
  );
}
