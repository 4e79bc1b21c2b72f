/** Which sample the page shows while single samples are shown. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Counted from 1; for as long as the page is open. */
export const shownSample = createStore<{ readonly sample: number }>()(() => ({ sample: 1 }));

export function useShownSample(): number {
  return useStore(shownSample, ({ sample }) => sample);
}
