/** What links show of the stage besides its layers: `view=time,perplexity`. */

/** What the reader can show instead of a document. */
export const SIDES = ['topic', 'vocabulary', 'own', 'map', 'time', 'compare'] as const;
export type Side = 'document' | (typeof SIDES)[number];

/** The chart shows the perplexity instead of the ELBO. */
export const PERPLEXITY = 'perplexity';
