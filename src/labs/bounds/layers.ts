import type { Layers } from '../shared/data/layers.ts';

/** What the picture of the densities shows besides the posterior and q. */
export const boundsLayers = {
  implicit: {
    label: 'What q becomes',
    help: 'Density of one of K draws of q, chosen by its weight.',
    shown: true,
  },
} as const satisfies Layers;
