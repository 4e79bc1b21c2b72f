/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */

import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';
import type { BoundHighlight } from '../../shared/stage/boundHighlights.ts';

/** What the symbols of the formulas stand for on the stage, kept in the run store as `highlight`. */
export type Highlight =
  | 'observations'
  | 'reconstructions'
  | 'latents'
  | 'prior'
  | 'posteriors'
  /** The latent grid carried through the decoder. */
  | 'decoder'
  /** The two forces, and what sets them against each other. */
  | 'reconstruction'
  | 'kl'
  | 'beta'
  | BoundHighlight;

type Formula = ExplainedFormula<Highlight>;

/** Thesis (4.2) with the prior of 2.4. */
export const generativeStory: Formula = {
  tex: String.raw`\begin{aligned}
    x_n &\sim \sym{prior}{\mathcal N(0, I)} \\
    \sym{observations}{y_n} \mid x_n &\sim \mathcal N\bigl(\sym{decoder}{m_\gamma(x_n)}, \sigma^2_\gamma(x_n)\bigr)
  \end{aligned}`,
  label:
    'The latent x of observation n is standard normal. Given x, the observation y is normal with the mean and variance the decoder computes.',
  height: '3.75rem',
  symbols: [
    { name: 'prior', label: 'prior' },
    { name: 'decoder', label: 'decoder' },
    { name: 'observations', label: 'observations' },
  ],
};

/** The SVAE's local inference (thesis 3.6 and 3.7) with nothing but the prior to meet the potential. */
export const posterior: Formula = {
  tex: String.raw`\begin{aligned}
    (J, h) &= \mathrm{encoder}_\phi(\sym{observations}{y}) \\
    \sym{posteriors}{\sigma^2} &= (1 + J)^{-1}, \quad \sym{latents}{\mu} = \sym{posteriors}{\sigma^2} h \\
    q(x) &= \mathcal N\bigl(\sym{latents}{\mu}, \mathrm{diag}(\sym{posteriors}{\sigma^2})\bigr)
  \end{aligned}`,
  label:
    'J and h are what the encoder computes from y. The variance of q of x is one over one plus J, its mean is the variance times h, in each dimension.',
  height: '5.25rem',
  symbols: [
    { name: 'observations', label: 'observations' },
    { name: 'posteriors', label: 'posterior variance' },
    { name: 'latents', label: 'posterior mean' },
  ],
};

/** Thesis (2.30) per datum; with beta as in the notes, 9.6.4. */
export const objective: Formula = {
  tex: String.raw`\begin{aligned}
    \sym{elbo}{\mathcal L_\beta} = {}& \tfrac1N \textstyle\sum_n \sym{reconstruction}{\mathbb E_q[\log p_\gamma(y_n \mid x_n)]} \\
    &- \sym{beta}{\beta}\, \tfrac1N \textstyle\sum_n \sym{kl}{\mathrm{KL}(q(x_n)\,\|\,\mathcal N(0, I))}
  \end{aligned}`,
  label:
    'The objective per observation is the mean expected log likelihood of the observations minus beta times the mean Kullback-Leibler divergence of q from the standard normal.',
  height: '4.5rem',
  symbols: [
    { name: 'elbo', label: 'objective' },
    { name: 'reconstruction', label: 'reconstruction' },
    { name: 'beta', label: 'beta' },
    { name: 'kl', label: 'KL' },
  ],
};

/** Lecture notes (9.32). */
export const closedFormKl: Formula = {
  tex: String.raw`\sym{kl}{\mathrm{KL}} = \tfrac12 \sum_{j=1}^{d} \bigl(\sym{latents}{\mu_j^2} + \sym{posteriors}{\sigma_j^2} - \log \sym{posteriors}{\sigma_j^2} - 1\bigr)`,
  label:
    'The KL is one half of the sum over dimensions of mu squared plus sigma squared minus log sigma squared minus one.',
  height: '3.5rem',
  symbols: [
    { name: 'kl', label: 'KL' },
    { name: 'latents', label: 'posterior mean' },
    { name: 'posteriors', label: 'posterior variance' },
  ],
};

/** Thesis (2.31). */
export const reparameterisation: Formula = {
  tex: String.raw`\varepsilon \sim \mathcal N(0, I), \qquad x = \sym{latents}{\mu} + \sym{posteriors}{\sigma} \odot \varepsilon`,
  label: 'Epsilon is standard normal; x is mu plus sigma times epsilon in each dimension.',
  height: '2.25rem',
  symbols: [
    { name: 'latents', label: 'posterior mean' },
    { name: 'posteriors', label: 'posterior deviation' },
  ],
};
