/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in
 * short lines: the column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

const explained = explainedBy({
  weights: 'weights',
  q: 'q',
  bound: 'bound',
  evidence: 'log evidence',
  elbo: 'ELBO',
  implicit: 'what q becomes',
  posterior: 'posterior',
  limit: 'limit for large K',
  encoder: 'encoder',
  dreg: 'DReG',
  decoder: 'decoder',
});

/** Notes (9.34). */
export const bound = explained({
  tex: String.raw`\hat p(x) &= \tfrac1K \textstyle\sum_k \sym{weights}{w_k}, \quad w_k = \frac{p(x, z_k)}{\sym{q}{q(z_k)}} \\
    \sym{bound}{\mathcal L_K} &= \mathbb E\bigl[\log \hat p(x)\bigr] \le \sym{evidence}{\log p(x)}`,
  label:
    'p-hat is the average of K weights, each p of x and z over q of z. The bound L K is the expectation of its logarithm, at most log p of x.',
  height: '6rem',
});

export const order = explained({
  tex: String.raw`\sym{elbo}{\text{ELBO}} &= \mathcal L_1 \le \sym{bound}{\mathcal L_K} \le \mathcal L_{K+1} \\
    \sym{evidence}{\log p(x)} - \sym{bound}{\mathcal L_K} &\approx \sym{limit}{\frac{\chi^2}{2K}}, \quad \chi^2 = \operatorname{Var}\Bigl[\frac{\sym{weights}{w}}{p(x)}\Bigr]`,
  label:
    'The ELBO is L 1, which is at most L K, which is at most L K plus 1. The gap of L K is about chi squared over 2 K, where chi squared is the variance of w over p of x.',
  height: '6rem',
});

/** Cremer et al. (2017). */
export const implicit = explained({
  tex: String.raw`\sym{implicit}{q_{\mathrm{IW}}(z)} = \mathbb E\left[\frac{\sym{posterior}{p(x, z)}}{\frac1K\bigl(w(z) + \sum_{k=2}^K \sym{weights}{w_k}\bigr)}\right]`,
  label:
    'q IW of z is the expectation of p of x and z over the average of the weight of z and K minus 1 other weights.',
  height: '4.5rem',
});

/** Of a Gaussian posterior. */
export const moments = explained({
  tex: String.raw`\mathbb E\, \sym{weights}{w}^2 < \infty \iff 2 \sym{q}{\sigma_q^2} > \sym{posterior}{\sigma_p^2}`,
  label:
    'The weights have a second moment if and only if twice the variance of q is above the variance of the posterior.',
  height: '3rem',
});

/** Rainforth et al. (2018): parameters of q and of the model. */
export const signal = explained({
  tex: String.raw`\frac{|\mathbb E\, g|}{\operatorname{sd}(g)} &\propto \sym{encoder}{\tfrac{1}{\sqrt K}} \text{ for } g = \partial_\varphi \log \hat p(x) \\
    &\propto \sym{decoder}{\sqrt K} \text{ for } g = \partial_\theta \log \hat p(x)`,
  label:
    'The size of the mean over the standard deviation falls as one over the root of K for the gradient with respect to phi, and rises as the root of K for that with respect to theta.',
  height: '6rem',
});

/** Tucker et al. (2019). */
export const doublyReparameterised = explained({
  tex: String.raw`\sym{dreg}{g} = \textstyle\sum_k v_k^2 \, \frac{\partial \log \sym{weights}{w_k}}{\partial z_k} \frac{\partial z_k}{\partial \varphi}, \quad v_k = \frac{w_k}{\sum_j w_j}`,
  label:
    'The doubly reparameterised gradient is the sum over k of the squared normalised weight, times the derivative of the log weight with respect to z k, times the derivative of z k with respect to phi.',
  height: '4rem',
});
