/** Everything the lab of gradient estimators can be set to. */
import { linear, logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';

const OF_GAUSSIAN = { setting: 'q', is: ['gaussian'] } as const;
const OF_COIN = { setting: 'q', is: ['coin'] } as const;
const DATA = { group: 'Data', basic: true } as const;
const MODEL = { group: 'Model', basic: true, takesEffect: 'live' } as const;

export const estimatorsTable = defineSettings({
  settings: {
    part: {
      kind: 'choice',
      label: 'Part',
      help: 'What is on the stage. A step is one more set of draws, or one step of the race.',
      ...DATA,
      options: [
        { value: 'draws', label: 'Draws', help: 'All estimators on the same draws.' },
        { value: 'race', label: 'Race', help: 'Gradient ascent by each estimator.' },
      ],
      default: 'draws',
    },
    q: {
      kind: 'choice',
      label: 'Distribution q',
      help: 'What is drawn from. A coin is discrete: no reparameterisation exists.',
      ...DATA,
      options: [
        { value: 'gaussian', label: 'Gaussian' },
        { value: 'coin', label: 'Coin' },
      ],
      default: 'gaussian',
    },
    f: {
      kind: 'choice',
      label: 'Function f',
      help: 'Its expectation under q is to be raised.',
      ...DATA,
      shownWhen: OF_GAUSSIAN,
      options: [
        { value: 'quadratic', label: 'Quadratic −(x − k)²' },
        { value: 'cosine', label: 'Cosine cos kx' },
        { value: 'bump', label: 'Bump exp(−kx²)' },
        { value: 'step', label: 'Step: 1 right of k' },
        { value: 'elbo', label: 'ELBO: log p(x) − log q(x)', help: 'The posterior is N(k, 1).' },
        { value: 'own', label: 'Your own formula', help: 'Type it over the chart.' },
      ],
      default: 'quadratic',
    },
    k: {
      ...linear(-5, 5, 0.1),
      label: 'k',
      help: 'Place of the hill, of the step or of the posterior; frequency of the cosine; narrowness of the bump.',
      ...DATA,
      takesEffect: 'live',
      shownWhen: { setting: 'f', is: ['quadratic', 'cosine', 'bump', 'step', 'elbo'] },
      default: 2,
    },
    c: {
      ...linear(0, 1, 0.01),
      label: 'c',
      help: 'f(z) = (z − c)² for a coin z: heads are better than tails where c is below ½.',
      ...DATA,
      takesEffect: 'live',
      shownWhen: OF_COIN,
      default: 0.45,
    },
    dimension: {
      ...wholeLogarithmic(1, 30),
      label: 'Dimensions',
      help: 'f is a sum over so many independent coordinates. The gradient is that of one of them.',
      ...DATA,
      default: 1,
    },
    mean: {
      ...linear(-4, 4, 0.01),
      label: 'Mean of q',
      help: 'Drag the top of q in the chart.',
      ...MODEL,
      shownWhen: OF_GAUSSIAN,
      default: 0,
    },
    sd: {
      ...logarithmic(0.1, 3, 0.01),
      label: 'Standard deviation of q',
      help: 'Drag the side of q in the chart.',
      ...MODEL,
      shownWhen: OF_GAUSSIAN,
      default: 1,
    },
    theta: {
      ...linear(0.02, 0.98, 0.01),
      label: 'θ, the probability of heads',
      help: 'Drag the border between tails and heads in the chart.',
      ...MODEL,
      shownWhen: OF_COIN,
      default: 0.3,
    },
    temperature: {
      ...logarithmic(0.05, 2, 0.01),
      label: 'Temperature',
      help: 'Of the relaxed coin. Colder: less bias and more variance.',
      ...MODEL,
      shownWhen: OF_COIN,
      default: 0.5,
    },
    parameter: {
      kind: 'choice',
      label: 'Gradient with respect to',
      help: 'The parameter of q whose gradient is estimated. The race moves both.',
      ...MODEL,
      shownWhen: OF_GAUSSIAN,
      options: [
        { value: 'mean', label: 'The mean' },
        { value: 'sd', label: 'The standard deviation' },
      ],
      default: 'mean',
    },
    draws: {
      kind: 'choice',
      label: 'Draws',
      help: 'How many draws all estimators share.',
      group: 'Training',
      basic: true,
      shownWhen: { setting: 'part', is: ['draws'] },
      options: [
        { value: '1000', label: '1,000' },
        { value: '10000', label: '10,000' },
        { value: '100000', label: '100,000' },
      ],
      default: '10000',
    },
    batch: {
      ...whole(2, 64),
      label: 'Batch',
      help: 'Draws that are averaged for one step of the race. The leave-one-out baseline uses the others of the batch.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      default: 10,
    },
    rate: {
      ...logarithmic(0.001, 0.5, 0.001),
      label: 'Step size',
      help: 'Of gradient ascent in the race: on the mean and log standard deviation, or on log-odds.',
      group: 'Training',
      takesEffect: 'live',
      default: 0.03,
    },
  },
  presets: [
    {
      id: 'quadratic',
      label: 'A hill',
      comment: 'Same draws, same gradient on average, very different spread.',
      values: {},
    },
    {
      id: 'dimensions',
      label: 'Many dimensions',
      comment: 'With 20 coordinates in f the score function drowns in their noise.',
      values: { dimension: 20 },
    },
    {
      id: 'waves',
      label: 'Fast waves',
      comment: 'Reparameterisation loses: the slope of a fast cosine is steep, its average is not.',
      values: { f: 'cosine', k: 5, mean: 1 },
    },
    {
      id: 'step',
      label: 'A step',
      comment: 'The slope of a step is 0 at every draw: reparameterisation is biased.',
      values: { f: 'step', k: 0.5 },
    },
    {
      id: 'landing',
      label: 'Sticking the landing',
      comment: 'Drag q to the posterior N(0, 1): then one estimator gives 0 at every draw.',
      values: { f: 'elbo', k: 0, mean: 0.6, sd: 0.7 },
    },
    {
      id: 'coin',
      label: 'A coin',
      comment: 'No path leads from θ to a coin. Straight-through points the wrong way.',
      values: { q: 'coin' },
    },
    {
      id: 'race',
      label: 'Race up a hill',
      comment: 'The same draws for all; less variance makes a straighter path.',
      values: {
        ...{ part: 'race', f: 'elbo', k: 1.5, mean: -2.5, sd: 0.6 },
        ...{ dimension: 2, batch: 4, rate: 0.04 },
      },
    },
    {
      id: 'coin-race',
      label: 'Race of coins',
      comment: 'Straight-through goes down the hill.',
      values: { part: 'race', q: 'coin', rate: 0.3 },
    },
  ],
});

export type EstimatorsSettings = SettingValues<(typeof estimatorsTable)['settings']>;
