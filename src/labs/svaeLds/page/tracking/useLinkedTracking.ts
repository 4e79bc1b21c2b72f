import { useEffect } from 'react';
import { useController, useRun } from '../../../../store/context.ts';
import { setSlowMotion } from '../../../shared/slowMotion/setSlowMotion.ts';
import { TRACKING } from '../../layers.ts';

/** A link can open the tracking example in place of the stage, and carries it. */
export function useLinkedTracking(): void {
  const controller = useController();
  const isOpen = useRun(({ view }) => view.slowMotion);
  const isLinked = useRun(({ view }) => view.flags[TRACKING] === true);
  const isReady = useRun(({ snapshot }) => snapshot !== null);

  useEffect(() => {
    const { slowMotion } = controller.run.getState().view;
    if (isLinked && isReady && !slowMotion) void setSlowMotion(controller, true);
  }, [controller, isLinked, isReady]);

  useEffect(() => {
    if (!isOpen) return;
    controller.setFlags({ [TRACKING]: true });
    return () => controller.setFlags({ [TRACKING]: null });
  }, [controller, isOpen]);
}
