import type { ReactNode } from 'react';
import styles from './LayerToggles.module.css';
import type { LayerName, StageLayers } from './layers.ts';

/** Each drawn as it looks in the plot, so that the toggles are the legend as well. */
const LAYERS: Readonly<
  Record<LayerName, { readonly label: string; readonly help: string; readonly sign: ReactNode }>
> = {
  observations: {
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
  reconstructions: {
    label: 'Reconstructions',
    help: 'Each point after encoding and decoding, with the colour and mark of its cluster.',
    sign: (
      <g fill="currentColor" stroke="none">
        <circle cx="4.2" cy="11" r="2.6" />
        <path d="M11 2.6l3 5.2H8z" />
      </g>
    ),
  },
  links: {
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
  grid: {
    label: 'Latent grid',
    help: 'A square grid of the latent space, and where the decoder takes it in data space.',
    sign: <path d="M2 5.4h12M2 10.6h12M5.4 2v12M10.6 2v12" />,
  },
  samples: {
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
};

export interface LayerTogglesProps {
  /** Those that can be shown here, in order. */
  readonly names: readonly LayerName[];
  readonly layers: StageLayers;
  readonly onChange: (name: LayerName, shown: boolean) => void;
}

/** Switches for what a plot draws. With little room their words go and their signs stay. */
export function LayerToggles({ names, layers, onChange }: LayerTogglesProps) {
  return (
    <fieldset aria-label="Layers" className={styles.toggles}>
      {names.map((name) => {
        const { label, help, sign } = LAYERS[name];
        return (
          <button
            key={name}
            type="button"
            className={styles.toggle}
            aria-pressed={layers[name]}
            aria-label={label}
            aria-description={help}
            data-tooltip={`${label}. ${help}`}
            onClick={() => onChange(name, !layers[name])}
          >
            <svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.25"
              aria-hidden="true"
            >
              {sign}
            </svg>
            <span className={styles.word}>{label}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
