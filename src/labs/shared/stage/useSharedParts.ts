import { useMemo, useRef } from 'react';
import { sharedParts } from '../../../store/sharedParts.ts';

/** What a page makes of a snapshot, sharing parts as snapshots themselves do (`sharedParts`). */
export function useSharedParts<Data>(next: Data): Data {
  const last = useRef<unknown>(null);
  return useMemo(() => {
    const shared = sharedParts(last.current, next);
    last.current = shared;
    return shared;
  }, [next]);
}
