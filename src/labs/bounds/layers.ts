import type { Layers } from '../shared/data/layers.ts';

/** What the picture of the densities shows next to the posterior and q, and which gradients are drawn. */
export const boundsLayers = {
  implicit: {
    label: 'What q becomes',
    help: 'Density of one of K draws of q, chosen by its weight.',
    shown: true,
  },
  encoder: {
    label: 'Encoder',
    help: 'Gradient with respect to the mean of q, reparameterised.',
    shown: true,
  },
  dreg: {
    label: 'Encoder, DReG',
    help: 'The same gradient, doubly reparameterised: without the score of q.',
    shown: true,
  },
  decoder: {
    label: 'Decoder',
    help: 'Gradient with respect to a parameter of the model, the mean of the prior.',
    shown: true,
  },
} as const satisfies Layers;
