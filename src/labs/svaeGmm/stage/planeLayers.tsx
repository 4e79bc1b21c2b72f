import type { Layer } from '../../parts/stage/LayerToggles.tsx';
import type { LayerName } from './layers.ts';

const LAYERS: readonly Layer<LayerName>[] = [
  {
    name: 'observations',
    label: 'Observations',
    help: 'The data as they are: grey dots.',
    sign: (
      <g fill="currentColor" stroke="none" opacity="0.75">
        <circle cx="4" cy="11" r="1.7" />
        <circle cx="8" cy="5" r="1.7" />
        <circle cx="12.4" cy="9.4" r="1.7" />
      </g>
    ),
  },
  {
    name: 'reconstructions',
    label: 'Reconstructions',
    help: 'Each point after encoding and decoding, with the colour and mark of its cluster.',
    sign: (
      <g fill="currentColor" stroke="none">
        <circle cx="4.2" cy="11" r="2.6" />
        <path d="M11 2.6l3 5.2H8z" />
      </g>
    ),
  },
  {
    name: 'links',
    label: 'Links',
    help: 'A line from each observation to its reconstruction: its length is the error.',
    sign: (
      <g>
        <path d="M4.4 11.4 11.4 4.6" />
        <circle cx="3.6" cy="12.2" r="1.5" fill="currentColor" stroke="none" />
        <circle cx="12.2" cy="3.8" r="2.4" fill="currentColor" stroke="none" />
      </g>
    ),
  },
  {
    name: 'grid',
    label: 'Latent grid',
    help: 'A square grid of the latent space, and where the decoder takes it in data space.',
    sign: <path d="M2 5.4h12M2 10.6h12M5.4 2v12M10.6 2v12" />,
  },
  {
    name: 'samples',
    label: 'Samples',
    help: 'New points drawn from the model: a cluster by weight, a latent from it, decoded.',
    sign: (
      <g fill="currentColor" stroke="none" opacity="0.6">
        <circle cx="4" cy="4.4" r="1.5" />
        <circle cx="9.4" cy="3.4" r="1.5" />
        <circle cx="6.6" cy="8" r="1.5" />
        <circle cx="12" cy="8" r="1.5" />
        <circle cx="3.6" cy="12" r="1.5" />
        <circle cx="9.6" cy="12.6" r="1.5" />
      </g>
    ),
  },
];

/** The layers of these names, in the order of the toggles. */
export const planeLayers = (names: readonly LayerName[]): readonly Layer<LayerName>[] =>
  LAYERS.filter(({ name }) => names.includes(name));
