import type { Layer } from '../../../shared/stage/LayerToggles.tsx';
import { planeSigns } from '../../../shared/stage/planeSigns.tsx';
import type { LayerName } from './layers.ts';

const LAYERS: readonly Layer<LayerName>[] = [
  {
    name: 'observations',
    label: 'Observations',
    help: 'The data as they are: grey dots.',
    sign: planeSigns.observations,
  },
  {
    name: 'reconstructions',
    label: 'Reconstructions',
    help: 'Each observation after encoding and decoding.',
    sign: planeSigns.reconstructions,
  },
  {
    name: 'links',
    label: 'Links',
    help: 'A line from each observation to its reconstruction: its length is the error.',
    sign: planeSigns.links,
  },
  {
    name: 'posteriors',
    label: 'Posteriors',
    help: 'q(x) of each observation as an ellipse of one standard deviation.',
    sign: (
      <g>
        <ellipse cx="8" cy="8" rx="6" ry="3.6" />
        <circle cx="8" cy="8" r="1.3" fill="currentColor" stroke="none" />
      </g>
    ),
  },
  {
    name: 'prior',
    label: 'Prior',
    help: 'The standard normal at one and two standard deviations: the whole graphical model of a VAE.',
    sign: <circle cx="8" cy="8" r="5.6" strokeDasharray="3 2.2" />,
  },
  {
    name: 'grid',
    label: 'Latent grid',
    help: 'A square grid of the latent plane, and what its points decode to.',
    sign: planeSigns.grid,
  },
  {
    name: 'samples',
    label: 'Samples',
    help: 'Latents drawn from the prior, decoded, with the decoder’s own noise.',
    sign: planeSigns.samples,
  },
];

/** The layers of these names, in the order of the toggles. */
export const layerList = (names: readonly LayerName[]): readonly Layer<LayerName>[] =>
  LAYERS.filter(({ name }) => names.includes(name));
