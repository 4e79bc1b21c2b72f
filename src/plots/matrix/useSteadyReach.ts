import { useMemo, useRef } from 'react';

/** Values this much smaller than the scale leave too little of it. */
const ROOMY = 0.4;

/**
 * The end of a scale that does not follow every change of the values: it grows at once and
 * shrinks only when they use little of it. A new `key` fits it again.
 */
export function useSteadyReach(wanted: number, key: string | number): number {
  const memory = useRef<{ key: string | number; shown: number }>({ key, shown: wanted });
  return useMemo(() => {
    const { shown } = memory.current;
    const keeps = memory.current.key === key && wanted <= shown && wanted >= ROOMY * shown;
    memory.current = { key, shown: keeps ? shown : wanted };
    return memory.current.shown;
  }, [wanted, key]);
}
