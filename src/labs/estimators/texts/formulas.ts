/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in
 * short lines: the column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** What the symbols of the formulas stand for on the stage. */
const WORDS = {
  f: 'f',
  q: 'q',
  gradient: 'gradient',
  score: 'score function',
  baseline: 'baseline',
  pathwise: 'reparameterisation',
  variance: 'variance',
};
export type Highlight = keyof typeof WORDS | 'sticking' | 'straight' | 'race';

const explained = explainedBy(WORDS);

export const objective = explained({
  tex: String.raw`\sym{gradient}{\partial_\varphi \, \mathbb E_q f} = \partial_\varphi \textstyle\int \sym{q}{q_\varphi(x)} \, \sym{f}{f(x)} \, dx`,
  label:
    'The gradient of the expectation of f under q with respect to phi, the parameters of q, is wanted.',
  height: '3.5rem',
});

/** Notes, 9.6.3. */
export const scoreFunction = explained({
  tex: String.raw`\sym{gradient}{\partial_\varphi \, \mathbb E_q f} &= \mathbb E_q\bigl[ \sym{score}{f(x) \, \partial_\varphi \log q_\varphi(x)} \bigr] \\
    &= \mathbb E_q\bigl[ (f(x) - \sym{baseline}{b}) \, \partial_\varphi \log q_\varphi(x) \bigr]`,
  label:
    'The gradient is the expectation of f times the derivative of log q; a constant b may be subtracted from f.',
  height: '5.5rem',
});

/** Notes (9.33). */
export const reparameterisation = explained({
  tex: String.raw`x &= \mu + \sigma \varepsilon, \quad \varepsilon \sim \mathcal N(0, 1) \\
    \sym{gradient}{\partial_\varphi \, \mathbb E_q f} &= \mathbb E_\varepsilon\bigl[ \sym{pathwise}{f'(x) \, \partial_\varphi x} \bigr]`,
  label:
    'x is mu plus sigma times epsilon, and the gradient is the expectation over epsilon of the slope of f times the derivative of x.',
  height: '5rem',
});

export const averages = explained({
  tex: String.raw`\sym{variance}{\operatorname{Var}\Bigl[ \tfrac1n \textstyle\sum_i g_i \Bigr]} = \tfrac1n \operatorname{Var}[g]`,
  label: 'The variance of an average of n estimates is the variance of one estimate divided by n.',
  height: '4rem',
});

/** Of the quadratic with respect to the mean; d is the distance of the mean from k. */
export const quadraticVariances = explained({
  tex: String.raw`\sym{score}{\text{score function}}&: \; d^4/\sigma^2 + 14 d^2 + 15 \sigma^2 \\
    \sym{baseline}{\text{mean baseline}}&: \; 8 d^2 + 10 \sigma^2 \\
    \sym{pathwise}{\text{reparameterisation}}&: \; 4 \sigma^2`,
  label:
    'Variances for the quadratic with respect to the mean, d being mu minus k. Score function: d to the fourth over sigma squared plus 14 d squared plus 15 sigma squared. With the mean as baseline: 8 d squared plus 10 sigma squared. Reparameterisation: 4 sigma squared.',
  height: '6.5rem',
});
