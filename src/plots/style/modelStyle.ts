/** How the models of a comparison are distinguished where colours of clusters are not meant. */

import type { Stroke } from '../pen/pen.ts';
import type { Theme } from './theme.ts';

export type ComparedModel = 'gmm' | 'vae' | 'svae';

/** Not the clusters' colours, so that a line is not mistaken for a cluster. */
export const MODEL_LOOK: Readonly<Record<Theme, Readonly<Record<ComparedModel, Stroke>>>> = {
  light: {
    gmm: { colour: '#8a5a2b', width: 1.5 },
    vae: { colour: '#2f6f8f', width: 1.5 },
    svae: { colour: '#1f1d1a', width: 2 },
  },
  dark: {
    gmm: { colour: '#d9a878', width: 1.5 },
    vae: { colour: '#7fbbd6', width: 1.5 },
    svae: { colour: '#e8e5de', width: 2 },
  },
};
