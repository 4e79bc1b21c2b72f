import type { Layers, Shown } from '../shared/data/layers.ts';

/** What the two planes draw. Grid and samples are in both, so that one can compare. */
export const vaeLayers = {
  observations: {
    label: 'Observations',
    help: 'The data as they are: grey dots.',
    shown: true,
  },
  reconstructions: {
    label: 'Reconstructions',
    help: 'Each observation after encoding and decoding.',
    shown: true,
  },
  links: {
    label: 'Links',
    help: 'A line from each observation to its reconstruction: its length is the error.',
    shown: false,
  },
  posteriors: {
    label: 'Posteriors',
    help: 'q(x) of each observation as an ellipse of one standard deviation.',
    shown: true,
  },
  prior: {
    label: 'Prior',
    help: 'The standard normal at one and two standard deviations: the whole graphical model of a VAE.',
    shown: true,
  },
  grid: {
    label: 'Latent grid',
    help: 'A square grid of the latent plane, and what its points decode to.',
    shown: false,
  },
  samples: {
    label: 'Samples',
    help: 'Latents drawn from the prior, decoded, with the decoder’s own noise.',
    shown: false,
  },
} as const satisfies Layers;

/** The flags of the panels that may stand next to the bound in place of the forces, for links. */
export const GAP = 'gap';
export const GRADIENT = 'gradient';

export type VaeLayer = keyof typeof vaeLayers;

/** What a formula points at is in view, and alone where something else would hide it. */
export const vaePointedAt: Readonly<Record<string, Partial<Shown<VaeLayer>>>> = {
  observations: { observations: true, reconstructions: false, links: false },
  reconstructions: { observations: false, reconstructions: true, links: false },
  decoder: { grid: true },
  prior: { prior: true, posteriors: false },
  posteriors: { posteriors: true },
};
