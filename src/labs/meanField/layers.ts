import type { Layers } from '../shared/data/layers.ts';

/** What the plane draws or leaves out. */
export const planeLayers = {
  marginals: {
    label: 'Marginals',
    help: 'Along both axes: exact marginals, factors of q, and the histogram of Gibbs.',
    shown: true,
  },
  path: {
    label: 'Path of q',
    help: 'Where the means of q have been; each update moves one of them.',
    shown: true,
  },
  chain: {
    label: 'Gibbs',
    help: 'The last draws: each moves one coordinate, so they make a staircase.',
    shown: true,
  },
} as const satisfies Layers;

/** What the network draws or leaves out. */
export const networkLayers = {
  messages: {
    label: 'Messages',
    help: 'Lights the Markov blanket of the node that is updated next, or of the selected one, and writes the messages on the arrows.',
    shown: true,
  },
} as const satisfies Layers;

export const meanFieldLayers = { ...planeLayers, ...networkLayers } as const satisfies Layers;
