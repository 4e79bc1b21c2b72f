/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in
 * short lines: the column is narrow.
 */
import type { ExplainedFormula } from '../../shared/explanation/Explained.tsx';

/** What the symbols of the formulas stand for on the stage. */
export type Highlight = 'p' | 'q' | 'forward' | 'reverse' | 'landscape';

type Explained = ExplainedFormula<Highlight>;

export const kullbackLeibler: Explained = {
  tex: String.raw`\begin{aligned}
    \sym{forward}{\mathrm{KL}(p \,\|\, q)} &= \textstyle\int \sym{p}{p(x)} \log \frac{p(x)}{\sym{q}{q(x)}}\, dx \\
    \sym{reverse}{\mathrm{KL}(q \,\|\, p)} &= \textstyle\int q(x) \log \frac{q(x)}{p(x)}\, dx
  \end{aligned}`,
  label:
    'KL of p and q is the integral of p of x times the logarithm of p of x over q of x. KL of q and p is the same with p and q exchanged.',
  height: '5.5rem',
  symbols: [
    { name: 'forward', label: 'KL(p‖q)' },
    { name: 'p', label: 'p' },
    { name: 'q', label: 'q' },
    { name: 'reverse', label: 'KL(q‖p)' },
  ],
};
