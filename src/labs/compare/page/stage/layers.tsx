import type { Layer } from '../../../shared/stage/LayerToggles.tsx';
import { planeSigns } from '../../../shared/stage/planeSigns.tsx';

/** What the panels of the models draw: the same in all, so that one can compare. */
export interface ModelLayers {
  readonly observations: boolean;
  readonly points: boolean;
  readonly outlines: boolean;
  readonly samples: boolean;
  /** Latents in place of data space, where a model has any. */
  readonly latent: boolean;
}

export type LayerName = keyof ModelLayers;

export const FIRST_LAYERS: ModelLayers = {
  observations: false,
  points: true,
  outlines: true,
  samples: false,
  latent: false,
};

/** Draws of each model when samples are shown: enough to see shapes, few enough to see through. */
export const SAMPLE_COUNT = 300;

/** All of them; the last is for models with latents. */
export const LAYERS: readonly Layer<LayerName>[] = [
  {
    name: 'observations',
    label: 'Observations',
    help: 'The data as they are: grey dots, the same for all models.',
    sign: planeSigns.observations,
  },
  {
    name: 'points',
    label: 'Points',
    help: 'Each observation as the model represents it: unchanged for the GMM, encoded and decoded for VAE and SVAE. Colour and mark show its cluster.',
    sign: planeSigns.reconstructions,
  },
  {
    name: 'outlines',
    label: 'Outlines',
    help: 'Each Gaussian at two standard deviations: in the GMM an ellipse, in VAE and SVAE as the decoder bends it.',
    sign: <path d="M3 10.6C2.2 6.4 6.6 2.6 10 4.2s5.4 5 2.4 7-8.600 3-9.400-.6z" />,
  },
  {
    name: 'samples',
    label: 'Samples',
    help: 'New points drawn from each model.',
    sign: planeSigns.samples,
  },
  {
    name: 'latent',
    label: 'Latent space',
    help: 'Shows latent space instead of data space: the latent of each point, and the Gaussians before the decoder bends them.',
    sign: (
      <g>
        <ellipse cx="8" cy="8" rx="6" ry="3.4" transform="rotate(-30 8 8)" />
        <circle cx="8" cy="8" r="1.4" fill="currentColor" stroke="none" />
      </g>
    ),
  },
];
