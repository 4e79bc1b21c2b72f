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
export const BOUND_WORDS = {
  elbo: 'ELBO',
  'elbo-reconstruction': 'reconstruction',
  'elbo-localKl': 'local KL',
  'elbo-globalKl': 'global KL',
} as const satisfies Readonly<Record<BoundHighlight, string>>;
