/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */
import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';

/** What the symbols of the formulas stand for on the stage, kept in the run store as `highlight`. */
export type Highlight =
  | 'observations'
  | 'clusters'
  | 'responsibilities'
  | 'landscape'
  | 'logLikelihood'
  | 'gap'
  | 'freeEnergy'
  | 'entropy'
  | 'energy';

type Explained = ExplainedFormula<Highlight>;

/** Thesis (4.1) for a mixture in data space; notes 9.4. */
export const mixture: Explained = {
  tex: String.raw`\begin{aligned}
    z_n &\sim \mathrm{Cat}(\pi) \\
    \sym{observations}{x_n} \mid z_n{=}k &\sim \mathcal N(\sym{clusters}{\mu_k, \Sigma_k})
  \end{aligned}`,
  label:
    'The cluster z of point n is drawn with the weights pi. Given cluster k, the point x is normal with mean mu k and covariance Sigma k.',
  height: '3.75rem',
  symbols: [
    { name: 'observations', label: 'observations' },
    { name: 'clusters', label: 'clusters' },
  ],
};

/** Notes (9.14), (9.15) with the sign of the entropy put right; thesis (2.5). */
export const freeEnergy: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{logLikelihood}{\log p_\theta(X)} &= \sym{freeEnergy}{\mathcal L(\theta, q)} \\
    &\quad + \sym{gap}{\mathrm{KL}(q(Z)\,\|\,p_\theta(Z \mid X))} \\
    \sym{freeEnergy}{\mathcal L(\theta, q)} &= \sym{energy}{\mathbb E_q[\log p_\theta(X, Z)]} \\
    &\quad + \sym{entropy}{H(q)}
  \end{aligned}`,
  label:
    'The log-likelihood is the ELBO plus the Kullback-Leibler divergence from q of Z to the posterior of Z given X. The ELBO is the energy, which is the expected log joint probability under q, plus the entropy of q.',
  height: '8rem',
  symbols: [
    { name: 'logLikelihood', label: 'log-likelihood' },
    { name: 'freeEnergy', label: 'ELBO' },
    { name: 'gap', label: 'gap' },
    { name: 'energy', label: 'energy' },
    { name: 'entropy', label: 'entropy' },
  ],
};

/** The same in two long lines, for where there is width and little height. */
export const freeEnergyInWidth: Explained = {
  ...freeEnergy,
  tex: String.raw`\begin{aligned}
    \sym{logLikelihood}{\log p_\theta(X)} &= \sym{freeEnergy}{\mathcal L(\theta, q)} + \sym{gap}{\mathrm{KL}(q(Z)\,\|\,p_\theta(Z \mid X))} \\
    \sym{freeEnergy}{\mathcal L(\theta, q)} &= \sym{energy}{\mathbb E_q[\log p_\theta(X, Z)]} + \sym{entropy}{H(q)}
  \end{aligned}`,
  height: '4rem',
};

/** Notes (9.16). */
export const eStep: Explained = {
  tex: String.raw`\sym{responsibilities}{q_{nk}} = \frac{\pi_k\, \mathcal N(x_n; \sym{clusters}{\mu_k, \Sigma_k})}{\sum_j \pi_j\, \mathcal N(x_n; \mu_j, \Sigma_j)}`,
  label:
    'The responsibility q of cluster k for point n is the weight times the density of the point under the cluster, over the sum of the same of all clusters.',
  height: '4rem',
  symbols: [
    { name: 'responsibilities', label: 'responsibilities' },
    { name: 'clusters', label: 'clusters' },
  ],
};

/** Notes (9.17), (9.19), and the covariance likewise. */
export const mStep: Explained = {
  tex: String.raw`\begin{aligned}
    N_k &= \textstyle\sum_n \sym{responsibilities}{q_{nk}}, \quad \pi_k = N_k / N \\
    \sym{clusters}{\mu_k} &= \tfrac1{N_k} \textstyle\sum_n \sym{responsibilities}{q_{nk}}\, \sym{observations}{x_n} \\
    \sym{clusters}{\Sigma_k} &= \tfrac1{N_k} \textstyle\sum_n \sym{responsibilities}{q_{nk}} (x_n{-}\mu_k)(x_n{-}\mu_k)^{\top}
  \end{aligned}`,
  label:
    'N k is the sum of the responsibilities of cluster k, its weight N k over N. Its mean is the mean of all points weighted by responsibility, its covariance their weighted scatter about it.',
  height: '6rem',
  symbols: [
    { name: 'responsibilities', label: 'responsibilities' },
    { name: 'observations', label: 'observations' },
    { name: 'clusters', label: 'clusters' },
  ],
};

/** Thesis 4.1: the bound with priors over the parameters. */
export const bayesian: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{freeEnergy}{\mathcal L} = {}& \sym{energy}{\mathbb E_q[\log p(X, Z \mid \theta)]} + \sym{entropy}{H(q(Z))} \\
    &- \mathrm{KL}(q(\theta)\,\|\,p(\theta))
  \end{aligned}`,
  label:
    'With priors, the ELBO is the energy expected under q of theta too, plus the entropy of q of Z, minus the Kullback-Leibler divergence from q of theta to the prior.',
  height: '3.75rem',
  symbols: [
    { name: 'freeEnergy', label: 'ELBO' },
    { name: 'energy', label: 'energy' },
    { name: 'entropy', label: 'entropy' },
  ],
};
