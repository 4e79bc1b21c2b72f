/** Fixes the handles of the stage: no pointer or key moves them, and Tab passes them by. */

const HANDLES = '.plot [role="slider"], .plot input[type="range"]';

/** Holds the `tabindex` that a handle had before it was fixed. */
const HAD = 'data-fixed';

/** Fixes the handles on the page and those that appear later. Returns a function that frees them. */
export function fixHandles(page: HTMLElement): () => void {
  const fix = (): void => {
    for (const handle of page.querySelectorAll(`:is(${HANDLES}):not([${HAD}])`)) {
      handle.setAttribute(HAD, handle.getAttribute('tabindex') ?? '0');
      handle.setAttribute('tabindex', '-1');
      handle.setAttribute('aria-disabled', 'true');
    }
  };
  fix();
  const observer = new MutationObserver(fix);
  observer.observe(page, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const handle of page.querySelectorAll(`[${HAD}]`)) {
      handle.setAttribute('tabindex', handle.getAttribute(HAD) ?? '0');
      handle.removeAttribute('aria-disabled');
      handle.removeAttribute(HAD);
    }
  };
}
