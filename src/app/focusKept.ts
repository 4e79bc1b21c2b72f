import { focusMain } from './usePageFocus.ts';

const CONTROLS =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';
/** Parts so large that their first control would be somewhere else altogether. */
const LARGE = 'body, main, aside, [data-stage-part="stage"]';

/**
 * When what has the focus goes from the page, as a button does whose press puts another in its
 * place, the focus goes to what is there now. The browser would drop it, and a screen reader start
 * again at the top.
 */
export function keepFocus(signal: AbortSignal): void {
  let focused: Element | null = null;
  let around: readonly Element[] = [];
  const note = ({ target }: FocusEvent): void => {
    focused = target instanceof Element ? target : null;
    around = ancestorsOf(focused);
  };
  const forget = ({ target }: FocusEvent): void => {
    // Some browsers send this event while the element is being removed; it is gone soon after.
    queueMicrotask(() => {
      if (focused === target && focused?.isConnected) focused = null;
    });
  };
  const keep = (): void => {
    if (focused === null || focused.isConnected) return;
    focused = null;
    if (document.activeElement === null || document.activeElement === document.body) {
      focusWithin(around.find((element) => element.isConnected));
    }
  };
  const changes = new MutationObserver(keep);
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note, { signal });
  document.addEventListener('focusout', forget, { signal });
  signal.addEventListener('abort', () => changes.disconnect());
}

function ancestorsOf(element: Element | null): readonly Element[] {
  const ancestors: Element[] = [];
  for (let next = element?.parentElement; next; next = next.parentElement) ancestors.push(next);
  return ancestors;
}

function focusWithin(place: Element | undefined): void {
  const control = place?.matches(LARGE) ? null : place?.querySelector<HTMLElement>(CONTROLS);
  if (control) control.focus();
  else focusMain();
}
