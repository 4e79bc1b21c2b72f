/**
 * Everything EM for mixtures can be set to. One table in several versions: they differ in where the
 * dial stands at first.
 */
import { logarithmic, whole } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { stepKindSetting } from '../shared/data/stepKind.ts';
import { planarSettings } from '../shared/settings/planarSettings.ts';
import { labPresets, presets } from './presets.ts';

/** Hard assignments; soft ones; learned covariances and weights; and those with priors. */
export type EmAlgorithm = 'k-means' | 'soft-k-means' | 'gmm' | 'bayesian-gmm';

/** The algorithms by their own names, for the command line, and the lab that has them all. */
export type EmId = EmAlgorithm | 'em';

/** @param id what the dial stands at unless it is turned; the lab begins with k-means, in half-steps */
export function emTable(id: EmId) {
  const algorithm = id === 'em' ? 'k-means' : id;
  const isBayesian = ['bayesian-gmm'] as const;
  return defineSettings({
    settings: {
      ...planarSettings,
      algorithm: {
        kind: 'choice',
        label: 'Algorithm',
        help: 'What an assignment can be, and what a cluster can learn. Change it at any time; the clusters go on from where they are.',
        basic: true,
        takesEffect: 'live',
        options: [
          {
            value: 'k-means',
            label: 'k-means',
            help: 'Each point belongs to the nearest mean only.',
          },
          {
            value: 'soft-k-means',
            label: 'Soft k-means',
            help: 'Each point belongs to several clusters in fractions; all clusters are round and equally wide.',
          },
          {
            value: 'gmm',
            label: 'Gaussian mixture',
            help: 'Every cluster learns a mean, a covariance and a weight.',
          },
          {
            value: 'bayesian-gmm',
            label: 'Bayesian mixture',
            help: 'Priors over all three: the weights of clusters that are not needed go to zero.',
          },
        ],
        default: algorithm,
      },
      clusters: {
        ...whole(1, 50),
        label: 'Clusters',
        help: 'K. Only the Bayesian mixture finds out how many it needs.',
        basic: true,
        default: algorithm === 'bayesian-gmm' ? 15 : 5,
      },
      start: {
        kind: 'choice',
        label: 'Start of the means',
        help: 'EM climbs to the nearest maximum, so the start decides the result.',
        basic: true,
        options: [
          { value: 'k-means++', label: 'k-means++', help: 'Points far from one another.' },
          { value: 'random-points', label: 'Random points' },
          {
            value: 'one-spot',
            label: 'All in one spot',
            help: 'Close to the centre; it takes many steps until they separate.',
          },
        ],
        default: 'k-means++',
      },
      restarts: {
        ...whole(1, 100),
        label: 'Starts',
        help: 'How many starts are tried to their end, out of sight, before the first step. The run begins at the one that ends highest: by log-likelihood, and with k-means or priors by the ELBO.',
        basic: true,
        default: id === 'gmm' ? 10 : 1,
      },
      clusterWidth: {
        ...logarithmic(0.1, 20, 0.1),
        label: 'Width of a cluster',
        help: 'sigma: the fixed standard deviation of k-means and soft k-means, and the start of learned covariances. A change updates the responsibilities of soft k-means at once; assignments of k-means do not depend on it.',
        basic: true,
        takesEffect: 'live',
        default: 3,
      },
      leastWidth: {
        ...logarithmic(0.001, 2, 0.001),
        label: 'Smallest width',
        help: 'Standard deviation that no learned cluster falls below in any direction. Without it a cluster on a single point has infinite likelihood.',
        takesEffect: 'live',
        shownWhen: { setting: 'algorithm', is: ['gmm'] },
        default: 0.05,
      },
      concentration: {
        ...logarithmic(0.001, 100, 0.001),
        label: 'Weight concentration',
        help: 'alpha of the Dirichlet prior, each. Below 1 the weights of unneeded clusters go to zero.',
        takesEffect: 'live',
        shownWhen: { setting: 'algorithm', is: isBayesian },
        default: 0.001,
      },
      priorScale: {
        ...logarithmic(0.1, 1000, 0.1),
        label: 'Prior scale',
        help: 'Psi of the normal-inverse-Wishart prior, times the identity: how wide a cluster is before it has seen data.',
        takesEffect: 'live',
        shownWhen: { setting: 'algorithm', is: isBayesian },
        default: 40,
      },
      priorStrength: {
        ...logarithmic(0.1, 200, 0.1),
        label: 'Prior strength',
        help: 'Pseudo-count of that prior: how many points it counts as.',
        takesEffect: 'live',
        shownWhen: { setting: 'algorithm', is: isBayesian },
        default: 5,
      },
      meanStrength: {
        ...logarithmic(0.001, 10, 0.001),
        label: 'Pull to the centre',
        help: 'kappa of the prior: how strongly a cluster without data is drawn to the origin.',
        takesEffect: 'live',
        shownWhen: { setting: 'algorithm', is: isBayesian },
        default: 0.01,
      },
      stepKind: stepKindSetting(id === 'em' ? 'alternate' : 'both'),
    },
    presets: id === 'em' ? labPresets : presets,
  });
}

export type EmSettings = SettingValues<ReturnType<typeof emTable>['settings']>;
