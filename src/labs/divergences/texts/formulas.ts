/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in
 * short lines: the column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** What the symbols of the formulas stand for on the stage. */
const WORDS = {
  p: 'p',
  q: 'q',
  forward: 'KL(p‖q)',
  reverse: 'KL(q‖p)',
  alpha: 'alpha divergence',
  variances: 'variances',
  elbo: 'ELBO',
  evidence: 'log evidence',
};
export type Highlight = keyof typeof WORDS | 'landscape' | 'gap';

const explained = explainedBy(WORDS);

/** Notes (9.7). */
export const kullbackLeibler = explained({
  tex: String.raw`\sym{forward}{\mathrm{KL}(p \,\|\, q)} &= \textstyle\int \sym{p}{p(x)} \log \frac{p(x)}{\sym{q}{q(x)}}\, dx \\
    \sym{reverse}{\mathrm{KL}(q \,\|\, p)} &= \textstyle\int q(x) \log \frac{q(x)}{p(x)}\, dx`,
  label:
    'KL of p and q is the integral of p of x times the logarithm of p of x over q of x. KL of q and p is the same with p and q exchanged.',
  height: '5.5rem',
});

/** Bishop (10.19). */
export const alphaDivergence = explained({
  tex: String.raw`\sym{alpha}{D_\alpha} = \frac{4}{1 - \alpha^2} \Bigl( 1 - \textstyle\int \sym{p}{p}^{\frac{1+\alpha}{2}} \sym{q}{q}^{\frac{1-\alpha}{2}} dx \Bigr)`,
  label:
    'The alpha divergence is 4 over 1 minus alpha squared, times 1 minus the integral of p to the power 1 plus alpha over 2 times q to the power 1 minus alpha over 2.',
  height: '4rem',
});

/** Notes (9.10) and (9.11). */
export const gibbs = explained({
  tex: String.raw`\sym{forward}{\mathrm{KL}(p \,\|\, q)} &= \mathbb E_p\Bigl[ -\log \tfrac{q(X)}{p(X)} \Bigr] \\
    &\geq -\log \mathbb E_p\Bigl[ \tfrac{q(X)}{p(X)} \Bigr] = 0`,
  label:
    'KL of p and q is the expectation under p of minus the logarithm of q over p. It is at least minus the logarithm of the expectation of q over p, which is minus log 1: zero.',
  height: '5.5rem',
});

/** Factorised fits of a Gaussian with precision Lambda and covariance Sigma. */
export const factorised = explained({
  tex: String.raw`\min \sym{reverse}{\mathrm{KL}(q \,\|\, p)}&: \;\sym{variances}{\sigma_i^2} = 1/\Lambda_{ii} \\
    \min \sym{forward}{\mathrm{KL}(p \,\|\, q)}&: \;\sym{variances}{\sigma_i^2} = \Sigma_{ii}`,
  label:
    'The smallest KL of q and p has variances 1 over Lambda i i. The smallest KL of p and q has variances Sigma i i.',
  height: '4.5rem',
});

/** Thesis (2.5). */
export const identity = explained({
  tex: String.raw`\sym{evidence}{\log p(x)} &= \sym{elbo}{\mathbb E_q[\log p(x, z) - \log q(z)]} \\
    &\quad + \sym{reverse}{\mathrm{KL}(q(z) \,\|\, p(z \mid x))}`,
  label:
    'The log evidence, log p of x, is the ELBO, the expectation under q of log p of x and z minus log q of z, plus KL of q and the posterior p of z given x.',
  height: '4.5rem',
});
