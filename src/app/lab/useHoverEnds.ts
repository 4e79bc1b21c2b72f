import { useEffect } from 'react';
import type { RunStore } from '../../store/run.ts';

/**
 * Ends what is lit under the pointer in cases plots do not notice: the pointer has taken hold of
 * something and takes it elsewhere, or what it pointed at has gone from the page. Fingers hover
 * over nothing: what they tapped stays lit.
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
