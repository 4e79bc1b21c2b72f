/** What the symbols of the formulas stand for on the stage, kept in the run store as `highlight`. */
import type { BoundHighlight } from '../../shared/stage/boundHighlights.ts';

export type Highlight =
  | 'observations'
  | 'reconstructions'
  | 'latents'
  | 'prior'
  | 'posteriors'
  /** The latent grid carried through the decoder. */
  | 'decoder'
  /** The two forces, and what sets them against each other. */
  | 'reconstruction'
  | 'kl'
  | 'beta'
  | BoundHighlight;
