/** Everything an SVAE-GMM can be set to; the one table all parts of the house read. */
import { logarithmic, whole } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { networkSettings } from '../shared/settings/networkSettings.ts';
import { planarSettings } from '../shared/settings/planarSettings.ts';
import { pointsPerStep, structuredTraining } from '../shared/settings/trainingSettings.ts';
import { searchBefore } from './growingPrior.ts';

export const svaeGmmTable = defineSettings({
  settings: {
    ...planarSettings,
    dataset: {
      ...planarSettings.dataset,
      help: 'What the model learns. Spirals are the data of van den Heuvel’s thesis: no Gaussian fits a curved arm.',
      default: 'spirals',
    },
    arms: {
      ...planarSettings.arms,
      help: 'Number of spiral arms: the clusters a good model finds by itself.',
    },
    pointsPerArm: {
      ...planarSettings.pointsPerArm,
      help: 'Observations in each arm or cluster. More points do not make steps slower.',
    },
    clusters: {
      ...whole(1, 50),
      label: 'Clusters',
      help: 'K: clusters at the start for up to 500 points; the thorough search starts with more for more points. Weights of clusters without points go to zero.',
      basic: true,
      default: 15,
    },
    residual: {
      kind: 'choice',
      label: 'Residual links',
      help: 'Linear links past the networks. A partial isometry keeps the scale of the data; normal weights do not.',
      basic: true,
      options: [
        { value: 'partial-isometry', label: 'Partial isometry' },
        { value: 'normal', label: 'Normal weights' },
        { value: 'none', label: 'None' },
      ],
      default: 'partial-isometry',
    },
    ...networkSettings,
    weights: {
      kind: 'choice',
      label: 'Start of the weights',
      help: 'How the networks start: with many different curves, or with weights so small that only the residual links have an effect.',
      options: [
        { value: 'fan-in', label: 'Spread out' },
        { value: 'small', label: 'Close to zero' },
      ],
      default: 'fan-in',
    },
    inputScale: {
      ...logarithmic(0.01, 2, 0.01),
      label: 'Input scale',
      help: 'Factor on the input of the hidden layers. Data reach to about 10; hidden units are nonlinear near 1.',
      default: 0.5,
    },
    latentDimension: {
      ...whole(1, 8),
      label: 'Latent dimension',
      help: 'd, coordinates of a latent. The plot shows the first two; the latent grid needs exactly two.',
      default: 2,
    },
    start: {
      kind: 'choice',
      label: 'Start of the clusters',
      help: 'Where clusters start. Random means, as in the thesis, often start close to one another.',
      options: [
        { value: 'k-means++', label: 'k-means++' },
        { value: 'random', label: 'Random means' },
      ],
      default: 'k-means++',
    },
    meanSpread: {
      ...logarithmic(0.01, 30, 0.01),
      label: 'Spread of random means',
      help: 'Standard deviation of the starting means when they are drawn at random.',
      shownWhen: { setting: 'start', is: ['random'] },
      default: 3,
    },
    priorScale: {
      ...logarithmic(0.1, 1000, 0.1),
      label: 'Prior scale',
      help: 'Psi of the normal-inverse-Wishart prior, times the identity: how wide a cluster is before it has seen data. Wide clusters take whole arms; with more arms choose less.',
      default: 120,
    },
    priorStrength: {
      ...logarithmic(0.5, 200, 0.1),
      label: 'Prior strength',
      help: 'Pseudo-count of that prior: how many points it counts as.',
      default: 10,
    },
    meanStrength: {
      ...logarithmic(0.001, 10, 0.001),
      label: 'Pull to the centre',
      help: 'kappa of the prior: how strongly a cluster without data is drawn to the origin.',
      default: 0.002,
    },
    concentration: {
      ...logarithmic(0.001, 100, 0.001),
      label: 'Weight concentration',
      help: 'alpha of the Dirichlet prior, each. Below 1 the weights of unneeded clusters go to zero.',
      default: 0.001,
    },
    priorGrowth: {
      kind: 'switch',
      label: 'Prior grows with the data',
      help: 'The prior strength rises with the number of points beyond 500, the prior scale beyond 1,000, and the weight concentration falls. Otherwise more points give more clusters for each shape.',
      default: true,
    },
    shapesFirst: {
      kind: 'switch',
      label: 'Count shapes first',
      help: 'Shapes in the data are counted by the density of the points. For more than eight, the prior is narrower, and joins leave at least as many.',
      default: true,
    },
    searchByCount: {
      kind: 'switch',
      label: 'Search by the count',
      help: 'Moves towards as many clusters as shapes may cost a little ELBO; there the search rests. Blobs that overlap count one by one.',
      shownWhen: { setting: 'shapesFirst', is: [true] },
      default: true,
    },
    startAtShapes: {
      kind: 'switch',
      label: 'Start at the shapes',
      help: 'More than eight shapes, or blobs counted by their Gaussians, get a cluster each from the first step on. Off: by k-means++, or at pieces for more than eight.',
      shownWhen: { setting: 'shapesFirst', is: [true] },
      default: true,
    },
    batch: pointsPerStep,
    ...structuredTraining,
    naturalStep: {
      ...structuredTraining.naturalStep,
      help: 'rho: the fraction of the way that clusters move towards their optimum in each step.',
    },
    fullNaturalGradient: {
      ...structuredTraining.fullNaturalGradient,
      help: 'Adds the second term of the natural gradient: the effect of the clusters on the latents they learn from.',
    },
    structuralMoves: {
      kind: 'switch',
      label: 'Structural moves',
      help: 'Tries to merge or split clusters from time to time, and keeps a change if the ELBO rises, or by the count falls little. A doubtful change is first trained on a copy, which takes that many steps more.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      default: true,
    },
    thoroughSearch: {
      kind: 'switch',
      label: 'Thorough search',
      help: 'Beyond 500 points the mixture starts with more clusters, at most twice as many. A structural move that costs much at first, or that a trial of 75 steps refuses, gets a trial of 200 steps.',
      group: 'Training',
      shownWhen: { setting: 'structuralMoves', is: [true] },
      default: true,
    },
    joinNeighbours: {
      kind: 'switch',
      label: 'Join neighbours',
      help: 'Where many clusters touch in the data, as pieces of one bent shape do, all of them are joined at once and train for 1,000 steps. Then the pieces train as long, and the higher ELBO goes on.',
      group: 'Training',
      shownWhen: { setting: 'structuralMoves', is: [true] },
      default: true,
    },
    neighbourDensity: {
      kind: 'switch',
      label: 'Neighbours by density',
      help: 'Two clusters are neither joined nor merged where the data between them are much sparser than inside them. Off: clusters are joined if many of their points are neighbours, and any two may merge.',
      group: 'Training',
      shownWhen: { setting: 'joinNeighbours', is: [true] },
      default: true,
    },
  },
  presets: [
    {
      id: 'robust',
      label: 'Robust',
      comment:
        'Wide priors, good starts and structural moves: five spiral arms become five clusters from nearly every seed.',
      aboutModel: true,
      values: {},
    },
    {
      id: 'thesis',
      label: "The thesis's settings",
      comment:
        'ReLU, weights near zero, random means, no structural moves: most spiral arms are found, but some stay in pieces.',
      aboutModel: true,
      values: {
        activation: 'relu',
        weights: 'small',
        inputScale: 1,
        start: 'random',
        meanSpread: 3,
        priorScale: 3,
        priorStrength: 0.5,
        meanStrength: 0.5,
        concentration: 0.003,
        priorGrowth: false,
        shapesFirst: false,
        searchByCount: false,
        startAtShapes: false,
        learningRate: 0.001,
        structuralMoves: false,
        thoroughSearch: false,
        joinNeighbours: false,
        neighbourDensity: false,
      },
    },
    {
      id: 'normal-residual-weights',
      label: 'Figure 6.3b: normal residual weights',
      comment:
        'Training fails: normal weights scale the latents far beyond what the clusters expect, and usually one cluster takes all points.',
      aboutModel: true,
      values: { residual: 'normal', structuralMoves: false },
    },
    {
      id: 'overlapping-priors',
      label: 'Figure 6.3c: overlapping priors',
      comment:
        'Training fails: all clusters start in one place and are so wide that the data cannot distinguish them. One takes all points, and no structural move raises the ELBO.',
      aboutModel: true,
      values: { start: 'random', meanSpread: 0.01, priorScale: 1000 },
    },
  ],
  valuesBefore: searchBefore,
});

export type SvaeGmmSettings = SettingValues<(typeof svaeGmmTable)['settings']>;
