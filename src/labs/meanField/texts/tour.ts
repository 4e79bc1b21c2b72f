import type { Tour } from '../../shared/tour/tour.ts';

export const tour: Tour = [
  {
    text: 'The green bands are a posterior with two correlated coordinates. The blue rings are q, a product of one factor for each coordinate, where it starts.',
    state: 'v=1',
    lit: 'posterior',
  },
  {
    text: 'After six updates, each of one factor, the path of q is a staircase. No update has lowered the ELBO.',
    state: 'steps=6&v=1',
    lit: 'elbo',
  },
  {
    text: 'q has converged. It has found both means, and it is too narrow: a product cannot be tilted, and the gap to the log evidence stays.',
    state: 'steps=140&v=1',
    lit: 'gap',
  },
  {
    text: 'Where mean field averages over a coordinate, Gibbs sampling draws it. On a Gaussian both keep the same fraction from sweep to sweep: the squared correlation.',
    state: 'steps=4000&v=1',
    lit: 'rate',
  },
  {
    text: 'Two modes: q covers one of them, and which one depends on where it starts. Drag q to the other mode and press Play.',
    state: 'preset=two-modes&steps=80&v=1',
    lit: 'factors',
  },
  {
    text: 'The mean and the precision of a normal, given five observations. Prior and data send messages to each factor, and their natural parameters add up. Drag an observation.',
    state: 'preset=normal&steps=60&v=1',
    lit: 'messages',
  },
  {
    text: 'A Bayesian network: the grass is wet. The hard zero in the table of the grass makes one cause certain in q, while the exact marginals keep both.',
    state: 'preset=sprinkler&steps=12&v=1',
    lit: 'exact',
  },
  {
    text: 'Both neighbours call. The node that is updated next is lit with its Markov blanket, here its parents and children; other parents of its children belong to it too. The numbers on the arrows are messages, and they add up to its log-odds.',
    state: 'preset=alarm&steps=2&v=1',
    lit: 'messages',
  },
  {
    text: 'With a leak of 5 % the zero is gone and one fixed point remains. Click a state to observe it; the challenges go on from here.',
    state: 'preset=leak&steps=60&v=1',
    lit: 'network',
  },
];
