/** What the symbols of the formulas stand for on the stage, and the panels that light up for them. */
export type Highlight =
  | 'observations'
  | 'clusters'
  | 'responsibilities'
  | 'landscape'
  | 'logLikelihood'
  | 'gap'
  | 'freeEnergy'
  | 'entropy'
  | 'energy';

/** The panels that all labs of EM have know their own. */
export const LIT_BY = {
  observations: ['observations', 'clusters', 'responsibilities'],
  landscape: ['landscape'],
} as const satisfies Readonly<Record<string, readonly Highlight[]>>;
