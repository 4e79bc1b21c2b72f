import type { Status } from '../../math/status.ts';
import type { Breakdown } from '../engine.ts';
import type { SvaeGmmSettings } from './settings.ts';

/** Says what happened and what is likely to help, most likely first. */
export function explainBreakdown(
  status: Extract<Status, { ok: false }>,
  step: number,
  settings: SvaeGmmSettings,
): Breakdown {
  const place = status.index === undefined ? '' : ` (index ${status.index})`;
  const message = `Training stopped at step ${step}: the ${status.what}${place} came out as ${status.value}.`;
  if (settings.learningRate > 0.01) {
    return {
      step,
      message,
      remedy: `The learning rate of ${settings.learningRate} is large for these networks; 0.003 works well.`,
      suggestedSettings: { learningRate: 0.003 },
    };
  }
  if (settings.naturalStep > 0.3) {
    return {
      step,
      message,
      remedy: `Natural-gradient steps of ${settings.naturalStep} can overshoot; 0.1 works well.`,
      suggestedSettings: { naturalStep: 0.1 },
    };
  }
  return {
    step,
    message,
    remedy: 'Go on from the last good state with a smaller learning rate.',
    suggestedSettings: { learningRate: settings.learningRate / 3 },
  };
}
