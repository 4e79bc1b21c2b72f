/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';
import { BOUND_WORDS } from '../../shared/stage/boundHighlights.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  observations: 'observations',
  prediction: 'decoder',
  /** The line where the input ends. */
  'input-end': 'end of input',
  latents: 'states',
  transition: 'transition',
  eigenvalues: 'eigenvalues',
  ...BOUND_WORDS,
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words;

const explained = explainedBy(words);

/** Thesis (4.5). */
export const generativeStory = explained({
  tex: String.raw`\begin{aligned}
    x_1 &\sim \mathcal N(\mu_1, Q_1) \\
    \sym{latents}{x_t} \mid x_{t-1} &\sim \mathcal N(\sym{transition}{A}\, x_{t-1}, Q) \\
    \sym{observations}{y_t} \mid x_t &\sim \mathcal N\bigl(\sym{prediction}{m_\gamma(x_t)}, \sigma^2_\gamma(x_t)\bigr)
  \end{aligned}`,
  label:
    'The first state x 1 is normal with mean mu 1 and covariance Q 1. State x t given the one before is normal with mean A times that one and covariance Q. The observation y t given x t is normal with the mean and variance the decoder computes.',
  height: '5.25rem',
});

/** Thesis (3.6), (B.23) and (B.26), with the factor -1/2 outside J. */
export const filter = explained({
  tex: String.raw`\begin{aligned}
    (J_t, h_t) &= \mathrm{encoder}_\phi(\sym{observations}{y_t}) \\
    \sym{latents}{J_{t|t}} &= J_{t|t-1} + \mathrm{diag}(J_t) \\
    J_{t+1|t} &= J_{22} - J_{12}^{\top}(\sym{latents}{J_{t|t}} + J_{11})^{-1} J_{12}
  \end{aligned}`,
  label:
    'J t and h t are what the encoder computes from observation y t. The filtered precision is the predicted precision plus diagonal J t. The next predicted precision is J 22 minus J 12 transposed times the inverse of the filtered precision plus J 11, times J 12; these three blocks are made of A and Q.',
  height: '5.25rem',
});

export const forecast = explained({
  tex: String.raw`\begin{aligned}
    (J_t, h_t) &= 0 \quad \text{from } t = \sym{input-end}{t_0} \text{ on} \\
    \mathbb E[\sym{latents}{x_{t_0+k}}] &= \sym{transition}{A}^{k+1}\, \mathbb E[x_{t_0-1}]
  \end{aligned}`,
  label:
    'From step t 0 on the node potentials are zero. The expected state k steps later is A to the power of k plus 1 times the last expected state that was seen.',
  height: '3.75rem',
});

/** Thesis (3.22) per step: N steps in windows w. */
export const lowerBound = explained({
  tex: String.raw`\begin{aligned}
    \sym{elbo}{\tfrac1N \mathcal L} = {}& \sym{elbo-reconstruction}{\tfrac1N\textstyle\sum_t \mathbb E_q[\log p_\gamma(y_t \mid x_t)]} \\
    &- \sym{elbo-localKl}{\tfrac1N\textstyle\sum_w \mathrm{KL}_w} \\
    &- \sym{elbo-globalKl}{\tfrac1N\, \mathrm{KL}(q(\theta)\,\|\,p(\theta))}
  \end{aligned}`,
  label:
    'The ELBO per step is the mean expected log likelihood of the observations, minus the local Kullback-Leibler divergences of the windows, minus the global one, both divided by the number of steps.',
  height: '6rem',
});

/** Thesis (3.14) with (3.21), for the matrix-normal-inverse-Wishart of A and Q. */
export const naturalStep = explained({
  tex: String.raw`\begin{aligned}
    \sym{transition}{\eta} &\leftarrow \sym{transition}{\eta} + \rho\Bigl(\eta^0 + \tfrac NB\, \bar t - \sym{transition}{\eta}\Bigr) \\
    \bar t &= \textstyle\sum_t \mathbb E_q\bigl[x_t x_t^{\top},\ \sym{latents}{x_{t+1} x_t^{\top}},\ x_{t+1} x_{t+1}^{\top},\ 1\bigr]
  \end{aligned}`,
  label:
    'The natural parameters eta of the transition move by rho times: the prior eta zero, plus N over B times the expected statistics of the windows in the batch, minus eta. The statistics are sums of products of neighbouring states, and how many there are.',
  height: '4.5rem',
  words: { latents: 'neighbouring states' },
});

export const frequency = explained({
  tex: String.raw`\begin{aligned}
    \sym{transition}{A}\, v &= \sym{eigenvalues}{\lambda}\, v, \qquad \sym{eigenvalues}{\lambda} = r\, e^{\pm i \omega} \\
    \text{period} &= 2\pi / \omega, \qquad \text{size} \propto r^{\,t}
  \end{aligned}`,
  label:
    'A times an eigenvector v is the eigenvalue lambda times v. A complex pair of eigenvalues has radius r and angles plus and minus omega. Its period is 2 pi over omega steps, and its size goes with r to the power of t.',
  height: '3.75rem',
});
