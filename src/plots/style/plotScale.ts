import type { RefObject } from 'react';
import { useSyncExternalStore } from 'react';
import type { Screen } from '../plane/coordinates.ts';
import { screen } from '../plane/coordinates.ts';

/**
 * How much larger than drawn plots are shown. The page says so in `--plot-scale` while it presents:
 * plots are laid out in fewer pixels, and everything in them, type, marks and lines, is enlarged.
 */
let scale = 1;
const listeners = new Set<() => void>();
let watch: MutationObserver | null = null;

function read(): void {
  const { documentElement } = document;
  const now = Number(getComputedStyle(documentElement).getPropertyValue('--plot-scale')) || 1;
  if (now === scale) return;
  scale = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (watch === null) {
    watch = new MutationObserver(read);
    watch.observe(document.documentElement, { attributeFilter: ['data-present'] });
    // Narrow windows present at another scale.
    window.addEventListener('resize', read);
    read();
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Pixels of the page per pixel of a plot. */
export const plotScale = (): number => scale;

/** The same, followed. */
export function usePlotScale(): number {
  return useSyncExternalStore(subscribe, plotScale, plotScale);
}

/** Where a pointer is over a plot, in the plot's pixels. */
export function placeInPlot(
  host: RefObject<Element | null>,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Screen {
  const box = host.current?.getBoundingClientRect();
  return screen((clientX - (box?.left ?? 0)) / scale, (clientY - (box?.top ?? 0)) / scale);
}
