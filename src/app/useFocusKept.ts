import { useEffect } from 'react';
import { whenUsable } from '../ui/whenUsable.ts';

/** See `keepFocus`, which is loaded after the first picture. */
export function useFocusKept(): void {
  useEffect(() => {
    const ending = new AbortController();
    void whenUsable(() => import('./focusKept.ts')).then(({ keepFocus }) =>
      keepFocus(ending.signal),
    );
    return () => ending.abort();
  }, []);
}
