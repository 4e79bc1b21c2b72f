/** What is said when training breaks down, and changes of settings that may help. */
import type { FailedStatus } from '../../../math/status.ts';
import type { NumberSetting, Setting, SettingsTable } from '../../../settings/settingsTable.ts';
import { nearestValid } from '../../../settings/validate.ts';
import type { Values } from '../../../settings/values.ts';
import { grouped } from '../../../settings/words.ts';
import type { Breakdown } from '../../engine.ts';

export interface Remedy {
  /** A number among the settings. */
  readonly setting: string;
  /** What it had better be; the nearest valid value is suggested. */
  readonly value: number;
  /** The remedy as a sentence, given the value suggested. */
  readonly inWords: (value: number) => string;
}

/** Where no setting is to blame. */
export const ANOTHER_SEED = 'Go on from the last good state, or start from another seed.';

/** A setting this many times its default is suspected first. */
const SUSPICIOUS = 3;

/** What could not be computed in a step. */
export interface Trouble {
  readonly status: FailedStatus;
  /** The step that failed. */
  readonly step: number;
  readonly process?: 'Training' | 'EM';
  /** Where in the model the value is, given its index, as it follows the value's name. */
  readonly place?: (index: number) => string;
}

/**
 * Names the value, and suggests the first remedy that changes something: a setting may be at the end
 * of its range already.
 */
export function explainBreakdown(
  { status, step, process = 'Training', place = (index) => ` (index ${index})` }: Trouble,
  table: SettingsTable,
  present: Values,
  remedies: readonly Remedy[],
): Breakdown {
  const where = status.index === undefined ? '' : place(status.index);
  const message = `${process} stopped at step ${grouped(step)}: the ${status.what}${where} came out as ${status.value}.`;
  for (const { setting, value, inWords } of remedies) {
    const valid = nearestValid(numberNamed(table, setting), value);
    if (valid !== present[setting])
      return { step, message, remedy: inWords(valid), suggestedSettings: { [setting]: valid } };
  }
  return { step, message, remedy: ANOTHER_SEED };
}

/** Of a structured VAE, most likely first: steps that are far too large, then smaller ones. */
export function structuredRemedies(
  table: SettingsTable,
  { learningRate, naturalStep }: { readonly learningRate: number; readonly naturalStep: number },
): readonly Remedy[] {
  const usual = {
    learningRate: numberNamed(table, 'learningRate').default,
    naturalStep: numberNamed(table, 'naturalStep').default,
  };
  const remedies: Remedy[] = [];
  if (learningRate > SUSPICIOUS * usual.learningRate)
    remedies.push({
      setting: 'learningRate',
      value: usual.learningRate,
      inWords: (value) =>
        `The learning rate of ${learningRate} is large for these networks; ${value} works well.`,
    });
  if (naturalStep > SUSPICIOUS * usual.naturalStep)
    remedies.push({
      setting: 'naturalStep',
      value: usual.naturalStep,
      inWords: (value) =>
        `Natural-gradient steps of ${naturalStep} can overshoot; ${value} works well.`,
    });
  return [
    ...remedies,
    smallerStep('learningRate', 'learning rate', learningRate),
    smallerStep('naturalStep', 'natural-gradient step', naturalStep),
  ];
}

/** A third of a step size. */
export const smallerStep = (setting: string, name: string, present: number): Remedy => ({
  setting,
  value: Number((present / 3).toPrecision(2)),
  inWords: (value) => `Go on from the last good state with a ${name} of ${value}.`,
});

/** No component may become so narrow. */
export const largerLeastWidth = (present: number, what: string, atLeast: number): Remedy => ({
  setting: 'leastWidth',
  value: Math.max(atLeast, 2 * present),
  inWords: (value) => `Allow no ${what} to become so narrow: raise the smallest width to ${value}.`,
});

function numberNamed(table: SettingsTable, name: string): NumberSetting {
  const setting: Setting | undefined = table.settings[name];
  if (setting?.kind !== 'number') throw new Error(`"${name}" is no number among the settings.`);
  return setting;
}
