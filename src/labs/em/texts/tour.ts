import type { Tour } from '../../shared/tour/tour.ts';

/** Two groups with three means: k-means rests here although a better solution exists. */
const STUCK = 'seed=0&steps=14';

export const tour: Tour = [
  {
    text: 'These points have no labels, but they come in five groups. k-means looks for five means, one for each group. The numbered marks show where the means start.',
    state: 'seed=0&v=1',
    lit: 'observations',
  },
  {
    text: 'E-step: each point takes the mark and the colour of its nearest mean. The means stay where they are.',
    state: 'seed=0&steps=1&v=1',
    lit: 'observations',
  },
  {
    text: 'M-step: each mean moves to the centre of its points. Both half-steps raise the ELBO. Press E-step and M-step to go on.',
    state: 'seed=0&steps=2&v=1',
    lit: 'clusters',
  },
  {
    text: 'After a few half-steps nothing moves any more. But means 2 and 4 share a group, and mean 3 has two groups: k-means has found a local optimum.',
    state: `${STUCK}&v=1`,
    lit: 'clusters',
  },
  {
    text: 'The start decides which optimum it finds. Here mean 4 was dragged to the group on the right. Press Play: every group gets a mean of its own.',
    state: `${STUCK}&edits=!('kind':'moveMean','cluster':3,'mean':!9,4.5;);&v=1`,
    lit: 'clusters',
  },
  {
    text: 'Soft k-means assigns each point in fractions: a point between two means takes a colour between theirs. Here three means started in one place and are moving apart.',
    state: 'preset=half-steps&steps=7&v=1',
    lit: 'responsibilities',
  },
  {
    text: 'After an M-step there is a gap between the ELBO and the log-likelihood, here 0.38 nats. The next E-step closes it, and the log-likelihood never falls. Press E-step.',
    state: 'preset=half-steps&steps=8&v=1',
    lit: 'gap',
  },
  {
    text: 'A Gaussian mixture also learns the covariance and the weight of each cluster. The ellipses show two standard deviations.',
    state: 'preset=mixture&steps=100&v=1',
    lit: 'clusters',
  },
  {
    text: 'With a prior over its parameters the mixture finds out how many clusters it needs. It started with fifteen; the weights of ten have gone to zero.',
    state: 'preset=bayesian&steps=150&v=1',
    lit: 'weights',
  },
  {
    text: 'No Gaussian is bent, so each arm takes several clusters. The SVAE-GMM lab bends the plane until one is enough. First try the challenges here.',
    state: 'preset=spirals&steps=200&v=1',
    lit: 'observations',
  },
];
