/** The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. */
import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';

/** What the symbols of the formulas stand for on the stage. */
export type Highlight =
  | 'factors'
  | 'posterior'
  | 'gibbs'
  | 'elbo'
  | 'gap'
  | 'evidence'
  | 'rate'
  | 'messages'
  | 'exact'
  | 'network'
  | 'blanket'
  | 'tables';

type Explained = ExplainedFormula<Highlight>;

/** Notes 9.5.1, the optimal factor. */
export const update: Explained = {
  tex: String.raw`\sym{factors}{q_j(z_j)} \propto \exp\, \mathbb E_{\sym{factors}{q_{-j}}}[\log p(x, z)]`,
  label:
    'The optimal factor q j is proportional to the exponential of the expected log joint, where the expectation is over all other factors.',
  height: '2.5rem',
  symbols: [{ name: 'factors', label: 'factors of q' }],
};
