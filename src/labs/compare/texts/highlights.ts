/** What formulas of this lab point at: the panels of the stage, by name. */
export type Highlight = 'observations' | 'gmm' | 'vae' | 'svae' | 'bounds' | 'figures';
