/** Where in the latent space one walks, and how many samples of the prior one looks at. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface Look {
  /** The latent decoded; dimensions it does not name are 0. */
  readonly probe: readonly number[];
  /** Samples of the prior, while they are shown. */
  readonly samples: number;
  /** Which draw of them, counted from 0. */
  readonly sampleDraw: number;
  /** The probe by the decoder, once it has answered. */
  readonly decoded: DecodedProbe | null;
}

/** A latent with what the decoder makes of it. */
export interface DecodedProbe {
  /** d */
  readonly latent: readonly number[];
  /** D each: mean and standard deviation. */
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Enough to see shapes, few enough to see through. */
const FIRST_LOOK: Look = { probe: [], samples: 300, sampleDraw: 0, decoded: null };

export const SAMPLE_RANGE = { min: 1, max: 2000, step: 1, scale: 'linear', integer: true } as const;

/** For as long as the page is open: another run is looked at in the same way. */
export const lookStore = createStore<Look>()(() => FIRST_LOOK);

export function useLook<Part>(select: (look: Look) => Part): Part {
  return useStore(lookStore, select);
}

/** The probe as a latent of d dimensions. */
export const probeOf = (probe: readonly number[], dimension: number): number[] =>
  Array.from({ length: dimension }, (_, i) => probe[i] ?? 0);

/** The probe moved in the plane shown; its other coordinates stay. */
export function moveProbe(axes: readonly [number, number], to: readonly [number, number]): void {
  lookStore.setState(({ probe }) => {
    const length = Math.max(probe.length, ...axes.map((axis) => axis + 1));
    const next = probeOf(probe, length);
    axes.forEach((axis, i) => {
      next[axis] = to[i];
    });
    return { probe: next };
  });
}
