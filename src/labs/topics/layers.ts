import type { Layers } from '../shared/data/layers.ts';

export const topicsLayers = {
  truth: {
    label: 'True topics',
    help: 'Next to each topic the true one that it is matched with.',
    shown: true,
  },
} as const satisfies Layers;
