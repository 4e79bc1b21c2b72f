/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in short
 * lines: the column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  observations: 'observations',
  means: 'means',
  transition: 'transitions',
  responsibilities: 'responsibilities',
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words | 'logLikelihood' | 'gap' | 'freeEnergy';

const explained = explainedBy(words);

export const chain = explained({
  tex: String.raw`z_1 &\sim \mathrm{Cat}(\pi) \\
    z_{t+1} \mid z_t{=}k &\sim \mathrm{Cat}(\sym{transition}{A_k}) \\
    \sym{observations}{y_t} \mid z_t{=}k &\sim \mathcal N(\sym{means}{\mu_k}, \sigma_k^2)`,
  label:
    'The first state is drawn with the probabilities pi. The state after state k is drawn with row k of the transition matrix A. The value of a step in state k is normal with mean mu k and variance sigma k squared.',
  height: '5.5rem',
});

/** Rabiner 1989, equations 19 to 27. */
export const passes = explained({
  tex: String.raw`\alpha_t(l) &= \textstyle\sum_k \alpha_{t-1}(k)\, \sym{transition}{A_{kl}}\, \mathcal N(\sym{observations}{y_t}; \sym{means}{\mu_l}, \sigma_l^2) \\
    \beta_t(k) &= \textstyle\sum_l \sym{transition}{A_{kl}}\, \mathcal N(\sym{observations}{y_{t+1}}; \sym{means}{\mu_l}, \sigma_l^2)\, \beta_{t+1}(l) \\
    \sym{responsibilities}{q_{tk}} &\propto \alpha_t(k)\, \beta_t(k)`,
  label:
    'alpha t of l is the sum over k of alpha of the step before times the transition probability from k to l times the density of the value at step t under l. beta t of k is the sum over l of the transition probability from k to l, the density of the next value under l, and beta of l at the next step. The responsibility is proportional to alpha times beta.',
  height: '6.5rem',
});

/** Rabiner 1989, equations 40 and 53. */
export const mStep = explained({
  tex: String.raw`\sym{means}{\mu_k} &= \frac{\sum_t \sym{responsibilities}{q_{tk}}\, \sym{observations}{y_t}}{\sum_t \sym{responsibilities}{q_{tk}}} \\
    \sym{transition}{A_{kl}} &= \frac{\sum_{t<T} q(z_t{=}k, z_{t+1}{=}l)}{\sum_{t<T} \sym{responsibilities}{q_{tk}}}`,
  label:
    'The mean of state k is the average of the values weighted by their responsibilities. The transition probability from k to l is the expected number of transitions from k to l over the expected number of steps in k, the last step left out.',
  height: '7rem',
});
