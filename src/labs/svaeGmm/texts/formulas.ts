/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';
import { BOUND_WORDS } from '../../shared/stage/boundHighlights.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  observations: 'observations',
  latents: 'latents',
  assignments: 'responsibilities',
  clusters: 'clusters',
  weights: 'weights',
  /** The latent grid carried through the decoder. */
  grid: 'decoder',
  ...BOUND_WORDS,
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words | 'reconstructions';

const explained = explainedBy(words);

/** Thesis (4.3). */
export const generativeStory = explained({
  tex: String.raw`z_n &\sim \mathrm{Cat}(\sym{weights}{\pi}) \\
    x_n \mid z_n{=}k &\sim \mathcal N(\sym{clusters}{\mu_k, \Sigma_k}) \\
    \sym{observations}{y_n} \mid x_n &\sim \mathcal N\bigl(\sym{grid}{m_\gamma(x_n)}, \sigma^2_\gamma(x_n)\bigr)`,
  label:
    'The cluster z of point n is drawn with the weights pi. Given cluster k, its latent x is normal with mean mu k and covariance Sigma k. Given x, the observation y is normal with the mean and variance the decoder computes.',
  height: '5.25rem',
});

/** Thesis (3.6), with the factor -1/2 outside J; for one point, its index left out. */
export const nodePotential = explained({
  tex: String.raw`(J, h) &= \mathrm{encoder}_\phi(\sym{observations}{y}) \\
    \psi(x; y) &= h^{\top} x - \tfrac12\, x^{\top} \mathrm{diag}(J)\, x`,
  label:
    'J and h are what the encoder computes from the observation y. The log potential psi of latent x is h transposed times x minus one half x transposed diagonal J x.',
  height: '3.75rem',
});

/** Thesis (A.20) as corrected, and (A.21); for one point, its index left out. */
export const coordinateSweep = explained({
  tex: String.raw`\sym{assignments}{r_k} &\propto \exp \mathbb E[\log \pi_k\, \mathcal N(x; \mu_k, \Sigma_k)] \\
    \Lambda &= \mathrm{diag}(J) + \textstyle\sum_k \sym{assignments}{r_k}\, \mathbb E[\Sigma_k^{-1}] \\
    \Lambda \sym{latents}{m} &= h + \textstyle\sum_k \sym{assignments}{r_k}\, \mathbb E[\Sigma_k^{-1}\mu_k]`,
  label:
    'The responsibility r of cluster k is proportional to the exponential of the expected log of weight times density of x under the cluster. The precision Lambda of q of x is diagonal J plus the sum over clusters of r times the expected inverse covariance. Lambda times the mean m is h plus the sum over clusters of r times the expected inverse covariance times mean.',
  height: '6rem',
});

/** Thesis (3.22) per datum. */
export const lowerBound = explained({
  tex: String.raw`\sym{elbo}{\tfrac1N \mathcal L} = {}& \sym{elbo-reconstruction}{\tfrac1N\textstyle\sum_n \mathbb E_q[\log p_\gamma(y_n \mid x_n)]} \\
    &- \sym{elbo-localKl}{\tfrac1N\textstyle\sum_n \mathrm{KL}_n} \\
    &- \sym{elbo-globalKl}{\tfrac1N\, \mathrm{KL}(q(\theta)\,\|\,p(\theta))}`,
  label:
    'The ELBO per point is the mean expected log likelihood of the observations, minus the mean local Kullback-Leibler divergence, minus the global one divided by the number of points.',
  height: '6rem',
});

/** Thesis (3.14) with (3.21). */
export const naturalStep = explained({
  tex: String.raw`\sym{clusters}{\eta} \leftarrow \sym{clusters}{\eta} + \rho\Bigl(\eta^0 + \tfrac NB \sum_{n \in B} \mathbb E_q[t(\sym{assignments}{z_n}, \sym{latents}{x_n})] - \sym{clusters}{\eta}\Bigr)`,
  label:
    'The natural parameters eta of the clusters move by rho times: the prior eta zero, plus N over B times the expected statistics of the points in the batch, minus eta.',
  height: '3.5rem',
  words: { assignments: 'assignments' },
});
