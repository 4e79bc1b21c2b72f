import { useMemo, useRef } from 'react';

/**
 * What an axis or a scale shows of a stream of wishes: `next` decides whether a wish changes what
 * is shown. A new `key` starts again, with nothing shown.
 *
 * @param next stays the same from one render to the next
 */
export function useSteady<Wish, Shown>(
  wanted: Wish,
  key: string | number,
  next: (shown: Shown | null, wanted: Wish) => Shown,
): Shown {
  const memory = useRef<{ key: string | number; shown: Shown | null }>({ key, shown: null });
  return useMemo(() => {
    if (memory.current.key !== key) memory.current = { key, shown: null };
    const shown = next(memory.current.shown, wanted);
    memory.current.shown = shown;
    return shown;
  }, [wanted, key, next]);
}
