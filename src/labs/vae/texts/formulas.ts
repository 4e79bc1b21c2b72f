/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up. Set in short lines: the
 * column is narrow.
 */

import { explainedBy } from '../../shared/explanation/explainedBy.ts';
import { BOUND_WORDS } from '../../shared/stage/boundHighlights.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  observations: 'observations',
  latents: 'posterior mean',
  prior: 'prior',
  posteriors: 'posterior variance',
  /** The latent grid carried through the decoder. */
  decoder: 'decoder',
  /** The two forces, and what sets them against each other. */
  reconstruction: 'reconstruction',
  kl: 'KL',
  beta: 'beta',
  /** Of the selected observation. */
  approximationGap: 'approximation gap',
  amortisationGap: 'amortisation gap',
  ...BOUND_WORDS,
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words | 'reconstructions' | 'samples';

const explained = explainedBy(words);

/** Thesis (4.2) with the prior of 2.4. */
export const generativeStory = explained({
  tex: String.raw`x_n &\sim \sym{prior}{\mathcal N(0, I)} \\
    \sym{observations}{y_n} \mid x_n &\sim \mathcal N\bigl(\sym{decoder}{m_\gamma(x_n)}, \sigma^2_\gamma(x_n)\bigr)`,
  label:
    'The latent x of observation n is standard normal. Given x, the observation y is normal with the mean and variance the decoder computes.',
  height: '3.75rem',
});

/** The SVAE's local inference (thesis 3.6 and 3.7) with nothing but the prior to meet the potential. */
export const posterior = explained({
  tex: String.raw`(J, h) &= \mathrm{encoder}_\phi(\sym{observations}{y}) \\
    \sym{posteriors}{\sigma^2} &= (1 + J)^{-1}, \quad \sym{latents}{\mu} = \sym{posteriors}{\sigma^2} h \\
    q(x) &= \mathcal N\bigl(\sym{latents}{\mu}, \mathrm{diag}(\sym{posteriors}{\sigma^2})\bigr)`,
  label:
    'J and h are what the encoder computes from y. The variance of q of x is one over one plus J, its mean is the variance times h, in each dimension.',
  height: '5.25rem',
});

/** The same with a full precision, whose inverse is a full covariance. */
export const fullPosterior = explained({
  tex: String.raw`(J, h) &= \mathrm{encoder}_\phi(\sym{observations}{y}), \quad J = C C^\top \\
    \sym{posteriors}{\Sigma} &= (I + J)^{-1}, \quad \sym{latents}{\mu} = \sym{posteriors}{\Sigma} h \\
    q(x) &= \mathcal N(\sym{latents}{\mu}, \sym{posteriors}{\Sigma})`,
  label:
    'J and h are what the encoder computes from y; J is C times C transposed, with a triangular C. The covariance Sigma of q of x is the inverse of I plus J, its mean is Sigma times h.',
  height: '5.25rem',
  words: { posteriors: 'posterior covariance' },
});

/** Thesis (2.30) per datum; with beta as in the notes, 9.6.4. */
export const objective = explained({
  tex: String.raw`\sym{elbo}{\mathcal L_\beta} = {}& \tfrac1N \textstyle\sum_n \sym{reconstruction}{\mathbb E_q[\log p_\gamma(y_n \mid x_n)]} \\
    &- \sym{beta}{\beta}\, \tfrac1N \textstyle\sum_n \sym{kl}{\mathrm{KL}(q(x_n)\,\|\,\mathcal N(0, I))}`,
  label:
    'The objective per observation is the mean expected log likelihood of the observations minus beta times the mean Kullback-Leibler divergence of q from the standard normal.',
  height: '4.5rem',
  words: { elbo: 'objective' },
});

/** Burda et al. (2016), per datum; the notes, 9.6.4, name it together with beta. */
export const weightedObjective = explained({
  tex: String.raw`\sym{elbo}{\mathcal L_K} &= \tfrac1N \textstyle\sum_n \mathbb E\Bigl[\log \tfrac1K \textstyle\sum_{k=1}^{K} w_{nk}\Bigr] \\
    w_{nk} &= \frac{\sym{decoder}{p_\gamma}(y_n \mid x_{nk})\, \sym{prior}{p}(x_{nk})}{\sym{posteriors}{q}(x_{nk})}, \quad x_{nk} \sim \sym{posteriors}{q}`,
  label:
    'The importance-weighted bound per observation is the mean of the expected logarithm of the average of K weights. A weight is the decoder density times the prior over q, at a draw of q.',
  height: '6rem',
  words: { elbo: 'IWAE bound', posteriors: 'q' },
});

