import { emLayers } from '../shared/data/emLayers.ts';
import type { Layers } from '../shared/data/layers.ts';

export const hmmLayers = {
  ...emLayers,
  clean: {
    label: 'Without noise',
    help: 'The level that each value was drawn around. The model never sees it.',
    shown: false,
  },
} as const satisfies Layers;
