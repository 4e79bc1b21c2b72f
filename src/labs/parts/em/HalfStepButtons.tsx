import type { HalfStep } from '../../../models/parts/emCourse.ts';
import { useController, useDocument, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { Climb } from './climb.ts';
import styles from './HalfStepButtons.module.css';

const TOOLTIPS: Readonly<Record<HalfStep, string>> = {
  e: 'E-step: each point is shared anew among the clusters; the clusters stay',
  m: 'M-step: each cluster moves to the points it is responsible for; the sharing stays',
};
const DONE: Readonly<Record<HalfStep, string>> = {
  e: 'Another E-step would change nothing: the points are shared as these clusters ask. An M-step is next.',
  m: 'Another M-step would change nothing: the clusters are the best for this sharing. An E-step is next.',
};

/** The two halves of an iteration, each a button; the one that is next stands out. */
export function HalfStepButtons({ climb }: { readonly climb: Climb | null }) {
  const controller = useController();
  const hasEdits = useDocument(({ edits }) => edits.length > 0);
  const isReady = useRun(({ phase }) => phase !== 'opening' && phase !== 'failed');
  // EM goes on from edited clusters with an E-step.
  const next = hasEdits ? 'e' : (climb?.nextHalf ?? 'e');
  const take = async (half: HalfStep) => {
    if (half !== next) {
      announce(DONE[half]);
      return;
    }
    await controller.pause();
    await controller.changeSettings({ stepKind: 'alternate' });
    await controller.step();
  };
  return (
    <fieldset aria-label="Half-steps" className={styles.halves}>
      {(['e', 'm'] as const).map((half) => (
        <Button
          key={half}
          look={half === next ? 'primary' : 'plain'}
          disabled={!isReady}
          aria-disabled={half !== next || undefined}
          tooltip={half === next ? TOOLTIPS[half] : DONE[half]}
          onClick={() => void take(half)}
        >
          {half.toUpperCase()}-step
        </Button>
      ))}
    </fieldset>
  );
}
