import type { Layers } from '../shared/data/layers.ts';

export const meanFieldLayers = {} as const satisfies Layers;
