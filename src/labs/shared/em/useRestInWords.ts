import { useEffect, useRef } from 'react';
import { useRun } from '../../../store/context.ts';
import { announce } from '../../../ui/LiveRegion.tsx';

/** Says why playing has ended by itself. */
export function useRestInWords(isConverged: boolean): void {
  const isPlaying = useRun(({ phase }) => phase === 'playing');
  const wasPlaying = useRef(false);
  useEffect(() => {
    if (wasPlaying.current && !isPlaying && isConverged) {
      announce('EM has converged: nothing moves any more.');
    }
    wasPlaying.current = isPlaying;
  }, [isPlaying, isConverged]);
}
