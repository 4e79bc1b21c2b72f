/** The thesis's experiments: what each is called and how each begins. Pure functions. */
import type { SvaeLdsEdit } from '../../../models/svaeLds/edits.ts';
import type { SvaeLdsSettings } from '../../../models/svaeLds/settings.ts';
import type { SvaeLdsSnapshot } from '../../../models/svaeLds/snapshot.ts';

/** By these names links open them. */
export const EXPERIMENTS = [
  'prediction',
  'latentScaling',
  'latentShift',
  'otherFrequency',
  'noInput',
  'columnScaling',
  'retraining',
] as const;

export type Experiment = (typeof EXPERIMENTS)[number];

export interface ExperimentText {
  readonly title: string;
  /** Of the thesis. */
  readonly figure: string;
  /** What is done, and what to look at on the stage. */
  readonly text: string;
}

export const experimentTexts: Readonly<Record<Experiment, ExperimentText>> = {
  prediction: {
    title: 'See ahead',
    figure: '6.5',
    text: 'What is observed above, what is predicted below. From the line on the model sees nothing and goes on alone.',
  },
  latentScaling: {
    title: 'Multiply one latent',
    figure: '6.6',
    text: 'Latent by latent, on its way to the decoder. Take one away and hardly anything is missed: the others know the same turn. Only where one shouts does the decoder lose its way.',
  },
  latentShift: {
    title: 'Shift all latents',
    figure: '6.7b',
    text: 'The same constant is added to all latents. By as much as they vary, the picture gives way, but its rhythm stays: that is not the decoder’s to lose.',
  },
  otherFrequency: {
    title: 'Feed another frequency',
    figure: '6.7c',
    text: 'The model is shown a dot of another speed than it learned. Before the line it tries to follow. After the line it falls back into its own rhythm: that sits in the transition, not in the input.',
  },
  noInput: {
    title: 'No input at all',
    figure: '6.7d',
    text: 'The line stands at the very start. Nothing is seen, and the model still dreams a bouncing dot: in its own rhythm, at a place of its own.',
  },
  columnScaling: {
    title: 'Scale a column',
    figure: '6.8, 6.9',
    text: 'One column of the transition matrix times a factor. Some change the pace, some make the motion grow or die, most do a little of both.',
  },
  retraining: {
    title: 'Retrain the dynamics alone',
    figure: '6.10',
    text: 'A dot of another speed is fed. The networks rest, for they know how a dot looks; only transition and initial state learn anew.',
  },
};

/** The lab when an experiment is opened. */
export interface Situation {
  readonly snapshot: Pick<SvaeLdsSnapshot, 'latents' | 'latentDimension'>;
  /** Training steps taken. */
  readonly step: number;
  readonly settings: Pick<SvaeLdsSettings, 'feedSpeed' | 'trains' | 'changesAt'>;
}

/** What is asked of the page for an experiment: the edits in force, and settings that are live. */
export interface Beginning {
  readonly edits: readonly SvaeLdsEdit[];
  readonly settings: Situation['settings'];
}

const AS_LEARNED: Situation['settings'] = { feedSpeed: 1, trains: 'everything', changesAt: 0 };
const OTHER_SPEED = 1.5;
/** The thesis found its seventh to change the period. */
const COLUMN = 6;
const COLUMN_FACTOR = 1.1;

/** How an experiment begins. Training that has already followed other data stays as it was. */
export function beginningOf(experiment: Experiment, situation: Situation): Beginning {
  const { snapshot, step, settings: present } = situation;
  const settings = hasChanged(situation) ? present : AS_LEARNED;
  const fed = hasChanged(situation)
    ? present
    : { ...AS_LEARNED, feedSpeed: OTHER_SPEED, changesAt: step };
  switch (experiment) {
    case 'prediction':
      return { edits: [], settings };
    case 'latentScaling':
      return { edits: [{ kind: 'scaleLatent', latent: 0, factor: 0 }], settings };
    case 'latentShift':
      return { edits: [{ kind: 'shiftLatents', amount: rangeOf(snapshot.latents) }], settings };
    case 'otherFrequency':
      return { edits: [], settings: fed };
    case 'noInput':
      return { edits: [{ kind: 'setInputEnd', step: 0 }], settings };
    case 'columnScaling': {
      const column = Math.min(COLUMN, snapshot.latentDimension - 1);
      return {
        edits: [{ kind: 'scaleTransitionColumn', column, factor: COLUMN_FACTOR }],
        settings,
      };
    }
    case 'retraining':
      return { edits: [], settings: { ...fed, trains: 'globals' } };
  }
}

/** Whether the model has been trained since other data were fed or the networks came to rest. */
function hasChanged({ step, settings }: Situation): boolean {
  const { feedSpeed, trains, changesAt } = settings;
  return (feedSpeed !== 1 || trains === 'globals') && step > changesAt;
}

/** From the least to the largest of the latents, to two digits. */
function rangeOf(latents: Float32Array): number {
  let [least, largest] = [Infinity, -Infinity];
  for (const value of latents) {
    least = Math.min(least, value);
    largest = Math.max(largest, value);
  }
  return largest > least ? Number((largest - least).toPrecision(2)) : 1;
}
