import type { Layers } from '../shared/data/layers.ts';

/** What the strips and the fan of forecasts draw. */
export const svaeSldsLayers = {
  clean: {
    label: 'Without noise',
    help: 'The signal before noise is added. Forecasts are measured against it.',
    shown: false,
  },
  truth: {
    label: 'True states',
    help: 'The states that made the series. The model never sees them.',
    shown: true,
  },
  fan: {
    label: 'Single forecasts',
    help: 'Sampled forecasts one by one, each in the colours of its sampled states.',
    shown: true,
    sign: 'samples',
  },
} as const satisfies Layers;
