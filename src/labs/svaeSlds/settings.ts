/** Everything an SVAE-SLDS can be set to; the one table all parts of the house read. */
import { linear, logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { networkSettings } from '../shared/settings/networkSettings.ts';
import {
  OWN_SERIES,
  reachSetting,
  standardiseSetting,
} from '../shared/settings/ownDataSettings.ts';
import { structuredTraining, windowsSetting } from '../shared/settings/trainingSettings.ts';

const generated = { setting: 'signal', is: ['two-tempo', 'three-tempo', 'bar'] } as const;

const presets = [
  {
    id: 'two-tempo',
    label: 'Two tempos',
    comment:
      'A dot circles inside a ring of lights, now slowly, now fast. The states find the two tempos, and where one takes over from the other.',
    values: {},
  },
  {
    id: 'three-tempo',
    label: 'Three tempos',
    comment: 'The same dot with a third tempo, which lies near the slow one.',
    values: { signal: 'three-tempo' },
  },
  {
    id: 'bar',
    label: 'Moving and breathing bar',
    comment:
      'A bar moves right or left, widens or narrows. The four states differ in their drift b, not in a rotation.',
    values: { signal: 'bar', dwell: 10, noise: 0.02, pixels: 20 },
  },
  {
    id: 'one-state',
    label: 'One state: the SVAE-LDS',
    comment:
      'With a single state there is nothing to switch. One rotation has to serve both tempos and serves neither.',
    values: { states: 1 },
  },
  {
    id: 'no-dynamics',
    label: 'No dynamics: a hidden Markov model',
    comment:
      'With A = 0 each state is a Gaussian in latent space, as in a hidden Markov model. States are places and no longer tempos.',
    values: { dynamics: 'none' },
  },
] as const;

export const svaeSldsTable = defineSettings({
  settings: {
    signal: {
      kind: 'choice',
      label: 'Signal',
      help: 'What the model learns to predict and to cut into stretches.',
      group: 'Data',
      basic: true,
      options: [
        { value: 'two-tempo', label: 'Two-tempo dot', help: 'Angles of 0.1 and 0.5 per step.' },
        {
          value: 'three-tempo',
          label: 'Three-tempo dot',
          help: 'Angles of 0.05, 0.2 and 0.5 per step.',
        },
        {
          value: 'bar',
          label: 'Moving and breathing bar',
          help: 'Four states with constant drift.',
        },
        OWN_SERIES,
      ],
      default: 'two-tempo',
    },
    standardise: standardiseSetting('signal'),
    reach: reachSetting,
    dwell: {
      ...logarithmic(2, 500, 1),
      label: 'Time in a true state',
      help: 'Mean number of steps before the true state changes.',
      group: 'Data',
      basic: true,
      shownWhen: generated,
      default: 80,
    },
    pixels: {
      ...whole(3, 40),
      label: 'Pixels',
      help: 'Lights of the ring, or pixels of the line of the bar.',
      group: 'Data',
      shownWhen: generated,
      default: 12,
    },
    sequenceSteps: {
      ...wholeLogarithmic(400, 20000, 100),
      label: 'Steps of the sequence',
      help: 'Length of the whole sequence. The last 400 steps, or a fifth, are kept for testing.',
      group: 'Data',
      shownWhen: generated,
      default: 3000,
    },
    noise: {
      ...linear(0, 1, 0.01),
      label: 'Noise',
      help: 'Standard deviation of the noise on every pixel.',
      group: 'Data',
      shownWhen: generated,
      default: 0.08,
    },
    states: {
      ...whole(1, 8),
      label: 'States',
      help: 'K, each with dynamics of its own. With one state this is the SVAE-LDS.',
      basic: true,
      default: 4,
    },
    latentDimension: {
      ...whole(1, 8),
      label: 'Latent dimension',
      help: 'd, coordinates of the latent that the states move. A rotation needs two.',
      basic: true,
      default: 2,
    },
    dynamics: {
      kind: 'choice',
      label: 'Dynamics of a state',
      help: 'How the next latent depends on the last one in each state.',
      options: [
        { value: 'linear', label: 'Linear', help: 'A x + b plus noise.' },
        {
          value: 'none',
          label: 'None',
          help: 'b plus noise: A is 0, and the model is a hidden Markov model.',
        },
      ],
      default: 'linear',
    },
    ...networkSettings,
    start: {
      kind: 'choice',
      label: 'Start',
      help: 'How the networks start. Own series may vary little within their range. A decoder that starts with a larger variance then learns nothing.',
      options: [
        {
          value: 'auto',
          label: 'Automatic',
          help: 'From the data for own series, otherwise plain.',
        },
        {
          value: 'data',
          label: 'From the data',
          help: 'Every unit is scaled to vary by 1 over the data, and the decoder’s variance begins below the largest eigenvalue of the data.',
        },
        { value: 'plain', label: 'Plain', help: 'Random weights, and a decoder of variance 1.' },
      ],
      default: 'auto',
    },
    expectedDwell: {
      ...logarithmic(1, 1000, 1),
      label: 'Prior time in a state',
      help: 'Mean number of steps in a state that the prior of the transitions expects.',
      basic: true,
      default: 50,
    },
    dwellStrength: {
      ...logarithmic(0.01, 1000, 0.01),
      label: 'Strength of that prior',
      help: 'How many departures from each state it counts as.',
      default: 1,
    },
    noiseScale: {
      ...logarithmic(0.0001, 100, 0.0001),
      label: 'Prior noise',
      help: 'Psi of the priors, times (d + 1) I: the expected noise of the latent from step to step.',
      default: 0.02,
    },
    transitionSpread: {
      ...logarithmic(0.001, 100, 0.001),
      label: 'Prior spread of the dynamics',
      help: 'Column covariance of the prior, times I / d: how far A may be from the identity and b from 0.',
      default: 20,
    },
    windowSteps: {
      ...wholeLogarithmic(3, 400),
      label: 'Window',
      help: 'T, consecutive steps in one window. It should hold a switch now and then.',
      group: 'Training',
      basic: true,
      default: 100,
    },
    windows: windowsSetting,
    ...structuredTraining,
    naturalStep: {
      ...structuredTraining.naturalStep,
      help: 'rho: the fraction of the way that states, transitions and initial latent move towards their optimum in each step.',
    },
    fullNaturalGradient: {
      ...structuredTraining.fullNaturalGradient,
      help: 'Adds the second term of the natural gradient: the effect of the states on the latents they learn from.',
    },
    warmUpSteps: {
      ...whole(0, 1000),
      label: 'Warm-up',
      help: 'Training steps as a VAE, with standard normal latents, before the latents are cut into stretches and the states begin.',
      group: 'Training',
      default: 200,
    },
    restarts: {
      ...whole(1, 50),
      label: 'Restarts',
      help: 'Starts of the states that are tried on the latents after the warm-up; the most likely is kept.',
      group: 'Training',
      default: 10,
    },
    sweeps: {
      ...whole(1, 50),
      label: 'Sweeps',
      help: 'Most updates of q(z) and q(x) in a training step. They begin where the last visit ended.',
      group: 'Training',
      takesEffect: 'live',
      default: 2,
    },
    gradient: {
      kind: 'choice',
      label: 'Gradient',
      help: 'How the gradient of the networks treats q(z).',
      group: 'Training',
      takesEffect: 'live',
      options: [
        { value: 'frozen', label: 'q(z) held', help: 'As if q(z) did not depend on the networks.' },
        {
          value: 'implicit',
          label: 'Through the fixed point',
          help: 'Follows q(z) and q(x) as they move each other.',
        },
      ],
      default: 'frozen',
    },
    structuralMoves: {
      kind: 'switch',
      label: 'Structural moves',
      help: 'Tries from time to time to merge two states, and keeps the change only if the ELBO rises. A doubtful change is trained on a copy for a while, which takes that many steps more.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      default: true,
    },
    samples: {
      ...wholeLogarithmic(1, 200),
      label: 'Samples',
      help: 'Number of sampled chains of states that the prediction averages.',
      group: 'Pictures',
      takesEffect: 'live',
      default: 50,
    },
  },
  presets,
  // Before there was a choice, own series started plainly.
  valuesBefore: ({ signal }) => (signal === 'own' ? { start: 'plain' } : {}),
});

export type SvaeSldsSettings = SettingValues<(typeof svaeSldsTable)['settings']>;

/** Whether the networks start from the data. */
export const startsFromData = ({
  start,
  signal,
}: Pick<SvaeSldsSettings, 'start' | 'signal'>): boolean =>
  start === 'data' || (start === 'auto' && signal === 'own');
