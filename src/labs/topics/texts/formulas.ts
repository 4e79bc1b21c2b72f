/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in short
 * lines: the column is narrow.
 */
import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';

/** What the symbols of the formulas stand for on the stage. */
export type Highlight = 'topics' | 'shares' | 'responsibilities' | 'words' | 'elbo';

type Explained = ExplainedFormula<Highlight>;

export const model: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{topics}{\beta_k} &\sim \mathrm{Dir}(\eta) \\
    \sym{shares}{\theta_d} &\sim \mathrm{Dir}(\alpha) \\
    \sym{responsibilities}{z_{dn}} &\sim \mathrm{Cat}(\theta_d) \\
    \sym{words}{w_{dn}} &\sim \mathrm{Cat}(\beta_{z_{dn}})
  \end{aligned}`,
  label:
    'Each topic beta k is drawn from a Dirichlet with parameter eta, the shares theta d of each document from one with alpha. Each word first draws its topic z from the shares, then the word itself from that topic.',
  height: '6.5rem',
  symbols: [
    { name: 'topics', label: 'topics' },
    { name: 'shares', label: 'shares of a document' },
    { name: 'responsibilities', label: 'topic of each word' },
    { name: 'words', label: 'words' },
  ],
};
