/** What the symbols of the formulas stand for on the stage, kept in the run store as `highlight`. */
import { useController, useRun } from '../../store/context.ts';

export type Highlight =
  | 'observations'
  | 'reconstructions'
  | 'latents'
  | 'assignments'
  | 'clusters'
  | 'weights'
  /** The latent grid carried through the decoder. */
  | 'grid'
  | 'elbo'
  | 'elbo-reconstruction'
  | 'elbo-localKl'
  | 'elbo-globalKl';

/** The part of the stage a formula points at, and how to point. */
export function useHighlight(): {
  readonly highlight: string | null;
  readonly onHighlight: (name: string | null) => void;
} {
  const { run } = useController();
  const highlight = useRun((state) => state.highlight);
  return { highlight, onHighlight: (name) => run.setState({ highlight: name }) };
}
