import type { Layers } from '../shared/data/layers.ts';

export const topicsLayers = {
  truth: {
    label: 'Truth',
    help: 'What the documents were generated from: the true topics, or the true shares.',
    shown: true,
  },
} as const satisfies Layers;
