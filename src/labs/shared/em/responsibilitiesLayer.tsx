import type { Layer } from '../stage/LayerToggles.tsx';

/** Points in the colours of those that share them, or plain. */
export const responsibilitiesLayer: Layer<'responsibilities'> = {
  name: 'responsibilities',
  label: 'Responsibilities',
  help: 'Each point has the mark of its most likely component and a colour between the two most likely ones.',
  sign: (
    <g fill="currentColor" stroke="none">
      <circle cx="4.2" cy="10.6" r="2.6" />
      <rect x="9.4" y="3" width="4.8" height="4.8" />
      <circle cx="9" cy="12" r="1.6" opacity="0.5" />
    </g>
  ),
};
