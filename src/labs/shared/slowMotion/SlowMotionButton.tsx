import { useController, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { setSlowMotion } from './setSlowMotion.ts';

/** Opens and closes the lab's view in slow motion. */
export function SlowMotionButton({ children }: { readonly children: string }) {
  const controller = useController();
  const isOpen = useRun(({ view }) => view.slowMotion);
  const isReady = useRun(({ phase, snapshot }) => snapshot !== null && phase !== 'failed');
  return (
    <Button
      icon="step"
      disabled={!isReady}
      aria-pressed={isOpen}
      data-opens-slow-motion
      tooltip={`${children} (I)`}
      onClick={() => void setSlowMotion(controller, !isOpen)}
    >
      {children}
    </Button>
  );
}
