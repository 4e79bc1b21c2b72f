import type { Layers, Shown } from '../shared/data/layers.ts';

/** What the two planes draw. Grid and samples are in both, so that one can compare. */
export const svaeGmmLayers = {
  observations: {
    label: 'Observations',
    help: 'The data as they are: grey dots.',
    shown: true,
  },
  reconstructions: {
    label: 'Reconstructions',
    help: 'Each point after encoding and decoding, with the colour and mark of its cluster.',
    shown: true,
  },
  links: {
    label: 'Links',
    help: 'A line from each observation to its reconstruction: its length is the error.',
    shown: false,
  },
  grid: {
    label: 'Latent grid',
    help: 'A square grid of the latent space, and where the decoder maps it in data space.',
    shown: false,
  },
  samples: {
    label: 'Samples',
    help: 'New points drawn from the model: a cluster by weight, a latent from it, decoded.',
    shown: false,
  },
} as const satisfies Layers;

/** What a formula points at is in view, and alone where something else would hide it. */
export const svaeGmmPointedAt: Readonly<
  Record<string, Partial<Shown<keyof typeof svaeGmmLayers>>>
> = {
  observations: { observations: true, reconstructions: false, links: false },
  reconstructions: { observations: false, reconstructions: true, links: false },
  grid: { grid: true },
};
