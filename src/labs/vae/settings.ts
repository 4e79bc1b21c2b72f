/** Everything a VAE can be set to. */
import { linear, logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { networkSettings } from '../shared/settings/networkSettings.ts';
import { planarSettings } from '../shared/settings/planarSettings.ts';
import { learningRate, pointsPerStep } from '../shared/settings/trainingSettings.ts';

export const vaeTable = defineSettings({
  settings: {
    ...planarSettings,
    dataset: {
      ...planarSettings.dataset,
      help: 'What the model learns: points in the plane, or small pictures, which have many pixels but vary in few ways.',
      options: [
        ...planarSettings.dataset.options,
        { value: 'shapes', label: 'Small shapes', help: 'Disc, square, triangle and cross.' },
      ],
      default: 'spirals',
    },
    picturesPerShape: {
      ...wholeLogarithmic(20, 1000, 10),
      label: 'Pictures per shape',
      help: 'Pictures of each of the four shapes, in different sizes and places.',
      group: 'Data',
      shownWhen: { setting: 'dataset', is: ['shapes'] },
      default: 200,
    },
    stray: {
      ...linear(0, 0.4, 0.01),
      label: 'Stray',
      help: 'Largest distance of a shape from the centre, as a fraction of half the side. More places need more latent dimensions.',
      group: 'Data',
      shownWhen: { setting: 'dataset', is: ['shapes'] },
      default: 0.1,
    },
    pixels: {
      ...whole(6, 20),
      label: 'Pixels along a side',
      help: 'Side of a picture. Its square is the data dimension.',
      group: 'Data',
      shownWhen: { setting: 'dataset', is: ['shapes'] },
      default: 12,
    },
    decoder: {
      kind: 'choice',
      label: 'Decoder',
      help: 'What the decoder gives for a pixel. The log-likelihoods of both kinds cannot be compared.',
      basic: true,
      shownWhen: { setting: 'dataset', is: ['shapes'] },
      options: [
        {
          value: 'gaussian',
          label: 'Gaussian, grey pixels',
          help: 'A mean and a variance.',
        },
        {
          value: 'bernoulli',
          label: 'Bernoulli, binary pixels',
          help: 'A probability of ink. Each pixel of the data is drawn as ink or paper, with its grey as the probability.',
        },
      ],
      default: 'gaussian',
    },
    latentDimension: {
      ...whole(1, 8),
      label: 'Latent dimension',
      help: 'd, coordinates of a latent. The plot shows two of them.',
      basic: true,
      default: 2,
    },
    posterior: {
      kind: 'choice',
      label: 'Posterior q(x)',
      help: 'The Gaussians that the encoder chooses from.',
      basic: true,
      shownWhen: { setting: 'latentDimension', is: [2, 3, 4, 5, 6, 7, 8] },
      options: [
        {
          value: 'diagonal',
          label: 'Diagonal covariance',
          help: 'Latent dimensions are independent given the observation. The axes of each ellipse lie along the axes of the plot.',
        },
        {
          value: 'full',
          label: 'Full covariance',
          help: 'Latent dimensions may be correlated, so ellipses may be turned. The encoder has d(d − 1)/2 more outputs.',
        },
      ],
      default: 'diagonal',
    },
    ...networkSettings,
    objective: {
      kind: 'choice',
      label: 'Objective',
      help: 'What training raises. All of them are lower bounds of log p(y) while β is 1.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      options: [
        {
          value: 'elbo',
          label: 'ELBO, with β',
          help: 'Reconstruction minus β times the KL; β = 1 is the ELBO.',
        },
        {
          value: 'iwae',
          label: 'IWAE bound',
          help: 'Logarithm of the mean of K importance weights. Tighter with each sample. β has no effect.',
        },
        {
          value: 'iwae-dreg',
          label: 'IWAE bound, doubly reparameterised',
          help: 'The same bound. The encoder gets a gradient with the same mean and usually less noise (DReG). β has no effect.',
        },
      ],
      default: 'elbo',
    },
    importanceSamples: {
      ...wholeLogarithmic(1, 200),
      label: 'K, importance samples',
      help: 'Draws of q for each observation in the IWAE bound. With K = 1 the bound is the ELBO with a sampled KL. A bound with a larger K is tighter, so do not compare bounds with different K.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      shownWhen: { setting: 'objective', is: ['iwae', 'iwae-dreg'] },
      default: 10,
    },
    klWeight: {
      ...logarithmic(0, 100, 0.01),
      label: 'β, weight of the KL',
      help: 'Weight of the KL in the objective. 1 gives the ELBO; larger values make posteriors wide and reconstructions blurred; 0 gives an autoencoder.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      shownWhen: { setting: 'objective', is: ['elbo'] },
      default: 1,
    },
    gradientEstimator: {
      kind: 'choice',
      label: 'Gradient of the encoder',
      help: 'How draws of q give the gradient of the ELBO for the encoder. All have the same mean; they differ in their noise.',
      group: 'Training',
      takesEffect: 'live',
      shownWhen: { setting: 'objective', is: ['elbo'] },
      options: [
        {
          value: 'reparameterised',
          label: 'Reparameterisation',
          help: 'One draw moves with q; the KL in closed form.',
        },
        {
          value: 'sticking',
          label: 'Sticking the landing',
          help: 'One draw moves with q; the KL from the draw, without the score, whose mean is 0.',
        },
        {
          value: 'score',
          label: 'Score function with baseline',
          help: 'Several draws; each weights the score by its value minus the mean of the others. Needs no slope of the decoder.',
        },
      ],
      default: 'reparameterised',
    },
    scoreDraws: {
      ...wholeLogarithmic(2, 200),
      label: 'Draws for the score function',
      help: 'Draws of q for each observation. More draws make the gradient less noisy, and a step slower.',
      group: 'Training',
      takesEffect: 'live',
      shownWhen: { setting: 'gradientEstimator', is: ['score'] },
      default: 10,
    },
    learningRate: { ...learningRate, default: 0.01 },
    batch: pointsPerStep,
    samples: {
      ...wholeLogarithmic(1, 2000),
      label: 'Samples of the prior',
      help: 'Number of samples of the prior to draw.',
      group: 'Pictures',
      takesEffect: 'live',
      default: 300,
    },
    sampleDraw: {
      ...whole(1, 9999),
      label: 'Draw of samples',
      help: 'A different number gives different samples of the same prior.',
      group: 'Pictures',
      takesEffect: 'live',
      default: 1,
    },
  },
  presets: [
    {
      id: 'plain',
      label: 'Plain VAE',
      comment: 'β = 1: the objective is the ELBO (Figure 6.2c of the thesis: a VAE on spirals).',
      aboutModel: true,
      values: {},
    },
    {
      id: 'shapes',
      label: 'Small shapes',
      comment: 'Pictures of 144 pixels, two latent dimensions. Drag the probe from shape to shape.',
      values: { dataset: 'shapes' },
    },
    {
      id: 'bernoulli',
      label: 'Binary shapes',
      comment: 'Pixels are ink or paper, and a Bernoulli decoder gives the probability of ink.',
      values: { dataset: 'shapes', decoder: 'bernoulli' },
    },
    {
      id: 'beta-vae',
      label: 'β-VAE',
      comment:
        'Four latent dimensions for the shapes and β = 4: dimensions that gain less than they cost collapse.',
      values: { dataset: 'shapes', hiddenUnits: 100, latentDimension: 4, klWeight: 4 },
    },
    {
      id: 'collapse',
      label: 'Posterior collapse',
      comment:
        'β = 5: the KL wins, and every posterior becomes the prior and carries no information.',
      values: { klWeight: 5 },
    },
    {
      id: 'autoencoder',
      label: 'Autoencoder',
      comment: 'β = 0: posteriors are sharp, and latents lie far outside the prior.',
      aboutModel: true,
      values: { klWeight: 0 },
    },
    {
      id: 'full-posterior',
      label: 'Full-covariance posterior',
      comment:
        'q may be correlated, so ellipses turn. Gap says what a diagonal q would lose under this decoder.',
      aboutModel: true,
      values: { posterior: 'full' },
    },
    {
      id: 'iwae',
      label: 'IWAE, K = 50',
      comment:
        'The bound with 50 importance samples: tighter than the ELBO, and q need not look like the posterior.',
      aboutModel: true,
      values: { objective: 'iwae', importanceSamples: 50 },
    },
    {
      id: 'iwae-dreg',
      label: 'IWAE with doubly reparameterised gradients',
      comment:
        'The same bound with K = 50, whose gradient usually reaches the encoder with less noise (Tucker et al. 2019).',
      aboutModel: true,
      values: { objective: 'iwae-dreg', importanceSamples: 50 },
    },
  ],
});

export type VaeSettings = SettingValues<(typeof vaeTable)['settings']>;
