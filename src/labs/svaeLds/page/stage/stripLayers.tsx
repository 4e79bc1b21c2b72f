import type { Layer } from '../../../shared/stage/LayerToggles.tsx';
import type { FlagName } from './flags.ts';

/** Of the observations. */
export const CLEAN: readonly Layer<FlagName>[] = [
  {
    name: 'clean',
    label: 'Without noise',
    help: 'The signal before noise is added. Forecasts are measured against it.',
    sign: <path d="M2 8c2-5 4-5 6 0s4 5 6 0" />,
  },
];

/** Of the prediction. */
export const SAMPLES: readonly Layer<FlagName>[] = [
  {
    name: 'sample',
    label: 'Single sample',
    help: 'One sample of the path of the state, decoded, instead of the mean of all samples.',
    sign: <path d="M2 10l2-4 2 5 2-6 2 5 2-4 2 3" />,
  },
  {
    name: 'band',
    label: 'Uncertainty',
    help: 'Standard deviation of the samples around their mean, laid over it in orange.',
    sign: (
      <g>
        <path d="M2 5c4-2 8 2 12-2v8c-4 4-8 0-12 2z" fill="currentColor" opacity="0.35" />
        <path d="M2 9c4-2 8 2 12-2" />
      </g>
    ),
  },
];

/** Of the phase portrait. */
export const FLOW: readonly Layer<FlagName>[] = [
  {
    name: 'flow',
    label: 'Flow of A',
    help: 'Arrows show where the transition alone moves a state from each place.',
    sign: <path d="M2 5h9M9 3l2 2-2 2M5 11h9M12 9l2 2-2 2" />,
  },
];
