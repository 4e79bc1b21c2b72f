import { useEffect, useState } from 'react';
import { LIT_BY } from '../stage/litBy.ts';

/** The highlights that light the panel under the pointer, or with the focus; empty: no such panel. */
export function usePanelPointedAt(): readonly string[] {
  const [litBy, setLitBy] = useState('');
  useEffect(() => {
    const point = ({ target }: Event): void => {
      const panel = target instanceof Element ? target.closest(`[${LIT_BY}]`) : null;
      setLitBy(panel?.getAttribute(LIT_BY) ?? '');
    };
    const ending = new AbortController();
    const options = { signal: ending.signal };
    document.addEventListener('pointerover', point, options);
    document.addEventListener('focusin', point, options);
    return () => ending.abort();
  }, []);
  return litBy === '' ? NONE : litBy.split(' ');
}

const NONE: readonly string[] = [];
