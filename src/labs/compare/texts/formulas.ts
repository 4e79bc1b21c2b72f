/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  observations: 'observations',
  gmm: 'GMM',
  vae: 'VAE',
  svae: 'SVAE',
  figures: 'log-likelihood',
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words | 'bounds' | 'latents' | 'samples';

const explained = explainedBy(words);

/** Thesis (2.3); lecture notes 9.2. */
export const mixtureDensity = explained({
  tex: String.raw`\sym{gmm}{p(y)} = \textstyle\sum_k \pi_k\, \mathcal N(\sym{observations}{y};\, \mu_k, \Sigma_k)`,
  label: 'The density of y is the sum over clusters of weight times the density of a Gaussian.',
  height: '2.25rem',
});

/** The decoder of the lecture notes (9.27), with its latents integrated out. */
export const vaeDensity = explained({
  tex: String.raw`\sym{vae}{p(y)} = \textstyle\int \mathcal N(x;\, 0, I)\; p_\gamma(\sym{observations}{y} \mid x)\, dx`,
  label:
    'The density of y is the integral over latents x of a standard normal times the density the decoder gives.',
  height: '2.25rem',
});

/** Thesis (4.3), with its latents integrated out. */
export const svaeDensity = explained({
  tex: String.raw`\sym{svae}{p(y)} = \textstyle\sum_k \pi_k \int & \mathcal N(x;\, \mu_k, \Sigma_k) \\
    & p_\gamma(\sym{observations}{y} \mid x)\, dx`,
  label:
    'The density of y is the sum over clusters of weight times the integral over latents x of the Gaussian of the cluster times the density the decoder gives.',
  height: '4rem',
});

/** Lecture notes (9.34). */
export const estimator = explained({
  tex: String.raw`\sym{figures}{\log p(y)} \approx \log \tfrac1S \textstyle\sum_{s=1}^{S} \displaystyle\frac{p(y \mid x_s)\, p(x_s)}{q(x_s)}`,
  label:
    'The log-likelihood of y is about the logarithm of the average over S draws x from q of the density of y given x times the prior of x over the density of q.',
  height: '3.25rem',
});
