/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  observations: 'observations',
  clusters: 'clusters',
  responsibilities: 'responsibilities',
  logLikelihood: 'log-likelihood',
  gap: 'gap',
  freeEnergy: 'ELBO',
  entropy: 'entropy',
  energy: 'energy',
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words | 'landscape';

const explained = explainedBy(words);

/** Thesis (4.1) for a mixture in data space; notes 9.4. */
export const mixture = explained({
  tex: String.raw`z_n &\sim \mathrm{Cat}(\pi) \\
    \sym{observations}{x_n} \mid z_n{=}k &\sim \mathcal N(\sym{clusters}{\mu_k, \Sigma_k})`,
  label:
    'The cluster z of point n is drawn with the weights pi. Given cluster k, the point x is normal with mean mu k and covariance Sigma k.',
  height: '3.75rem',
});

/** Notes (9.14), (9.15) with the sign of the entropy put right; thesis (2.5). */
export const freeEnergy = explained({
  tex: String.raw`\sym{logLikelihood}{\log p_\theta(X)} &= \sym{freeEnergy}{\mathcal L(\theta, q)} \\
    &\quad + \sym{gap}{\mathrm{KL}(q(Z)\,\|\,p_\theta(Z \mid X))} \\
    \sym{freeEnergy}{\mathcal L(\theta, q)} &= \sym{energy}{\mathbb E_q[\log p_\theta(X, Z)]} \\
    &\quad + \sym{entropy}{H(q)}`,
  label:
    'The log-likelihood is the ELBO plus the Kullback-Leibler divergence from q of Z to the posterior of Z given X. The ELBO is the energy, which is the expected log joint probability under q, plus the entropy of q.',
  height: '8rem',
});

/** The same in two long lines, for where there is width and little height. */
export const freeEnergyInWidth = explained({
  label: freeEnergy.label,
  tex: String.raw`\sym{logLikelihood}{\log p_\theta(X)} &= \sym{freeEnergy}{\mathcal L(\theta, q)} + \sym{gap}{\mathrm{KL}(q(Z)\,\|\,p_\theta(Z \mid X))} \\
    \sym{freeEnergy}{\mathcal L(\theta, q)} &= \sym{energy}{\mathbb E_q[\log p_\theta(X, Z)]} + \sym{entropy}{H(q)}`,
  height: '4rem',
});

/** Notes (9.16). */
export const eStep = explained({
  tex: String.raw`\sym{responsibilities}{q_{nk}} = \frac{\pi_k\, \mathcal N(x_n; \sym{clusters}{\mu_k, \Sigma_k})}{\sum_j \pi_j\, \mathcal N(x_n; \mu_j, \Sigma_j)}`,
  label:
    'The responsibility q of cluster k for point n is the weight times the density of the point under the cluster, over the sum of the same of all clusters.',
  height: '4rem',
});

/** Notes (9.17), (9.19), and the covariance likewise. */
export const mStep = explained({
  tex: String.raw`N_k &= \textstyle\sum_n \sym{responsibilities}{q_{nk}}, \quad \pi_k = N_k / N \\
    \sym{clusters}{\mu_k} &= \tfrac1{N_k} \textstyle\sum_n \sym{responsibilities}{q_{nk}}\, \sym{observations}{x_n} \\
    \sym{clusters}{\Sigma_k} &= \tfrac1{N_k} \textstyle\sum_n \sym{responsibilities}{q_{nk}} (x_n{-}\mu_k)(x_n{-}\mu_k)^{\top}`,
  label:
    'N k is the sum of the responsibilities of cluster k, its weight N k over N. Its mean is the mean of all points weighted by responsibility, its covariance their weighted scatter about it.',
  height: '6rem',
});

/** Thesis 4.1: the bound with priors over the parameters. */
export const bayesian = explained({
  tex: String.raw`\sym{freeEnergy}{\mathcal L} = {}& \sym{energy}{\mathbb E_q[\log p(X, Z \mid \theta)]} + \sym{entropy}{H(q(Z))} \\
    &- \mathrm{KL}(q(\theta)\,\|\,p(\theta))`,
  label:
    'With priors, the ELBO is the energy expected under q of theta too, plus the entropy of q of Z, minus the Kullback-Leibler divergence from q of theta to the prior.',
  height: '3.75rem',
});
