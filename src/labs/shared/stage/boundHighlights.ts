/** The bound's part in the formulas of every lab: the names by which they point at it. */
import type { ElboPart } from '../data/elboObjective.ts';

export type BoundHighlight = 'elbo' | 'elbo-reconstruction' | 'elbo-localKl' | 'elbo-globalKl';

const PARTS: Readonly<Record<BoundHighlight, readonly ElboPart[]>> = {
  elbo: [],
  'elbo-reconstruction': ['reconstruction'],
  'elbo-localKl': ['localKl'],
  'elbo-globalKl': ['globalKl'],
};

export const BOUND_HIGHLIGHTS: readonly string[] = Object.keys(PARTS);

/** The parts of the bound drawn beside the total; undefined for all of them. */
export function highlightedParts(highlight: string | null): readonly ElboPart[] | undefined {
  return isOfBound(highlight) ? PARTS[highlight] : undefined;
}

const isOfBound = (highlight: string | null): highlight is BoundHighlight =>
  highlight !== null && BOUND_HIGHLIGHTS.includes(highlight);

/** What the parts of the bound are called under its formula, in every lab that has all of them. */
export const BOUND_SYMBOLS: readonly { readonly name: BoundHighlight; readonly label: string }[] = [
  { name: 'elbo', label: 'ELBO' },
  { name: 'elbo-reconstruction', label: 'reconstruction' },
  { name: 'elbo-localKl', label: 'local KL' },
  { name: 'elbo-globalKl', label: 'global KL' },
];
