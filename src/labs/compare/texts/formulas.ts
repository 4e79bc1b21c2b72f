/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */
import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';

/** What the symbols of the formulas stand for on the stage, kept in the run store as `highlight`. */
export type Highlight = 'observations' | 'gmm' | 'vae' | 'svae' | 'bounds' | 'figures';

type Explained = ExplainedFormula<Highlight>;

/** Thesis (2.3); lecture notes 9.2. */
export const mixtureDensity: Explained = {
  tex: String.raw`\sym{gmm}{p(y)} = \textstyle\sum_k \pi_k\, \mathcal N(\sym{observations}{y};\, \mu_k, \Sigma_k)`,
  label: 'The density of y is the sum over clusters of weight times the density of a Gaussian.',
  height: '2.25rem',
  symbols: [
    { name: 'gmm', label: 'GMM' },
    { name: 'observations', label: 'observations' },
  ],
};

/** The decoder of the lecture notes (9.27), with its latents integrated out. */
export const vaeDensity: Explained = {
  tex: String.raw`\sym{vae}{p(y)} = \textstyle\int \mathcal N(x;\, 0, I)\; p_\gamma(\sym{observations}{y} \mid x)\, dx`,
  label:
    'The density of y is the integral over latents x of a standard normal times the density the decoder gives.',
  height: '2.25rem',
  symbols: [
    { name: 'vae', label: 'VAE' },
    { name: 'observations', label: 'observations' },
  ],
};

/** Thesis (4.3), with its latents integrated out. */
export const svaeDensity: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{svae}{p(y)} = \textstyle\sum_k \pi_k \int & \mathcal N(x;\, \mu_k, \Sigma_k) \\
    & p_\gamma(\sym{observations}{y} \mid x)\, dx
  \end{aligned}`,
  label:
    'The density of y is the sum over clusters of weight times the integral over latents x of the Gaussian of the cluster times the density the decoder gives.',
  height: '4rem',
  symbols: [
    { name: 'svae', label: 'SVAE' },
    { name: 'observations', label: 'observations' },
  ],
};

/** Lecture notes (9.34). */
export const estimator: Explained = {
  tex: String.raw`\sym{figures}{\log p(y)} \approx \log \tfrac1S \textstyle\sum_{s=1}^{S} \displaystyle\frac{p(y \mid x_s)\, p(x_s)}{q(x_s)}`,
  label:
    'The log-likelihood of y is about the logarithm of the average over S draws x from q of the density of y given x times the prior of x over the density of q.',
  height: '3.25rem',
  symbols: [{ name: 'figures', label: 'log-likelihood' }],
};
