import { useEffect } from 'react';
import { useController, useRun } from '../../../../store/context.ts';
import { setSlowMotion } from '../../../shared/slowMotion/setSlowMotion.ts';

/** The flag by which links open the tracking example. */
export const TRACKING = 'tracking';

/** Whether the tracking example stands in place of the stage; a link can open it, and carries it. */
export function useLinkedTracking(): boolean {
  const controller = useController();
  const isOpen = useRun(({ slowMotion }) => slowMotion);
  const isLinked = useRun(({ view }) => view[TRACKING] === true);
  const isReady = useRun(({ snapshot }) => snapshot !== null);

  useEffect(() => {
    const { slowMotion } = controller.run.getState();
    if (isLinked && isReady && !slowMotion) void setSlowMotion(controller, true);
  }, [controller, isLinked, isReady]);

  useEffect(() => {
    if (!isOpen) return;
    controller.setFlags({ [TRACKING]: true });
    return () => controller.setFlags({ [TRACKING]: null });
  }, [controller, isOpen]);

  return isOpen;
}
