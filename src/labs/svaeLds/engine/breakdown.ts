import type { Status } from '../../../math/status.ts';
import { grouped } from '../../../settings/words.ts';
import type { Breakdown } from '../../engine.ts';
import { smallerStep, structuredRemedies, withRemedy } from '../../shared/engine/remedies.ts';
import { type SvaeLdsSettings, svaeLdsTable } from '../settings.ts';
import { feedAt } from './fedData.ts';

/** Says what happened and what is likely to help, most likely first. */
export function explainBreakdown(
  status: Extract<Status, { ok: false }>,
  step: number,
  settings: SvaeLdsSettings,
): Breakdown {
  const place = status.index === undefined ? '' : ` (step ${status.index + 1} of a window)`;
  const message = `Training stopped at step ${grouped(step)}: the ${status.what}${place} came out as ${status.value}.`;
  // While the networks rest, their learning rate changes nothing.
  const remedies =
    feedAt(settings, step - 1).trains === 'globals'
      ? [smallerStep('dynamicsStep', 'step of the dynamics', settings.dynamicsStep)]
      : structuredRemedies(svaeLdsTable, settings);
  return withRemedy({ step, message }, svaeLdsTable, settings, remedies);
}
