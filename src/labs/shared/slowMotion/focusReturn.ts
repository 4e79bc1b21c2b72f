import { type RefObject, useLayoutEffect, useRef } from 'react';
import { openedFrom } from './setSlowMotion.ts';

/** Takes the focus on appearing and gives it back, on going, to what had it before. */
export function useFocusReturn(): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const view = element.current;
    view?.focus({ preventScroll: true });
    view?.scrollIntoView({ block: 'start' });
    return () => {
      // With Play, or with the way to another lab, the focus has gone on already.
      if (!view?.contains(document.activeElement)) return;
      const main = document.querySelector('main');
      main?.focus({ preventScroll: true });
      // The stage is drawn again by the next display frame.
      requestAnimationFrame(() => {
        if (document.activeElement === main) giveBack();
      });
    };
  }, []);
  return element;
}

function giveBack(): void {
  const opener = openedFrom();
  const candidates = [
    ...(opener?.isConnected ? [opener] : []),
    ...sameName(opener),
    document.querySelector('[data-opens-slow-motion]'),
  ];
  for (const candidate of candidates) {
    if (candidate instanceof HTMLElement || candidate instanceof SVGElement) candidate.focus();
    // What is hidden, as the button is in a presented lab, takes no focus.
    if (document.activeElement === candidate) return;
  }
}

/** What the stage draws in place of an element it has drawn before: a cluster, for one. */
function sameName(element: Element | null): Iterable<Element> {
  const name = element?.getAttribute('aria-label');
  return name ? document.querySelectorAll(`[aria-label="${CSS.escape(name)}"]`) : [];
}
