import type { Layers } from '../shared/data/layers.ts';

export const divergencesLayers = {
  stationary: {
    label: 'Stationary points',
    help: 'Where the gradient of the divergence is zero: minima, saddles and maxima.',
    shown: true,
  },
} as const satisfies Layers;
