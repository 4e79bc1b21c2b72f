/** Which sample the page shows while single samples are shown. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { atEndOfVisit } from '../../../store/visits.ts';

/** Counted from 1. */
export const shownSample = createStore<{ readonly sample: number }>()(() => ({ sample: 1 }));
atEndOfVisit(() => shownSample.setState({ sample: 1 }));

export function useShownSample(): number {
  return useStore(shownSample, ({ sample }) => sample);
}
