import type { Layers } from './layers.ts';

/** What every lab of EM draws or leaves out. */
export const emLayers = {
  responsibilities: {
    label: 'Responsibilities',
    help: 'Each point has the mark of its most likely component and a colour between the two most likely ones.',
    shown: true,
  },
} as const satisfies Layers;
