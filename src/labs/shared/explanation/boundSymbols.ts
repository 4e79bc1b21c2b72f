import type { BoundHighlight } from '../stage/boundHighlights.ts';

/** What the parts of the bound are called under its formula, in every lab that has all of them. */
export const BOUND_SYMBOLS: readonly { readonly name: BoundHighlight; readonly label: string }[] = [
  { name: 'elbo', label: 'ELBO' },
  { name: 'elbo-reconstruction', label: 'reconstruction' },
  { name: 'elbo-localKl', label: 'local KL' },
  { name: 'elbo-globalKl', label: 'global KL' },
];
