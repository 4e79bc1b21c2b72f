/** Presets of EM for mixtures: states worth seeing, each by what differs from the defaults. */

/** Under the name of one algorithm. */
export const presets = [
  {
    id: 'start',
    label: 'As it starts',
    comment: 'Five blobs; the means start with k-means++.',
    values: {},
  },
  {
    id: 'spirals',
    label: 'Spiral arms',
    comment:
      'No Gaussian is bent, so one arm takes several clusters (Figure 6.2b of the thesis: a GMM on spirals).',
    values: { dataset: 'spirals', clusters: 15 },
  },
  {
    id: 'bad-start',
    label: 'A bad start',
    comment:
      'All means start in one place. They need many steps to separate, and from some seeds end on a lower hilltop.',
    aboutModel: true,
    values: { start: 'one-spot' },
  },
  {
    id: 'half-steps',
    label: 'E and M alternately',
    comment: 'Step by step: the gap is the KL of Figure 2.2 of the thesis.',
    values: { stepKind: 'alternate', dataset: 'two-gaussians', clusters: 2 },
  },
] as const;

/** Of the lab, which has all of them: in the order of a lesson. */
export const labPresets = [
  {
    id: 'k-means',
    label: 'k-means',
    comment: 'Five blobs, five means; each point belongs to one cluster only.',
    values: {},
  },
  {
    id: 'soft',
    label: 'Soft k-means',
    comment: 'The same with soft assignments: points between two means belong to both.',
    values: { algorithm: 'soft-k-means' },
  },
  {
    id: 'half-steps',
    label: 'Figure 2.2: ELBO and gap',
    comment:
      'Three means in one place: the gap closes at each E-step and opens at each M-step, until they have separated.',
    values: {
      algorithm: 'soft-k-means',
      blobs: 3,
      blobSpread: 3.5,
      clusters: 3,
      clusterWidth: 4,
      start: 'one-spot',
    },
  },
  {
    id: 'mixture',
    label: 'Gaussian mixture',
    comment: 'Learns means, covariances and weights, starting from random points.',
    aboutModel: true,
    values: { algorithm: 'gmm', start: 'random-points' },
  },
  {
    id: 'spirals',
    label: 'Spiral arms',
    comment:
      'No Gaussian is bent, so one arm takes several clusters (Figure 6.2b of the thesis: a GMM on spirals).',
    values: { algorithm: 'gmm', dataset: 'spirals', clusters: 15 },
  },
  {
    id: 'bad-start',
    label: 'A bad start',
    comment:
      'All means start in one place. They need many steps to separate, and may end on a lower hilltop.',
    aboutModel: true,
    values: { algorithm: 'gmm', start: 'one-spot' },
  },
  {
    id: 'ten-starts',
    label: 'Ten starts',
    comment:
      'Nine blobs that overlap, and random points to start from: one start often ends on a lower hilltop, the best of ten seldom.',
    values: {
      algorithm: 'gmm',
      start: 'random-points',
      restarts: 10,
      blobs: 9,
      clusters: 9,
    },
  },
  {
    id: 'singular',
    label: 'A singular covariance',
    comment: 'Twenty clusters for thirty points: some collapse onto a point or a line.',
    values: { algorithm: 'gmm', blobs: 3, pointsPerArm: 10, clusters: 20, clusterWidth: 1 },
  },
  {
    id: 'bayesian',
    label: 'Bayesian: how many?',
    comment: 'Fifteen clusters with priors: the weights of those that are not needed go to zero.',
    aboutModel: true,
    values: { algorithm: 'bayesian-gmm', clusters: 15 },
  },
] as const;
