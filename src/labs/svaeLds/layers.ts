import type { Layers } from '../shared/data/layers.ts';

/** What the strips and the plots of latents draw. */
export const svaeLdsLayers = {
  clean: {
    label: 'Without noise',
    help: 'The signal before noise is added. Forecasts are measured against it.',
    shown: false,
  },
  sample: {
    label: 'Single sample',
    help: 'One sample of the path of the state, decoded, instead of the mean of all samples.',
    shown: false,
  },
  band: {
    label: 'Uncertainty',
    help: 'Standard deviation of the samples around their mean, laid over it in orange.',
    shown: false,
  },
  portrait: {
    label: 'Phase portrait',
    help: 'Two latents against each other instead of all over time',
    shown: false,
  },
  flow: {
    label: 'Flow of A',
    help: 'Arrows show where the transition alone moves a state from each place.',
    shown: true,
  },
} as const satisfies Layers;

/** The experiments of the thesis, by the names with which links open them. */
export const EXPERIMENTS = [
  'prediction',
  'latentScaling',
  'latentShift',
  'otherFrequency',
  'noInput',
  'columnScaling',
  'retraining',
] as const;

export type Experiment = (typeof EXPERIMENTS)[number];

/** The name with which links open the tracking example. */
export const TRACKING = 'tracking';
