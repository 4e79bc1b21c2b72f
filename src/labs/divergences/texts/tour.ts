import type { Tour } from '../../shared/tour/tour.ts';

export const tour: Tour = [
  {
    text: 'The density p has two peaks, and q is one Gaussian, so q can never be p. How far apart are they? The KL divergence has two answers.',
    state: 'v=1',
    lit: 'p',
  },
  {
    text: 'KL(p‖q) is the area under p log(p/q): large where p has mass and q has little. Parts of it may be negative (hatched), the sum never is.',
    state: 'v=1',
    lit: 'forward',
  },
  {
    text: 'Both q started in the same place. The q of KL(p‖q) has the mean and the variance of p and covers both peaks; the q of KL(q‖p) has chosen one.',
    state: 'steps=120&v=1',
    lit: 'q',
  },
  {
    text: 'KL(q‖p) has a minimum at each peak, and the start decides which one is found. Click at the right peak of its landscape and press Play.',
    state: 'preset=unequal&steps=120&v=1',
    lit: 'landscape',
  },
  {
    text: 'Here p is zero outside an interval. Every Gaussian has mass there, so KL(q‖p) is infinite, and KL(p‖q) is not.',
    state: 'preset=infinite&steps=60&v=1',
    lit: 'reverse',
  },
  {
    text: 'The alpha divergences lie between the two: alpha = −1 is KL(q‖p), 1 is KL(p‖q). Move alpha and press Play.',
    state: 'preset=between&alpha=-0.5&steps=100&v=1',
    lit: 'alpha',
  },
  {
    text: 'Why is no divergence negative? The mean of a convex function lies above the function of the mean. Drag the atoms together and the gap closes.',
    state: 'preset=jensen&v=1',
    lit: 'gap',
  },
  {
    text: 'Mean field lowers KL(q‖p) with a factorised q. For a correlated p its variances are 1/Λ, smaller than those of the marginals, which KL(p‖q) keeps.',
    state: 'preset=plane&steps=400&v=1',
    lit: 'variances',
  },
  {
    text: 'Whatever q is, ELBO and KL(q‖p) add up to log p(x). Drag q: when the ELBO rises, KL(q‖p) falls. Undo brings your own work back; the challenges go on from here.',
    state: 'preset=identity&v=1',
    lit: 'elbo',
  },
];
