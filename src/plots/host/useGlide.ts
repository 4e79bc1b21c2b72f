import { useLayoutEffect, useMemo, useRef, useState } from 'react';

const GLIDE_MS = 300;

export const prefersReducedMotion = (): boolean =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export interface Flight {
  readonly from: ArrayLike<number>;
  /** 0..1, eased. */
  readonly progress: number;
}

/** Slow at both ends: cubic up to the middle, and the same backwards from there. */
const easeInOut = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - 4 * (1 - t) ** 3);

/** from + progress * (to - from) in a new array: a changed identity is what makes plots repaint. */
export function interpolate(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  progress: number,
): Float32Array {
  const between = new Float32Array(to.length);
  for (let i = 0; i < to.length; i++) between[i] = from[i] + progress * (to[i] - from[i]);
  return between;
}

/**
 * Tells at each display frame how far a glide from `from` has come, and null when it is over.
 * Where the person prefers less motion there is none, and nothing is told. Returns what ends it early.
 */
export function startGlide(
  from: ArrayLike<number>,
  onFlight: (flight: Flight | null) => void,
): () => void {
  if (prefersReducedMotion()) return () => undefined;
  const start = performance.now();
  let request = 0;
  const tick = (): void => {
    const t = Math.min(1, (performance.now() - start) / GLIDE_MS);
    onFlight(t < 1 ? { from, progress: easeInOut(t) } : null);
    if (t < 1) request = requestAnimationFrame(tick);
  };
  tick();
  return () => {
    cancelAnimationFrame(request);
    onFlight(null);
  };
}

/**
 * Numbers that glide to their new values when `key` changes (a reset, a released edit)
 * and follow at once when only the values change (streaming frames of training).
 * Returns `target` itself while nothing moves. Arrays of another length are not glided to.
 */
export function useGlide(target: ArrayLike<number>, key: string | number): ArrayLike<number> {
  const [flight, setFlight] = useState<Flight | null>(null);
  const shown = useRef(target);
  const lastKey = useRef(key);

  const current = useMemo(
    () =>
      flight !== null && flight.from.length === target.length
        ? interpolate(flight.from, target, flight.progress)
        : target,
    [flight, target],
  );

  useLayoutEffect(() => {
    if (lastKey.current === key) return;
    lastKey.current = key;
    return startGlide(Float32Array.from(shown.current), setFlight);
  }, [key]);

  // After the effect above, which needs what the previous frame showed.
  useLayoutEffect(() => {
    shown.current = current;
  });

  return current;
}
