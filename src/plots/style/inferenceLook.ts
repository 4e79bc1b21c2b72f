/** How exact posteriors, mean field and Gibbs are told apart, in all pictures alike. */
import type { Theme } from './theme.ts';

export type Inference = 'exact' | 'meanField' | 'gibbs';

/** Not the clusters' colours, so that a line is not mistaken for a cluster. */
export const INFERENCE_LOOK: Readonly<Record<Theme, Readonly<Record<Inference, string>>>> = {
  light: { exact: '#1f1d1a', meanField: '#24508f', gibbs: '#96380f' },
  dark: { exact: '#e8e5de', meanField: '#96b8f0', gibbs: '#f2a67d' },
};
