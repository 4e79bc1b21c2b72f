import type { BoundHighlight } from '../../shared/stage/boundHighlights.ts';

/** What the symbols of the formulas stand for on the stage, kept in the run store as `highlight`. */
export type Highlight =
  | 'observations'
  | 'reconstructions'
  | 'latents'
  | 'assignments'
  | 'clusters'
  | 'weights'
  /** The latent grid carried through the decoder. */
  | 'grid'
  | BoundHighlight;
