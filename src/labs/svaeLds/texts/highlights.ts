import type { BoundHighlight } from '../../shared/stage/boundHighlights.ts';

/** What the symbols of the formulas stand for on the stage, kept in the run store as `highlight`. */
export type Highlight =
  | 'observations'
  | 'prediction'
  /** The line where the input ends. */
  | 'input-end'
  | 'latents'
  | 'transition'
  | 'eigenvalues'
  | BoundHighlight;
