/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in
 * short lines: the column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  observations: 'observations',
  experts: 'experts',
  gate: 'gate',
  responsibilities: 'responsibilities',
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words | 'prediction' | 'energy' | 'gap' | 'logLikelihood';

const explained = explainedBy(words);

/** Notes 9.4, mixture of experts. */
export const mixture = explained({
  tex: String.raw`p(\sym{observations}{y} \mid x) &= \textstyle\sum_k \sym{gate}{g_k(x)}\, \mathcal N(y; \sym{experts}{f_k(x)}, s_k^2) \\
    \sym{gate}{g_k(x)} &\propto \exp(a_k + b_k x)`,
  label:
    'The density of y given x is the sum over experts of the gate g k of x times the normal density of y with the mean f k of x and the variance s k squared. The gate is proportional to the exponential of a k plus b k times x.',
  height: '4.5rem',
});

/** Notes (9.16) with the gate for the weights. */
export const eStep = explained({
  tex: String.raw`\sym{responsibilities}{q_{nk}} \propto \sym{gate}{g_k(x_n)}\, \mathcal N(y_n; \sym{experts}{f_k(x_n)}, s_k^2)`,
  label:
    'The responsibility q of expert k for pair n is proportional to the gate at x n times the density of y n under the expert.',
  height: '2.5rem',
});

/** Generalised EM: the experts' part in closed form, the gate's by Newton steps, H minus the second derivatives. */
export const mStep = explained({
  tex: String.raw`\sym{experts}{f_k} &= \arg\min_f \textstyle\sum_n \sym{responsibilities}{q_{nk}} (y_n - f(x_n))^2 \\
    \sym{gate}{\eta} &\leftarrow \eta + \alpha\, H^{-1} \nabla_\eta \textstyle\sum_{nk} \sym{responsibilities}{q_{nk}} \log g_k(x_n)`,
  label:
    'Each expert is the curve with the least weighted squared error, weighted by its responsibilities. The parameters eta of the gate take a step of size alpha along the inverse of H, minus the second derivatives, times the gradient of the sum of q times the logarithm of the gate.',
  height: '5rem',
});
