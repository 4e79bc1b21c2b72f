import { type RefObject, useEffect } from 'react';
import { announce } from '../ui/LiveRegion.tsx';

export const MAIN_ID = 'main';

export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}

/**
 * Names the document and, when one page takes another's place, puts the focus at its beginning and
 * says its name, as the browser does for a page it loads. `shownPath` outlives the pages; used
 * within their Suspense boundary, so that a page still loading is not entered.
 */
export function usePageFocus(path: string, title: string, shownPath: RefObject<string>): void {
  useEffect(() => {
    document.title = title;
    if (shownPath.current === path) return;
    shownPath.current = path;
    window.scrollTo(0, 0);
    focusMain();
    announce(title);
  }, [path, title, shownPath]);
}
