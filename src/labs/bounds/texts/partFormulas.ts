/** Formulas of annealing and of the particle filter. */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

const explained = explainedBy({
  bridge: 'bridge',
  weight: 'weight',
  enclosure: 'bounds',
  limit: 'J / 2T',
  particles: 'particles',
  likelihood: 'estimate of p(y)',
});

/** Geometric path of Neal 2001; f is the unnormalised target. */
export const annealedWeight = explained({
  tex: String.raw`\begin{aligned}
    \sym{bridge}{p_t(z)} &\propto p_0(z)^{1 - t/T} f(z)^{t/T} \\
    \sym{weight}{\log w} &= \tfrac1T \textstyle\sum_{t=0}^{T-1} \log \frac{f(z_t)}{p_0(z_t)}
  \end{aligned}`,
  label:
    'p t is proportional to p 0 to the power 1 minus t over T times f to the power t over T. The logarithm of the weight is the average over the steps of the logarithm of f over p 0, at the places of the run.',
  height: '6.5rem',
});

export const annealedBounds = explained({
  tex: String.raw`\begin{aligned}
    \sym{enclosure}{\log Z - \mathbb E \log w} &= \textstyle\sum_t \mathrm{KL}(p_t \,\|\, p_{t+1}) \\
    &\to \sym{limit}{J / 2T}
  \end{aligned}`,
  label:
    'With perfect moves, log Z minus the expectation of log w is the sum of the divergences between neighbours, which tends to J over 2 T.',
  height: '5.5rem',
});

export const filterEstimate = explained({
  tex: String.raw`\sym{likelihood}{\hat p(y)} = \textstyle\prod_t \sum_{n} W_{t-1}^n\, \sym{weight}{p(y_t \,|\, \sym{particles}{x_t^n})}`,
  label:
    'The estimate of the likelihood is the product over the steps of the average over the particles, by their weights W so far, of p of the observation given the particle.',
  height: '4rem',
});

export const logarithmIsLow = explained({
  tex: String.raw`\begin{aligned}
    \mathbb E\, \sym{likelihood}{\hat p} &= p \\
    \mathbb E \log \hat p &\approx \log p - \tfrac12 \operatorname{Var} \log \hat p
  \end{aligned}`,
  label:
    'The expectation of the estimate is p. The expectation of its logarithm is about log p minus half the variance of the logarithm.',
  height: '5rem',
});
