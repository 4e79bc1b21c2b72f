import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus on appearing and gives it back, on going, to where it was. */
export function useFocusReturn(): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'start' });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return element;
}
