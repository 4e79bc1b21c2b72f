import type { Status } from '../../math/status.ts';
import { grouped } from '../../settings/words.ts';
import type { Breakdown } from '../engine.ts';
import { type SvaeGmmSettings, svaeGmmTable } from './settings.ts';

const { learningRate, naturalStep } = svaeGmmTable.settings;

/** A setting this many times its default is suspected first. */
const SUSPICIOUS = 3;

/** Says what happened and what is likely to help, most likely first. */
export function explainBreakdown(
  status: Extract<Status, { ok: false }>,
  step: number,
  settings: SvaeGmmSettings,
): Breakdown {
  const place = status.index === undefined ? '' : ` (index ${status.index})`;
  const message = `Training stopped at step ${grouped(step)}: the ${status.what}${place} came out as ${status.value}.`;
  if (settings.learningRate > SUSPICIOUS * learningRate.default) {
    return {
      step,
      message,
      remedy: `The learning rate of ${settings.learningRate} is large for these networks; ${learningRate.default} works well.`,
      suggestedSettings: { learningRate: learningRate.default },
    };
  }
  if (settings.naturalStep > SUSPICIOUS * naturalStep.default) {
    return {
      step,
      message,
      remedy: `Natural-gradient steps of ${settings.naturalStep} can overshoot; ${naturalStep.default} works well.`,
      suggestedSettings: { naturalStep: naturalStep.default },
    };
  }
  return {
    step,
    message,
    remedy: 'Go on from the last good state with a smaller learning rate.',
    suggestedSettings: { learningRate: oneThird(settings.learningRate) },
  };
}

/** A third of a learning rate, in two digits and within the range of the setting. */
function oneThird(rate: number): number {
  return Math.max(learningRate.min, Number((rate / 3).toPrecision(2)));
}
