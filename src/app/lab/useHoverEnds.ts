import { useEffect } from 'react';
import type { LabController } from '../../store/controller.ts';
import { whenUsable } from '../../ui/whenUsable.ts';

/** See `endHovers`, which is loaded after the first picture. */
export function useHoverEnds(controller: LabController): void {
  useEffect(() => {
    const ending = new AbortController();
    void whenUsable(() => import('./hoverEnds.ts')).then(({ endHovers }) =>
      endHovers(controller, ending.signal),
    );
    return () => ending.abort();
  }, [controller]);
}
