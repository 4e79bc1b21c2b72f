/** Handles of the stage that cannot be moved: by pointer, by keys, or on the way of the Tab key. */

const HANDLES = '.plot [role="slider"], .plot input[type="range"]';

/** What a handle had in place of `tabindex="-1"`. */
const HAD = 'data-fixed';

/** Fixes those that are there and those that come. Returns what gives them back. */
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
