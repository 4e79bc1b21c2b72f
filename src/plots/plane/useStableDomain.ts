import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useGlide } from '../host/useGlide.ts';
import type { Extent, SquareDomain } from './domain.ts';
import { EMPTY_DOMAIN, fitDomain, nextDomain } from './domain.ts';

/**
 * The domain a plot shows for a stream of extents: see domain.ts for when it changes.
 * Changes glide. While `frozen` (something in the plot is being dragged) it stays.
 * A new `key` (a reset, other data) fits it again.
 */
export function useStableDomain(
  extent: Extent | null,
  key: string | number,
  frozen: boolean,
): SquareDomain {
  const [state, setState] = useState(() => ({
    domain: extent === null ? EMPTY_DOMAIN : fitDomain(extent),
    roomySince: null as number | null,
  }));
  const [revision, setRevision] = useState(0);
  const fitted = useRef<string | number | null>(extent === null ? null : key);

  useLayoutEffect(() => {
    if (extent === null || frozen) return;
    const anew = fitted.current !== key;
    fitted.current = key;
    const next = anew
      ? { domain: fitDomain(extent), roomySince: null }
      : nextDomain(state, extent, performance.now());
    if (next === state) return;
    const { domain } = next;
    const same =
      domain.x === state.domain.x &&
      domain.y === state.domain.y &&
      domain.half === state.domain.half;
    if (same && next.roomySince === state.roomySince) return;
    setState(next);
    if (!same) setRevision((count) => count + 1);
  }, [extent, key, frozen, state]);

  const { x, y, half } = state.domain;
  const packed = useGlide(
    useMemo(() => [x, y, half], [x, y, half]),
    revision,
  );
  const [shownX, shownY, shownHalf] = [packed[0], packed[1], packed[2]];
  return useMemo(() => ({ x: shownX, y: shownY, half: shownHalf }), [shownX, shownY, shownHalf]);
}
