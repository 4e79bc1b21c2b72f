import { useController, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { setSlowMotion } from './slowMotion.ts';

/** Opens and closes the view of one iteration. */
export function SlowMotionButton() {
  const controller = useController();
  const isOpen = useRun((state) => state.slowMotion);
  const isReady = useRun(({ phase, snapshot }) => snapshot !== null && phase !== 'failed');
  return (
    <Button
      icon="step"
      disabled={!isReady}
      aria-pressed={isOpen}
      onClick={() => void setSlowMotion(controller, !isOpen)}
    >
      Look inside one iteration
    </Button>
  );
}
