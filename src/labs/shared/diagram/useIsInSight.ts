import { type RefObject, useEffect, useState } from 'react';

/** Whether any of an element can be seen: it may be scrolled away, folded or hidden. */
export function useIsInSight(ref: RefObject<Element | null>): boolean {
  const [isInSight, setIsInSight] = useState(true);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      setIsInSight(entries.some(({ isIntersecting }) => isIntersecting));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return isInSight;
}
