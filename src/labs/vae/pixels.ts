import type { VaeSettings } from './settings.ts';

/** Whether the data are binary pictures under a Bernoulli decoder; points keep their Gaussian. */
export const hasBinaryPixels = ({ dataset, decoder }: Pick<VaeSettings, 'dataset' | 'decoder'>) =>
  dataset === 'shapes' && decoder === 'bernoulli';
