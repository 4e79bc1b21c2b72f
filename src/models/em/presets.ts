/** Presets of EM for mixtures: states worth seeing, each by what differs from the defaults. */

/** Under the name of one algorithm. */
export const presets = [
  { id: 'start', label: 'As it starts', comment: 'Five blobs, and k-means++.', values: {} },
  {
    id: 'spirals',
    label: 'Spiral arms',
    comment: 'No Gaussian is bent: one arm takes several of them (figure 6.2b).',
    values: { dataset: 'spirals', clusters: 15 },
  },
  {
    id: 'bad-start',
    label: 'A bad start',
    comment:
      'All means in one spot: they take their time to part, and from some seeds end on a lower hilltop.',
    aboutModel: true,
    values: { start: 'one-spot' },
  },
  {
    id: 'half-steps',
    label: 'E and M in turns',
    comment: 'Step by step: the gap is the KL of figure 2.2.',
    values: { stepKind: 'alternate', dataset: 'two-gaussians', clusters: 2 },
  },
] as const;

/** Of the lab, which has all of them: in the order of a lesson. */
export const labPresets = [
  {
    id: 'k-means',
    label: 'k-means',
    comment: 'Five blobs, five means, and no doubt about any point.',
    values: {},
  },
  {
    id: 'soft',
    label: 'Soft k-means',
    comment: 'The same with doubt: points between two means belong to both (9.20, 9.21).',
    values: { algorithm: 'soft-k-means' },
  },
  {
    id: 'half-steps',
    label: 'Figure 2.2',
    comment:
      'Three means in one spot: the gap closes at each E-step and opens at each M-step, until they have parted.',
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
    comment: 'Means, covariances and weights, from random points.',
    aboutModel: true,
    values: { algorithm: 'gmm', start: 'random-points' },
  },
  {
    id: 'spirals',
    label: 'Spiral arms',
    comment: 'No Gaussian is bent: one arm takes several of them (figure 6.2b).',
    values: { algorithm: 'gmm', dataset: 'spirals', clusters: 15 },
  },
  {
    id: 'bad-start',
    label: 'A bad start',
    comment: 'All means in one spot: they take their time to part, and may end on a lower hilltop.',
    aboutModel: true,
    values: { algorithm: 'gmm', start: 'one-spot' },
  },
  {
    id: 'singular',
    label: 'A singular covariance',
    comment: 'Twenty clusters for thirty points: some fall onto a point or a line.',
    values: { algorithm: 'gmm', blobs: 3, pointsPerArm: 10, clusters: 20, clusterWidth: 1 },
  },
  {
    id: 'bayesian',
    label: 'Bayesian: how many?',
    comment: 'Fifteen clusters with priors: those that are not needed fade.',
    aboutModel: true,
    values: { algorithm: 'bayesian-gmm', clusters: 15 },
  },
] as const;
