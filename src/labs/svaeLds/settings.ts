/** Everything an SVAE-LDS can be set to; the one table all parts of the house read. */
import { linear, logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { networkSettings } from '../shared/settings/networkSettings.ts';
import {
  OWN_SERIES,
  reachSetting,
  standardiseSetting,
} from '../shared/settings/ownDataSettings.ts';
import { SHIPPED_OPTIONS } from '../shared/settings/seriesSettings.ts';
import { structuredTraining, windowsSetting } from '../shared/settings/trainingSettings.ts';
import { startBefore } from './startsFromData.ts';
import { trackingSettings } from './trackingSettings.ts';

/** Signals that come with the page, and all that are not generated. */
const SHIPPED = SHIPPED_OPTIONS.map(({ value }) => value);
const MEASURED = [...SHIPPED, 'own'];

/** Presets of the SVAE-LDS: states worth seeing, each by what differs from the defaults. */
const presets = [
  {
    id: 'robust',
    label: 'Robust',
    comment:
      'Little prior noise and large steps: a few hundred steps find the period of the dot from nearly every seed.',
    aboutModel: true,
    values: {},
  },
  {
    id: 'thesis',
    label: "The thesis's settings",
    comment:
      'One window per step, small steps and much prior noise: a thousand steps find the period of the dot, but the forecast still fades to the mean.',
    aboutModel: true,
    values: {
      windows: 1,
      learningRate: 0.001,
      naturalStep: 0.1,
      noiseScale: 2,
      fullNaturalGradient: false,
      start: 'plain',
    },
  },
  {
    id: 'two-dots',
    label: 'Two dots',
    comment:
      'One dot makes two round trips while the other makes three: two frequencies at once, for which the networks need more hidden units.',
    values: { signal: 'two-dots', hiddenUnits: 150 },
  },
  {
    id: 'changing-speed',
    label: 'Changing speed',
    comment:
      'A dot that is faster on every second round trip. Its period is two round trips, and several rotations describe it.',
    values: { signal: 'changing-speed', hiddenUnits: 100 },
  },
] as const;

export const svaeLdsTable = defineSettings({
  settings: {
    signal: {
      kind: 'choice',
      label: 'Signal',
      help: 'What the model learns to predict. The bouncing dot is the data of van den Heuvel’s thesis.',
      group: 'Data',
      basic: true,
      options: [
        { value: 'bouncing', label: 'Bouncing dot' },
        { value: 'two-dots', label: 'Two dots', help: 'The second bounces 1.5 times as fast.' },
        {
          value: 'changing-speed',
          label: 'Dot with changing speed',
          help: 'Fast and slow round trips alternate.',
        },
        { value: 'sine', label: 'Sine on a line', help: 'The dot slows down before it turns.' },
        ...SHIPPED_OPTIONS,
        OWN_SERIES,
      ],
      default: 'bouncing',
    },
    standardise: standardiseSetting('signal'),
    reach: reachSetting,
    roomFor: {
      kind: 'choice',
      label: 'Room for predictions',
      help: 'How far predictions can go beyond the values trained on. The decoder ends in a sigmoid and cannot leave that range.',
      group: 'Data',
      shownWhen: { setting: 'signal', is: SHIPPED },
      options: [
        {
          value: 'training',
          label: 'A straight line',
          help: 'Three eighths of the range of the rows for training, below and above: as far as a straight line through these rows can go on in the rows held out, and a margin.',
        },
        {
          value: 'all',
          label: 'The rows held out',
          help: 'As before version 0.9: as far as the rows held out lie beyond those for training. The scale then depends on rows that the model is tested on.',
        },
      ],
      default: 'training',
    },
    transform: {
      kind: 'choice',
      label: 'Transform',
      help: 'What the model learns of a measured series. All numbers on the page are then of the transformed series, and the names of its columns say so.',
      group: 'Data',
      shownWhen: { setting: 'signal', is: MEASURED },
      options: [
        {
          value: 'auto',
          label: 'Automatic',
          help: 'Changes of logarithms for airline passengers; all other series as they are.',
        },
        { value: 'none', label: 'As they are' },
        {
          value: 'log',
          label: 'Logarithms',
          help: 'To base 10, for values above 0. Swings that grow with the values become even.',
        },
        {
          value: 'change',
          label: 'Changes',
          help: 'From each step to the next: a trend becomes a constant. The first row is left out.',
        },
        {
          value: 'log-change',
          label: 'Changes of logarithms',
          help: 'Relative growth from each step to the next: of a series that grows by some percent and swings in proportion.',
        },
      ],
      default: 'auto',
    },
    delays: {
      kind: 'choice',
      label: 'Delay coordinates',
      help: 'Whether a row of a measured series shows values before it, too. The encoder sees one row at a time, and a single value does not tell whether the series rises or falls.',
      group: 'Data',
      shownWhen: { setting: 'signal', is: MEASURED },
      options: [
        {
          value: 'auto',
          label: 'Automatic',
          help: 'Where one or two columns repeat themselves: up to twelve values over one period.',
        },
        { value: 'none', label: 'None', help: 'Each row shows its own step alone.' },
      ],
      default: 'auto',
    },
    speed: {
      ...logarithmic(0.1, 4, 0.01),
      label: 'Speed',
      help: 'Bounces per unit of time; a step is a tenth of it. 0.75 gives a round trip of 26.67 steps.',
      group: 'Data',
      basic: true,
      shownWhen: { setting: 'signal', is: ['bouncing', 'two-dots', 'changing-speed', 'sine'] },
      default: 0.75,
    },
    pixels: {
      ...whole(1, 40),
      label: 'Pixels',
      help: 'Pixels of the line on which the dot moves.',
      group: 'Data',
      shownWhen: { setting: 'signal', is: ['bouncing', 'two-dots', 'changing-speed', 'sine'] },
      default: 12,
    },
    sequenceSteps: {
      ...wholeLogarithmic(300, 20000, 100),
      label: 'Steps of the sequence',
      help: 'Length of the whole sequence. The last 400 steps, or a fifth, are kept for testing.',
      group: 'Data',
      shownWhen: { setting: 'signal', is: ['bouncing', 'two-dots', 'changing-speed', 'sine'] },
      default: 5000,
    },
    renderWidth: {
      ...logarithmic(0.05, 1, 0.01),
      label: 'Width of the dot',
      help: 'Standard deviation of the picture of a dot; the line goes from -1 to 1.',
      group: 'Data',
      shownWhen: { setting: 'signal', is: ['bouncing', 'two-dots', 'changing-speed', 'sine'] },
      default: 0.2,
    },
    noise: {
      ...linear(0, 1, 0.01),
      label: 'Noise',
      help: 'Standard deviation of the noise on every pixel.',
      group: 'Data',
      shownWhen: { setting: 'signal', is: ['bouncing', 'two-dots', 'changing-speed', 'sine'] },
      default: 0.1,
    },
    latentDimension: {
      ...whole(1, 30),
      label: 'Latent dimension',
      help: 'd, coordinates of the state. A rotation needs two; with four or more it is found from nearly every seed.',
      basic: true,
      default: 10,
    },
    ...networkSettings,
    hiddenLayers: {
      ...networkSettings.hiddenLayers,
      help: `${networkSettings.hiddenLayers.help} Four need a learning rate of about 0.005.`,
    },
    start: {
      kind: 'choice',
      label: 'Start',
      help: 'Where networks and dynamics begin. Latents that hardly move at first are taken for a state that stands still; a start from the data makes them move.',
      basic: true,
      options: [
        {
          value: 'auto',
          label: 'Automatic',
          help: 'From the data for own series, for two or more hidden layers, and for units other than tanh; otherwise plain.',
        },
        {
          value: 'data',
          label: 'From the data',
          help: 'Every unit is scaled to vary by 1 over the data, the decoder begins with a variance below the largest eigenvalue of the data, and pairs of latents begin as rotations. Against few steps the prior of the transition is wider.',
        },
        {
          value: 'plain',
          label: 'Plain',
          help: 'Random weights, a decoder of variance 1, and a state that stands still.',
        },
      ],
      default: 'auto',
    },
    startTakes: {
      kind: 'choice',
      label: 'Used at the start',
      help: 'Which properties of the data a start from the data uses.',
      shownWhen: { setting: 'start', is: ['auto', 'data'] },
      options: [
        {
          value: 'period',
          label: 'Variance and period',
          help: 'Pairs of latents begin at the pace of the data and of its overtones, where the data repeat themselves. The decoder’s variance lies around that of the data, so that series that vary little within their range are learned too.',
        },
        {
          value: 'variance',
          label: 'Variance',
          help: 'As before version 0.8: pairs begin at paces from fast to slow, and the decoder’s variance has fixed limits.',
        },
      ],
      default: 'period',
    },
    noiseScale: {
      ...logarithmic(0.001, 100, 0.001),
      label: 'Prior noise',
      help: 'Psi of both priors, times (d + 1) I: the expected noise of the state from step to step.',
      default: 0.02,
    },
    transitionSpread: {
      ...logarithmic(0.001, 100, 0.001),
      label: 'Prior spread of the transition',
      help: 'K of the prior, times I / d: how far the transition matrix may be from the identity.',
      default: 0.5,
    },
    windowSteps: {
      ...wholeLogarithmic(2, 400),
      label: 'Window',
      help: 'T, consecutive steps in one window. It should hold at least one round trip.',
      group: 'Training',
      basic: true,
      default: 80,
    },
    windows: windowsSetting,
    ...structuredTraining,
    naturalStep: {
      ...structuredTraining.naturalStep,
      help: 'rho: the fraction of the way that transition and initial state move towards their optimum in each step.',
      default: 0.3,
    },
    fullNaturalGradient: {
      ...structuredTraining.fullNaturalGradient,
      help: 'Adds the second term of the natural gradient: the effect of the transition on the latents it learns from. With it, half as many steps are enough.',
      default: true,
    },
    feedSpeed: {
      ...logarithmic(0.25, 4, 0.01),
      label: 'Speed of the input',
      help: 'Speed of the dots that the running model observes, as a multiple of the speed above. 1 is the speed it started with.',
      group: 'Training',
      takesEffect: 'live',
      countsFrom: 'changesAt',
      shownWhen: { setting: 'signal', is: ['bouncing', 'two-dots', 'changing-speed', 'sine'] },
      default: 1,
    },
    trains: {
      kind: 'choice',
      label: 'What is trained',
      help: 'Everything, or only transition and initial state with fixed networks: a known picture at a new frequency.',
      group: 'Training',
      takesEffect: 'live',
      countsFrom: 'changesAt',
      options: [
        { value: 'everything', label: 'Everything' },
        { value: 'globals', label: 'Only the dynamics' },
      ],
      default: 'everything',
    },
    dynamicsStep: {
      ...logarithmic(0.001, 1, 0.001),
      label: 'Step of the dynamics alone',
      help: 'rho while only the dynamics are trained. At 1 each step goes all the way to the optimum for its windows, which is right while the networks are fixed.',
      group: 'Training',
      takesEffect: 'live',
      countsFrom: 'changesAt',
      shownWhen: { setting: 'trains', is: ['globals'] },
      default: 1,
    },
    changesAt: {
      ...whole(0, 1000000),
      label: 'From step',
      help: 'Training step from which “Speed of the input” and “What is trained” take effect. Before it, everything is trained at the first speed.',
      group: 'Training',
      takesEffect: 'live',
      countsFrom: 'changesAt',
      default: 0,
    },
    samples: {
      ...wholeLogarithmic(1, 200),
      label: 'Samples',
      help: 'Number of samples that the prediction averages.',
      group: 'Pictures',
      takesEffect: 'live',
      default: 50,
    },
    ...trackingSettings,
  },
  presets,
  valuesBefore: startBefore,
});

export type SvaeLdsSettings = SettingValues<(typeof svaeLdsTable)['settings']>;
