/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in
 * short lines: the column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** What the symbols of the formulas stand for on the stage. */
const WORDS = {
  factors: 'q',
  posterior: 'posterior',
  gibbs: 'Gibbs',
  elbo: 'ELBO',
  gap: 'gap',
  evidence: 'log evidence',
  rate: 'rate',
  messages: 'messages',
  tables: 'tables',
};
export type Highlight = keyof typeof WORDS | 'exact' | 'network' | 'blanket';

const explained = explainedBy(WORDS);

/** Notes 9.5.1, the optimal factor. */
export const update = explained({
  tex: String.raw`\sym{factors}{q_j(z_j)} \propto \exp\, \mathbb E_{\sym{factors}{q_{-j}}}[\log p(x, z)]`,
  label:
    'The optimal factor q j is proportional to the exponential of the expected log joint, where the expectation is over all other factors.',
  height: '2.5rem',
  words: { factors: 'factors of q' },
});

/** Thesis (2.5); notes 9.5.1. */
export const decomposition = explained({
  tex: String.raw`\sym{evidence}{\log p(x)} &= \sym{elbo}{\mathcal L(q)} \\
    &\quad + \sym{gap}{\mathrm{KL}(\sym{factors}{q}\,\|\,\sym{posterior}{p(z \mid x)})}`,
  label:
    'The log evidence is the ELBO of q plus the Kullback-Leibler divergence from q to the posterior.',
  height: '3.75rem',
});

/** Bishop 10.1.2. */
export const narrow = explained({
  tex: String.raw`\operatorname{var} \sym{factors}{q_j} &= 1/\Lambda_{jj} \le \Sigma_{jj} \\
    \sym{gap}{\mathrm{KL}} &= -\tfrac12 \log(1 - \rho^2)`,
  label:
    'The variance of a factor is one over the diagonal entry of the precision matrix Lambda, never more than that of the covariance matrix Sigma. The gap is minus one half times the logarithm of one minus rho squared.',
  height: '3.75rem',
  words: { factors: 'factors of q' },
});

/** Both from the conditional mean, which is ρ times the other coordinate. */
export const rates = explained({
  tex: String.raw`\sym{factors}{m_{t+1} - \mu} &= \rho^2\, (\sym{factors}{m_t - \mu}) \\
    \sym{gibbs}{\operatorname{corr}(z_t, z_{t+1})} &= \sym{rate}{\rho^2}`,
  label:
    'A sweep multiplies the error of the mean m of q by rho squared; draws of Gibbs in successive sweeps have correlation rho squared.',
  height: '3.75rem',
  words: { factors: 'mean of q' },
});

/** Thesis A.1 and (2.24); Bishop 10.1.3. */
export const messages = explained({
  tex: String.raw`\sym{messages}{\log q(\mu)} &= \mathbb E[\tau]\,(\lambda_0 m_0 + \textstyle\sum_n x_n)\, \mu \\
    &\quad - \tfrac12 \mathbb E[\tau]\,(\lambda_0 + N)\, \mu^2 + \text{const}`,
  label:
    'The log of q of mu is the expected precision times lambda 0 m 0 plus the sum of the observations, times mu, minus half the expected precision times lambda 0 plus N, times mu squared.',
  height: '3.75rem',
  words: { messages: 'natural parameters' },
});

/** Thesis (2.26) for tables: one message from the node's own table, one from each child. */
export const blanketUpdate = explained({
  tex: String.raw`\log \sym{factors}{q(x_i)} &= \sym{messages}{\mathbb E_q[\log p(x_i \mid \mathrm{pa}_i)]} \\
    &\; + \textstyle\sum_{c \in \mathrm{ch}_i} \sym{messages}{\mathbb E_q[\log p(x_c \mid \mathrm{pa}_c)]} + \text{const}`,
  label:
    'The logarithm of q of node i is the expected log probability of the node given its parents, plus for each child the expected log probability of that child given its parents, plus a constant.',
  height: '4.25rem',
});

/** Notes 9.5.1: why a probability of zero forces q to be certain. */
export const zeroForcing = explained({
  tex: String.raw`\sym{elbo}{\mathcal L(q)} = \mathbb E_{\sym{factors}{q}}[\log \sym{tables}{p(x, z)}] + H(\sym{factors}{q})`,
  label: 'The ELBO is the expectation under q of the log joint probability, plus the entropy of q.',
  height: '2.5rem',
});

/** Notes 9.5.3: the conditional that Gibbs draws from. */
export const gibbsConditional = explained({
  tex: String.raw`\sym{gibbs}{x_i} \sim p(x_i \mid \mathrm{pa}_i) \textstyle\prod_{c \in \mathrm{ch}_i} p(x_c \mid \mathrm{pa}_c) \,/\, \text{const}`,
  label:
    'Gibbs draws node i in proportion to its probability given its parents times the probability of each child given its parents.',
  height: '2.5rem',
});
