const FOCUSABLE = '[tabindex="0"], button, input';

/**
 * A `ref` for what may be removed while it has the focus, as a mark by its Delete key: the nearest
 * mark before it in the same plot or table then has the focus, or else the first one after it.
 * Otherwise the keyboard would start at the top of the page again.
 */
export const passFocusOn = (own: Element | null) => () => {
  if (own === null || own !== document.activeElement) return;
  const around = [...(own.closest('svg, table')?.querySelectorAll(FOCUSABLE) ?? [])];
  const place = around.indexOf(own);
  // After everything that is removed together is gone.
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    const isLeft = ({ isConnected }: Element) => isConnected;
    const next = around.slice(0, place).findLast(isLeft) ?? around.find(isLeft);
    if (next instanceof HTMLElement || next instanceof SVGElement) next.focus();
  });
};
