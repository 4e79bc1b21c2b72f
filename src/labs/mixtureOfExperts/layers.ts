import { emLayers } from '../shared/data/emLayers.ts';
import type { Layers } from '../shared/data/layers.ts';

export const expertsLayers = {
  ...emLayers,
  prediction: {
    label: 'Prediction',
    help: 'What all experts predict together, E[y | x], and one standard deviation around it.',
    shown: true,
  },
} as const satisfies Layers;
