import type { Layers } from '../shared/data/layers.ts';

/** What the panels of the models draw: the same in all, so that one can compare. */
export const compareLayers = {
  observations: {
    label: 'Observations',
    help: 'The data as they are: grey dots, the same for all models.',
    shown: false,
  },
  points: {
    label: 'Points',
    help: 'Each observation as the model represents it: unchanged for the GMM, encoded and decoded for VAE and SVAE. Colour and mark show its cluster.',
    shown: true,
    sign: 'reconstructions',
  },
  outlines: {
    label: 'Outlines',
    help: 'Each Gaussian at two standard deviations: in the GMM an ellipse, in VAE and SVAE as the decoder bends it.',
    shown: true,
  },
  samples: {
    label: 'Samples',
    help: 'New points drawn from each model.',
    shown: false,
  },
  latent: {
    label: 'Latent space',
    help: 'Shows latent space instead of data space: the latent of each point, and the Gaussians before the decoder bends them.',
    shown: false,
  },
} as const satisfies Layers;
