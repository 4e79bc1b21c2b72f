import type { Tour } from '../../shared/tour/tour.ts';

export const tour: Tour = [
  {
    text: 'One observation x, and a known answer: log p(x). We draw z from q and weigh each draw by p(x, z) / q(z). The average weight of 10 draws is right on average; the histogram shows its logarithm, which is too low on average.',
    state: 'v=1',
    lit: 'weights',
  },
  {
    text: 'The mean of that logarithm is a bound. With one draw it is the ELBO. With 100 draws the histogram is narrow, and the bound has nearly reached log p(x).',
    state: 'samples=100&v=1',
    lit: 'bound',
  },
  {
    text: 'The filled area is the density of one of the 100 draws, chosen by its weight. It is nearly the posterior, although q is the prior: a small gap does not say that q is good.',
    state: 'samples=100&v=1',
    lit: 'implicit',
  },
  {
    text: 'This q is too narrow. It seldom draws in the flanks of the posterior, and where it does the weight is huge: the weights have no second moment, and no error bar can be trusted.',
    state: 'preset=narrow&v=1',
    lit: 'q',
  },
  {
    text: 'A better bound is not a better gradient. With 100 draws the bound is nearly exact, but the gradient of the encoder is almost only noise. Doubly reparameterised gradients (DReG) have the same mean and little noise.',
    state: 'preset=signal&v=1',
    lit: 'encoder',
  },
  {
    text: 'Now the target lies far from N(0, 1), where we draw. One step is importance sampling: of 40 draws about one counts, the dark dot. log Z is the zero line on the right; the bounds are far from it.',
    state: 'preset=one-step&steps=5&v=1',
    lit: 'bridge',
  },
  {
    text: 'Ten steps lead over a bridge of densities. The lower bound rises and the upper bound, from the same bridge in reverse, falls: the distance of both to log Z shrinks as J / 2T. Drag the square to change T.',
    state: 'preset=annealing&steps=5&v=1',
    lit: 'enclosure',
  },
  {
    text: 'With Metropolis moves the runs lag behind the densities. The mean weight is still Z. Only the spread is larger, and so the bound is lower: the triangles.',
    state: 'preset=metropolis&steps=5&v=1',
    lit: 'enclosure',
  },
  {
    text: 'A particle filter does the same along a series. Particles move by the dynamics and are weighted by each observation: dark ones count. Where fewer than half count, they are drawn again by their weights.',
    state: 'preset=filter&v=1',
    lit: 'particles',
  },
  {
    text: 'Each run estimates the likelihood of the series, which the Kalman filter knows: the line at 0. The estimates are right on average, their logarithms too low: by about half their variance while that is small. Press Play for more runs, then try the challenges.',
    state: 'preset=filter&steps=40&v=1',
    lit: 'likelihood',
  },
];
