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
  states: 'discrete states',
  dynamics: 'dynamics of a state',
  eigenvalues: 'eigenvalues',
  chain: 'transitions between states',
  dwell: 'time in a state',
  fan: 'sampled forecasts',
  ...BOUND_WORDS,
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words;

const explained = explainedBy(words);

/** Thesis 4.3 with the transition of (4.5) for each discrete state. */
export const generativeStory = explained({
  tex: String.raw`\begin{aligned}
    \sym{states}{z_{t+1}} \mid \sym{states}{z_t}{=}j &\sim \mathrm{Cat}(\sym{chain}{P_j}) \\
    x_{t+1} \mid x_t, \sym{states}{z_{t+1}}{=}k &\sim \mathcal N(\sym{dynamics}{A_k}\, x_t + \sym{dynamics}{b_k}, \sym{dynamics}{Q_k}) \\
    \sym{observations}{y_t} \mid x_t &\sim \mathcal N\bigl(\sym{prediction}{m_\gamma(x_t)}, \sigma^2_\gamma(x_t)\bigr)
  \end{aligned}`,
  label:
    'The state that follows state j is drawn with row j of the transition matrix P. Under state k the next latent is normal with mean A k times the last latent plus b k and covariance Q k. The observation is normal with the mean and variance that the decoder computes from the latent.',
  height: '5.5rem',
});

/** The pair block of q(x): squares of A are averaged, not A. */
export const xStep = explained({
  tex: String.raw`\begin{aligned}
    w_t(k) &= q(\sym{states}{z_{t+1}}{=}k) \\
    J_{11,t} &= \textstyle\sum_k w_t(k)\, \mathbb E[\sym{dynamics}{A_k}^{\!\top} \sym{dynamics}{Q_k}^{-1} \sym{dynamics}{A_k}] \\
    J_{21,t} &= \textstyle\sum_k w_t(k)\, \mathbb E[\sym{dynamics}{Q_k}^{-1} \sym{dynamics}{A_k}]
  \end{aligned}`,
  label:
    'w t of k is the probability of state k. The blocks of the precision between two neighbouring latents are averages over the states of the expectation of A k transposed times the inverse of Q k times A k, and of the inverse of Q k times A k, weighted by w.',
  height: '6rem',
});

export const zStep = explained({
  tex: String.raw`\begin{aligned}
    \ell_t(k) &= \mathbb E_q\bigl[\log \mathcal N(x_{t+1};\, \sym{dynamics}{A_k} x_t + \sym{dynamics}{b_k}, \sym{dynamics}{Q_k})\bigr] \\
    q(\sym{states}{z}) &\propto \textstyle\prod_t e^{\ell_t(\sym{states}{z_{t+1}})}\, e^{\mathbb E[\log \sym{chain}{P}]}
  \end{aligned}`,
  label:
    'The energy l t of k is the expected log density of the next latent under the dynamics of state k. q of z is a Markov chain: proportional to the product over time of exp l and of exp of the expected log transition probabilities.',
  height: '5rem',
  words: { states: 'discrete states' },
});

export const lowerBound = explained({
  tex: String.raw`\begin{aligned}
    \sym{elbo}{\tfrac1N \mathcal L} = {}& \sym{elbo-reconstruction}{\tfrac1N\textstyle\sum_t \mathbb E_q[\log p_\gamma(y_t \mid x_t)]} \\
    &- \sym{elbo-localKl}{\tfrac1N\textstyle\sum_w \mathrm{KL}(q(z)q(x)\,\|\,p(z,x))} \\
    &- \sym{elbo-globalKl}{\tfrac1N\, \mathrm{KL}(q(\theta)\,\|\,p(\theta))}
  \end{aligned}`,
  label:
    'The ELBO per step is the mean expected log likelihood of the observations, minus the local Kullback-Leibler divergences of states and latents in the windows, minus the global one, both divided by the number of steps.',
  height: '6rem',
});

export const forecast = explained({
  tex: String.raw`\begin{aligned}
    \sym{states}{z_{t+1}} &\sim \sym{chain}{P_{z_t}}, \qquad t \ge \sym{input-end}{t_0} \\
    \sym{fan}{x_{t+1}} &\sim \mathcal N(\sym{dynamics}{A}_{z_{t+1}} \sym{fan}{x_t} + \sym{dynamics}{b}_{z_{t+1}}, \sym{dynamics}{Q}_{z_{t+1}})
  \end{aligned}`,
  label:
    'After the end of the input a state is drawn from the row of the transition matrix of the state before, and a latent from the dynamics of that state.',
  height: '4rem',
});

export const stay = explained({
  tex: String.raw`\mathbb E[\sym{dwell}{\text{time in } k}] = \frac{1}{1 - \sym{chain}{P_{kk}}}, \qquad \text{period of } k = \frac{2\pi}{\angle\, \sym{eigenvalues}{\lambda_k}}`,
  label:
    'The expected time in state k is 1 over 1 minus the probability of staying. The period of state k is 2 pi over the angle of its eigenvalue.',
  height: '3.5rem',
});
