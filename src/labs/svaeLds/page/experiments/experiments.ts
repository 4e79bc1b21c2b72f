/** The experiments of the thesis: the title, text and start of each. Pure functions. */
import type { SvaeLdsEdit } from '../../edits.ts';
import type { Experiment } from '../../layers.ts';
import type { SvaeLdsSettings } from '../../settings.ts';
import type { SvaeLdsSnapshot } from '../../snapshot.ts';

export interface ExperimentText {
  readonly title: string;
  /** In the thesis. */
  readonly figure: string;
  /** What is done, and what to look at on the stage. */
  readonly text: string;
}

export const experimentTexts: Readonly<Record<Experiment, ExperimentText>> = {
  prediction: {
    title: 'Predict',
    figure: 'Figure 6.5',
    text: 'Observations above, prediction below. After the line the model has no input and goes on alone.',
  },
  latentScaling: {
    title: 'Multiply one latent',
    figure: 'Figure 6.6',
    text: 'Set one latent to zero and the picture hardly changes: the others carry the same rotation. Only a latent driven to an extreme value confuses the decoder.',
  },
  latentShift: {
    title: 'Shift all latents',
    figure: 'Figure 6.7b',
    text: 'The same constant is added to all latents. If it is as large as their range, the picture breaks up, but its period stays: the period comes from the transition, not from the decoder.',
  },
  otherFrequency: {
    title: 'Input of another frequency',
    figure: 'Figure 6.7c',
    text: 'The input is a dot whose speed differs from the one the model has learned. Before the line the model tries to follow it. After the line it returns to the frequency it has learned, which is in the transition, not in the input.',
  },
  noInput: {
    title: 'No input at all',
    figure: 'Figure 6.7d',
    text: 'The line is at the very start. Without any input the model still predicts a bouncing dot, at the frequency it has learned. Each sample starts at a different place, so the mean of all is a blur. The picture shows one sample.',
  },
  columnScaling: {
    title: 'Scale a column',
    figure: 'Figures 6.8, 6.9',
    text: 'One column of the transition matrix is multiplied by a factor: here the column that changes the period most. Other columns make the motion grow or die out; most do a little of both.',
  },
  retraining: {
    title: 'Retrain the dynamics',
    figure: 'Figure 6.10',
    text: 'The input is a dot with a different speed. The networks stay fixed, because they know what a dot looks like; only transition and initial state are trained.',
  },
};

/** The lab when an experiment is opened. */
export interface Situation {
  readonly snapshot: Pick<SvaeLdsSnapshot, 'latents' | 'columnInfluence'>;
  /** Training steps taken. */
  readonly step: number;
  readonly settings: Pick<SvaeLdsSettings, 'feedSpeed' | 'trains' | 'changesAt'>;
}

/** What is asked of the page for an experiment: the edits in force, and settings that are live. */
export interface Beginning {
  readonly edits: readonly SvaeLdsEdit[];
  readonly settings: Situation['settings'];
  /** Whether one sample is shown rather than the mean of all. */
  readonly sample: boolean;
}

const AS_LEARNED: Situation['settings'] = { feedSpeed: 1, trains: 'everything', changesAt: 0 };
const OTHER_SPEED = 1.5;
const COLUMN_FACTOR = 0.9;

/** How an experiment begins. Training that has already followed other data stays as it was. */
export function beginningOf(experiment: Experiment, situation: Situation): Beginning {
  return {
    edits: editsOf(experiment, situation.snapshot),
    settings: settingsOf(experiment, situation),
    sample: experiment === 'noInput',
  };
}

function editsOf(experiment: Experiment, shown: Situation['snapshot']): SvaeLdsEdit[] {
  switch (experiment) {
    case 'latentScaling':
      return [{ kind: 'scaleLatent', latent: 0, factor: 0 }];
    case 'latentShift':
      return [{ kind: 'shiftLatents', amount: rangeOf(shown.latents) }];
    case 'noInput':
      return [{ kind: 'setInputEnd', step: 0 }];
    case 'columnScaling': {
      const column = mostInfluential(shown.columnInfluence);
      return [{ kind: 'scaleTransitionColumn', column, factor: COLUMN_FACTOR }];
    }
    default:
      return [];
  }
}

/** In the thesis it was the seventh that changed the period; which it is differs from run to run. */
function mostInfluential(influence: readonly number[]): number {
  return influence.reduce(
    (best, value, column) => (Math.abs(value) > Math.abs(influence[best]) ? column : best),
    0,
  );
}

/** The live settings of an experiment; with null, of none. */
export function settingsOf(
  experiment: Experiment | null,
  situation: Situation,
): Situation['settings'] {
  const present = hasChanged(situation) ? situation.settings : null;
  const fed = present ?? { ...AS_LEARNED, feedSpeed: OTHER_SPEED, changesAt: situation.step };
  switch (experiment) {
    case 'otherFrequency':
      return fed;
    case 'retraining':
      return { ...fed, trains: 'globals' };
    default:
      return present ?? AS_LEARNED;
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