/** Tucker et al. (2019). */
export const doublyReparameterised = explained({
  tex: String.raw`\nabla_\phi \sym{elbo}{\mathcal L_K} = \mathbb E\Bigl[\textstyle\sum_k v_k^2\, \dfrac{\partial \log w_k}{\partial x_k} \dfrac{\partial x_k}{\partial \phi}\Bigr], \quad v_k = \dfrac{w_k}{\sum_j w_j}`,
  label:
    'The doubly reparameterised gradient for the encoder is the expected sum over draws of the squared normalised weight times the derivative of the log weight along the draw times the derivative of the draw.',
  height: '4.5rem',
  words: { elbo: 'IWAE bound' },
});

/** Lecture notes (9.32). */
export const closedFormKl = explained({
  tex: String.raw`\sym{kl}{\mathrm{KL}} = \tfrac12 \sum_{j=1}^{d} \bigl(\sym{latents}{\mu_j^2} + \sym{posteriors}{\sigma_j^2} - \log \sym{posteriors}{\sigma_j^2} - 1\bigr)`,
  label:
    'The KL is one half of the sum over dimensions of mu squared plus sigma squared minus log sigma squared minus one.',
  height: '3.5rem',
});

/** Between any normals; what the coordinates by themselves cost is less where they are correlated. */
export const fullKl = explained({
  tex: String.raw`\sym{kl}{\mathrm{KL}} = \tfrac12 \bigl(\sym{latents}{\mu}^\top \sym{latents}{\mu} + \mathrm{tr}\, \sym{posteriors}{\Sigma} - \log \det \sym{posteriors}{\Sigma} - d\bigr)`,
  label:
    'The KL is one half of mu transposed mu plus the trace of Sigma minus the logarithm of its determinant minus d.',
  height: '2.5rem',
  words: { posteriors: 'posterior covariance' },
});

/** Thesis (2.31). */
export const reparameterisation = explained({
  tex: String.raw`\varepsilon \sim \mathcal N(0, I), \qquad x = \sym{latents}{\mu} + \sym{posteriors}{\sigma} \odot \varepsilon`,
  label: 'Epsilon is standard normal; x is mu plus sigma times epsilon in each dimension.',
  height: '2.25rem',
  words: { posteriors: 'posterior deviation' },
});

/** Cremer et al. (2018), equations 4 to 6. */
export const gapOfTheElbo = explained({
  tex: String.raw`\log p_\gamma(y) - \mathcal L(q_\phi) = {}& \sym{approximationGap}{\log p_\gamma(y) - \mathcal L(q^*)} \\
    &+ \sym{amortisationGap}{\mathcal L(q^*) - \mathcal L(q_\phi)}`,
  label:
    'The log likelihood of y minus the ELBO of the encoder’s q is the approximation gap, log likelihood minus the ELBO of the best q, plus the amortisation gap, the ELBO of the best q minus that of the encoder’s q.',
  height: '3.75rem',
});

/** Binary pixels; Kingma and Welling (2014), appendix C.1. */
export const bernoulliDecoder = explained({
  tex: String.raw`\sym{observations}{y_{ni}} \mid x_n &\sim \mathrm{Bernoulli}(p_i), \quad \sym{decoder}{a_i} = \mathrm{decoder}_\gamma(x_n)_i \\
    \log p_\gamma(y_n \mid x_n) &= \textstyle\sum_i \sym{observations}{y_{ni}}\, \sym{decoder}{a_i} - \log(1 + e^{\sym{decoder}{a_i}})`,
  label:
    'Pixel i of picture n is ink with probability p, whose logit a the decoder gives. The log likelihood is the sum over pixels of y times a minus the logarithm of one plus e to the a.',
  height: '4rem',
});
