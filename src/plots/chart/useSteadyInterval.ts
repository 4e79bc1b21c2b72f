import { useMemo, useRef } from 'react';
import type { Interval } from './intervals.ts';
import { nextInterval } from './intervals.ts';

const NOTHING_YET: Interval = { low: -1, high: 0 };

/** Keeps the range of an axis steady between renders, see intervals.ts; a new `key` fits it again. */
export function useSteadyInterval(wanted: Interval | null, key: string): Interval {
  const memory = useRef<{ key: string; shown: Interval | null }>({ key, shown: null });
  return useMemo(() => {
    if (memory.current.key !== key) memory.current = { key, shown: null };
    if (wanted === null) return memory.current.shown ?? NOTHING_YET;
    const shown = nextInterval(memory.current.shown, wanted);
    memory.current.shown = shown;
    return shown;
  }, [wanted, key]);
}
