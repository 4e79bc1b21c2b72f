/** The formulas of the plane's explanation. */
import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';
import type { Highlight } from './formulas.ts';

type Explained = ExplainedFormula<Highlight>;

/** Thesis (2.5); notes 9.5.1. */
export const decomposition: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{evidence}{\log p(x)} &= \sym{elbo}{\mathcal L(q)} \\
    &\quad + \sym{gap}{\mathrm{KL}(\sym{factors}{q}\,\|\,\sym{posterior}{p(z \mid x)})}
  \end{aligned}`,
  label:
    'The log evidence is the ELBO of q plus the Kullback-Leibler divergence from q to the posterior.',
  height: '3.75rem',
  symbols: [
    { name: 'evidence', label: 'log evidence' },
    { name: 'elbo', label: 'ELBO' },
    { name: 'gap', label: 'gap' },
    { name: 'factors', label: 'q' },
    { name: 'posterior', label: 'posterior' },
  ],
};

/** Bishop 10.1.2. */
export const narrow: Explained = {
  tex: String.raw`\begin{aligned}
    \operatorname{var} \sym{factors}{q_j} &= 1/\Lambda_{jj} \le \Sigma_{jj} \\
    \sym{gap}{\mathrm{KL}} &= -\tfrac12 \log(1 - \rho^2)
  \end{aligned}`,
  label:
    'The variance of a factor is one over the diagonal entry of the precision matrix Lambda, never more than that of the covariance matrix Sigma. The gap is minus one half times the logarithm of one minus rho squared.',
  height: '3.75rem',
  symbols: [
    { name: 'factors', label: 'factors of q' },
    { name: 'gap', label: 'gap' },
  ],
};

/** Both from the conditional mean, which is ρ times the other coordinate. */
export const rates: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{factors}{m_{t+1} - \mu} &= \rho^2\, (\sym{factors}{m_t - \mu}) \\
    \sym{gibbs}{\operatorname{corr}(z_t, z_{t+1})} &= \sym{rate}{\rho^2}
  \end{aligned}`,
  label:
    'A sweep multiplies the error of the mean m of q by rho squared; draws of Gibbs in successive sweeps have correlation rho squared.',
  height: '3.75rem',
  symbols: [
    { name: 'factors', label: 'mean of q' },
    { name: 'gibbs', label: 'Gibbs' },
    { name: 'rate', label: 'rate' },
  ],
};

/** Thesis A.1 and (2.24); Bishop 10.1.3. */
export const messages: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{messages}{\log q(\mu)} &= \mathbb E[\tau]\,(\lambda_0 m_0 + \textstyle\sum_n x_n)\, \mu \\
    &\quad - \tfrac12 \mathbb E[\tau]\,(\lambda_0 + N)\, \mu^2 + \text{const}
  \end{aligned}`,
  label:
    'The log of q of mu is the expected precision times lambda 0 m 0 plus the sum of the observations, times mu, minus half the expected precision times lambda 0 plus N, times mu squared.',
  height: '3.75rem',
  symbols: [{ name: 'messages', label: 'natural parameters' }],
};
