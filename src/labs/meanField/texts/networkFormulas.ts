/** The formulas of the networks' explanation. */
import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';
import type { Highlight } from './formulas.ts';

type Explained = ExplainedFormula<Highlight>;

/** Thesis (2.26) for tables: one message from the node's own table, one from each child. */
export const blanketUpdate: Explained = {
  tex: String.raw`\begin{aligned}
    \log \sym{factors}{q(x_i)} &= \sym{messages}{\mathbb E_q[\log p(x_i \mid \mathrm{pa}_i)]} \\
    &\; + \textstyle\sum_{c \in \mathrm{ch}_i} \sym{messages}{\mathbb E_q[\log p(x_c \mid \mathrm{pa}_c)]} + \text{const}
  \end{aligned}`,
  label:
    'The logarithm of q of node i is the expected log probability of the node given its parents, plus for each child the expected log probability of that child given its parents, plus a constant.',
  height: '4.25rem',
  symbols: [
    { name: 'factors', label: 'q' },
    { name: 'messages', label: 'messages' },
  ],
};

/** Notes 9.5.1: why a probability of zero forces q to be certain. */
export const zeroForcing: Explained = {
  tex: String.raw`\sym{elbo}{\mathcal L(q)} = \mathbb E_{\sym{factors}{q}}[\log \sym{tables}{p(x, z)}] + H(\sym{factors}{q})`,
  label: 'The ELBO is the expectation under q of the log joint probability, plus the entropy of q.',
  height: '2.5rem',
  symbols: [
    { name: 'elbo', label: 'ELBO' },
    { name: 'factors', label: 'q' },
    { name: 'tables', label: 'tables' },
  ],
};

/** Notes 9.5.3: the conditional that Gibbs draws from. */
export const gibbsConditional: Explained = {
  tex: String.raw`\sym{gibbs}{x_i} \sim p(x_i \mid \mathrm{pa}_i) \textstyle\prod_{c \in \mathrm{ch}_i} p(x_c \mid \mathrm{pa}_c) \,/\, \text{const}`,
  label:
    'Gibbs draws node i in proportion to its probability given its parents times the probability of each child given its parents.',
  height: '2.5rem',
  symbols: [{ name: 'gibbs', label: 'Gibbs' }],
};
