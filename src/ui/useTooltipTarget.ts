import { useEffect, useState } from 'react';

export interface TooltipTarget {
  readonly element: Element;
  readonly text: string;
}

const DELAY = 450;
/** Within this time of the last one, the next tooltip comes at once. */
const FOLLOW_UP = 500;

/**
 * The element whose `data-tooltip` is to be shown: the mouse rests on it, the keyboard is on it,
 * or it was pressed and has `data-tooltip-on-press`. One set of listeners serves the whole page.
 */
export function useTooltipTarget(): { target: TooltipTarget | null; close: () => void } {
  const [target, setTarget] = useState<TooltipTarget | null>(null);

  useEffect(() => {
    let timer = 0;
    let closedAt = Number.NEGATIVE_INFINITY;
    let shown: Element | null = null;

    // The control may change while its tooltip is open, as Play does to Pause, or be taken away.
    const rewording = new MutationObserver(() => tell());
    const presence = new IntersectionObserver((entries) => {
      if (entries.some(({ target: at, isIntersecting }) => at === shown && !isIntersecting)) {
        show(null);
      }
    });
    const tell = () => {
      const text = shown?.getAttribute('data-tooltip');
      setTarget(shown && text ? { element: shown, text } : null);
    };
    const show = (element: Element | null) => {
      window.clearTimeout(timer);
      if (shown && !element) closedAt = performance.now();
      rewording.disconnect();
      presence.disconnect();
      shown = element;
      if (element) {
        rewording.observe(element, { attributeFilter: ['data-tooltip'] });
        presence.observe(element);
      }
      tell();
    };
    const holderOf = (event: Event) =>
      event.target instanceof Element ? event.target.closest('[data-tooltip]') : null;

    const onPointerOver = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const element = holderOf(event);
      if (element === shown) return;
      const isFollowUp = shown !== null || performance.now() - closedAt < FOLLOW_UP;
      show(null);
      if (element) timer = window.setTimeout(() => show(element), isFollowUp ? 0 : DELAY);
    };
    const onFocusIn = (event: FocusEvent) => {
      const element = holderOf(event);
      show(element?.matches(':focus-visible') ? element : null);
    };
    const onClick = (event: MouseEvent) => {
      const element = holderOf(event);
      show(element?.hasAttribute('data-tooltip-on-press') ? element : null);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') show(null);
    };
    const hide = () => show(null);

    const controller = new AbortController();
    const options = { signal: controller.signal };
    document.addEventListener('pointerover', onPointerOver, options);
    document.addEventListener('pointerdown', hide, options);
    document.addEventListener('focusin', onFocusIn, options);
    document.addEventListener('focusout', hide, options);
    document.addEventListener('click', onClick, options);
    document.addEventListener('keydown', onKeyDown, options);
    window.addEventListener('scroll', hide, { ...options, capture: true });
    return () => {
      window.clearTimeout(timer);
      rewording.disconnect();
      presence.disconnect();
      controller.abort();
    };
  }, []);

  return { target, close: () => setTarget(null) };
}
