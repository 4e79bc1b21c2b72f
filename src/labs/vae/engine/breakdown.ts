import type { Status } from '../../../math/status.ts';
import { grouped } from '../../../settings/words.ts';
import type { Breakdown } from '../../engine.ts';
import { smallerStep, withRemedy } from '../../shared/engine/remedies.ts';
import { type VaeSettings, vaeTable } from '../settings.ts';

/** Says what happened and what is likely to help: with nothing but networks, smaller steps. */
export function explainBreakdown(
  status: Extract<Status, { ok: false }>,
  step: number,
  settings: VaeSettings,
): Breakdown {
  const message = `Training stopped at step ${grouped(step)}: the ${status.what} came out as ${status.value}.`;
  const usual = vaeTable.settings.learningRate.default;
  // From three times the default on, a third would still be large.
  const remedy = smallerStep(
    'learningRate',
    'learning rate',
    Math.min(settings.learningRate, 3 * usual),
  );
  return withRemedy({ step, message }, vaeTable, settings, [remedy]);
}
