import { useEffect } from 'react';
import type { RunStore } from '../../store/run.ts';

/**
 * Ends the highlight under the pointer where a plot gets no event for it: during a drag, and when
 * the element under the pointer is removed. Touch has no hover: a tapped element stays highlighted.
 */
export function useHoverEnds(run: RunStore): void {
  useEffect(() => {
    const end = (event: PointerEvent): void => {
      const { hoveredRow, hoveredCluster } = run.getState();
      if (event.pointerType === 'touch' || (hoveredRow === null && hoveredCluster === null)) return;
      run.setState({ hoveredRow: null, hoveredCluster: null });
    };
    const endOutside = (event: PointerEvent): void => {
      const isOnPlot = event.target instanceof Element && event.target.closest('.plot') !== null;
      // A cluster the keyboard is on is lit as long as it has the focus.
      if (!isOnPlot && document.querySelector('.plot :focus-visible') === null) end(event);
    };
    const controller = new AbortController();
    const options = { signal: controller.signal };
    document.addEventListener('gotpointercapture', end, options);
    document.addEventListener('pointerover', endOutside, options);
    return () => controller.abort();
  }, [run]);
}
