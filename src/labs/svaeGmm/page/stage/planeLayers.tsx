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
    help: 'Each point after encoding and decoding, with the colour and mark of its cluster.',
    sign: planeSigns.reconstructions,
  },
  {
    name: 'links',
    label: 'Links',
    help: 'A line from each observation to its reconstruction: its length is the error.',
    sign: planeSigns.links,
  },
  {
    name: 'grid',
    label: 'Latent grid',
    help: 'A square grid of the latent space, and where the decoder maps it in data space.',
    sign: planeSigns.grid,
  },
  {
    name: 'samples',
    label: 'Samples',
    help: 'New points drawn from the model: a cluster by weight, a latent from it, decoded.',
    sign: planeSigns.samples,
  },
];

/** The layers of these names, in the order of the toggles. */
export const planeLayers = (names: readonly LayerName[]): readonly Layer<LayerName>[] =>
  LAYERS.filter(({ name }) => names.includes(name));
