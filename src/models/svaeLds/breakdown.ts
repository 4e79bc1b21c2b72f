import type { Status } from '../../math/status.ts';
import { grouped } from '../../settings/words.ts';
import type { Breakdown } from '../engine.ts';
import { type SvaeLdsSettings, svaeLdsTable } from './settings.ts';

const { learningRate, naturalStep } = svaeLdsTable.settings;

/** A setting this many times its default is suspected first. */
const SUSPICIOUS = 3;

/** Says what happened and what is likely to help, most likely first. */
export function explainBreakdown(
  status: Extract<Status, { ok: false }>,
  step: number,
  settings: SvaeLdsSettings,
): Breakdown {
  const place = status.index === undefined ? '' : ` (step ${status.index + 1} of a window)`;
  const message = `Training stopped at step ${grouped(step)}: the ${status.what}${place} came out as ${status.value}.`;
  const suggest = (
    remedy: string,
    suggestedSettings: NonNullable<Breakdown['suggestedSettings']>,
  ): Breakdown => ({ step, message, remedy, suggestedSettings });
  if (settings.learningRate > SUSPICIOUS * learningRate.default)
    return suggest(
      `The learning rate of ${settings.learningRate} is large for these networks; ${learningRate.default} works well.`,
      { learningRate: learningRate.default },
    );
  if (settings.naturalStep > SUSPICIOUS * naturalStep.default)
    return suggest(
      `Natural-gradient steps of ${settings.naturalStep} can overshoot; ${naturalStep.default} works well.`,
      { naturalStep: naturalStep.default },
    );
  return suggest('Go on from the last good state with a smaller learning rate.', {
    learningRate: settings.learningRate / 3,
  });
}
