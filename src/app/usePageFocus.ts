import { useEffect, useRef } from 'react';
import { announce } from '../ui/LiveRegion.tsx';

export const MAIN_ID = 'main';

export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}

/**
 * Names the document and, when one page takes another's place, puts the focus at its beginning and
 * says its name, as the browser does for a page it loads.
 */
export function usePageFocus(path: string, title: string): void {
  const shownPath = useRef(path);
  useEffect(() => {
    document.title = title;
    if (shownPath.current === path) return;
    shownPath.current = path;
    window.scrollTo(0, 0);
    focusMain();
    announce(title);
  }, [path, title]);
}
