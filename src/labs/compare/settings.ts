/** Everything the comparison can be set to: the data once, and what the three models differ in. */
import { whole } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { networkSettings } from '../shared/settings/networkSettings.ts';
import { planarSettings } from '../shared/settings/planarSettings.ts';
import { searchBefore } from '../svaeGmm/growingPrior.ts';
import { svaeGmmTable } from '../svaeGmm/settings.ts';
import { vaeTable } from '../vae/settings.ts';

export const compareTable = defineSettings({
  settings: {
    ...planarSettings,
    dataset: {
      ...planarSettings.dataset,
      help: 'The points that all three models learn.',
      default: 'spirals',
    },
    mixtureClusters: {
      ...whole(1, 50),
      label: 'Clusters of the GMM',
      help: 'Number of Gaussians in the mixture. With one per class it cannot follow bent shapes; with many it follows any shape in pieces.',
      basic: true,
      default: 15,
    },
    clusters: {
      ...svaeGmmTable.settings.clusters,
      label: 'Clusters of the SVAE',
      help: 'K, the clusters the SVAE starts with. The weights of clusters it does not need go to zero.',
    },
    latentDimension: {
      ...svaeGmmTable.settings.latentDimension,
      help: 'd, coordinates of a latent, for VAE and SVAE.',
    },
    recipe: {
      kind: 'choice',
      label: 'Recipe of the SVAE',
      help: 'Start, priors and structural moves of the SVAE, as in the presets of its own lab.',
      options: [
        {
          value: 'robust',
          label: 'Robust',
          help: 'Wide priors, good starts and structural moves.',
        },
        {
          value: 'thesis',
          label: "The thesis's",
          help: 'Random means, narrow priors, weights near zero, no moves.',
        },
      ],
      default: 'robust',
    },
    priorGrowth: {
      ...svaeGmmTable.settings.priorGrowth,
      shownWhen: { setting: 'recipe', is: ['robust'] },
    },
    shapesFirst: {
      ...svaeGmmTable.settings.shapesFirst,
      shownWhen: { setting: 'recipe', is: ['robust'] },
    },
    searchByCount: {
      ...svaeGmmTable.settings.searchByCount,
      shownWhen: { setting: 'recipe', is: ['robust'] },
    },
    startAtShapes: {
      ...svaeGmmTable.settings.startAtShapes,
      shownWhen: { setting: 'recipe', is: ['robust'] },
    },
    thoroughSearch: {
      ...svaeGmmTable.settings.thoroughSearch,
      shownWhen: { setting: 'recipe', is: ['robust'] },
    },
    joinNeighbours: {
      ...svaeGmmTable.settings.joinNeighbours,
      shownWhen: { setting: 'recipe', is: ['robust'] },
    },
    neighbourDensity: {
      ...svaeGmmTable.settings.neighbourDensity,
      shownWhen: { setting: 'recipe', is: ['robust'] },
    },
    ...networkSettings,
    learningRate: {
      ...vaeTable.settings.learningRate,
      help: 'Adam step size of encoder and decoder, for VAE and SVAE. If it is too large, training breaks down.',
    },
    objective: {
      ...vaeTable.settings.objective,
      label: 'Objective of the VAE',
      help: 'What the VAE raises. Keep a run, choose another objective, and compare the held-out log-likelihoods.',
      basic: false,
    },
    importanceSamples: { ...vaeTable.settings.importanceSamples, basic: false, default: 50 },
    klWeight: {
      ...svaeGmmTable.settings.klWeight,
      help: 'beta: weight of the KL terms in the objectives of VAE and SVAE. 1 gives the ELBO.',
    },
    batch: {
      ...vaeTable.settings.batch,
      help: 'Points per training step of VAE and SVAE. EM sees all points in every step.',
    },
  },
  presets: [
    {
      id: 'spirals',
      label: 'Figure 6.2: spiral arms',
      comment:
        'Pieces, a shape, and both. With these settings the SVAE finds the arms from nearly every seed.',
      values: {},
    },
    {
      id: 'figure-6-2',
      label: "Figure 6.2: the thesis's settings",
      comment:
        'ReLU, weights near zero, random means: this needs ten times the steps, and some seeds leave an arm in pieces.',
      values: { recipe: 'thesis', activation: 'relu', learningRate: 0.001 },
    },
    {
      id: 'iwae',
      label: 'VAE with importance weights',
      comment:
        'The VAE raises the importance-weighted bound of 50 samples. Its ELBO becomes lower, its held-out log-likelihood higher. Keep a run of the first preset to compare.',
      values: { objective: 'iwae-dreg' },
    },
    {
      id: 'blobs',
      label: 'Blobs',
      comment:
        'Nothing is bent, so a Gaussian mixture fits. But EM ends on the nearest hilltop: from some seeds two blobs share a cluster, and the SVAE wins.',
      values: { dataset: 'blobs', mixtureClusters: 5 },
    },
    {
      id: 'moons',
      label: 'Two moons',
      comment: 'Two bent shapes, one inside the other.',
      values: { dataset: 'moons', pointsPerArm: 250 },
    },
    {
      id: 'two-gaussians',
      label: 'Two Gaussians',
      comment: 'Easy data: the simplest model is enough.',
      values: { dataset: 'two-gaussians', pointsPerArm: 250, mixtureClusters: 2 },
    },
  ],
  valuesBefore: searchBefore,
});

export type CompareSettings = SettingValues<(typeof compareTable)['settings']>;
