/** What the decoder makes of the probe. */
import { createStore } from 'zustand/vanilla';

/** A latent with what the decoder makes of it. */
export interface DecodedProbe {
  /** d */
  readonly latent: readonly number[];
  /** D each: mean and standard deviation. */
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** The newest answer; null before the first. The challenges read it too, hence a store. */
export const decodedStore = createStore<{ readonly decoded: DecodedProbe | null }>()(() => ({
  decoded: null,
}));
