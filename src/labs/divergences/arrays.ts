import { written } from '../shared/data/arrayTable.ts';

/** What the file of each part holds. */
export const divergencesArrays = {
  divergences: written(
    'F x 4',
    'of each q: KL(p‖q), KL(q‖p), Jensen–Shannon, total variation; in the plane the first two',
  ),
  chi_squared: written(
    'F x 2',
    'of each q: chi-squared of p and q, and of q and p; infinite where it is',
  ),
  x: written('G', 'densities: places along the axis'),
  p: written('G', 'density of p there; for bars the shares of n outcomes'),
  q: written('F x G', 'densities of q; for bars the shares of n outcomes'),
  p_weights: written('C', 'weights of the peaks of p, where it is a mixture'),
  p_means: written('C', 'their means'),
  p_deviations: written('C', 'their standard deviations'),
  p_ends: written('2', 'p is zero outside these two ends'),
  p_heights: written('H', 'heights of a p that is drawn, from the left end of x to the right one'),
  q_weights: written('F x K', 'weights of the Gaussians of each q'),
  q_means: written('F x K', 'their means; in the plane, of both coordinates'),
  q_deviations: written('F x K', 'their standard deviations'),
  groups: written('m', 'bars: the first outcome of each group of merged ones, from 0'),
  places: written('A', 'Jensen: values of X'),
  weights: written('A', 'their probabilities'),
  gap: written('', 'E f(X) - f(E X)'),
};
