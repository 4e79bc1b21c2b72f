/** What the three models are called on the page, in the order of figure 6.2. */
import type { ModelName } from '../snapshot.ts';

export const MODELS: readonly ModelName[] = ['gmm', 'vae', 'svae'];

export const MODEL_TITLES: Readonly<Record<ModelName, string>> = {
  gmm: 'GMM',
  vae: 'VAE',
  svae: 'SVAE',
};
