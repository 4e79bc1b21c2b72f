/** How many samples of the model the page looks at, and which. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface Look {
  /** Samples the prediction is the mean of, at least 1. */
  readonly samples: number;
  /** The one shown while single samples are, counted from 1 to `samples`. */
  readonly sample: number;
}

const FIRST_LOOK: Look = { samples: 50, sample: 1 };

/** For as long as the page is open: another run is looked at in the same way. */
export const lookStore = createStore<Look>()(() => FIRST_LOOK);

export function useLook<Part>(select: (look: Look) => Part): Part {
  return useStore(lookStore, select);
}
