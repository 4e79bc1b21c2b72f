import type { Status } from '../../../math/status.ts';
import { grouped } from '../../../settings/words.ts';
import type { Breakdown } from '../../engine.ts';
import { structuredRemedies, withRemedy } from '../../shared/engine/remedies.ts';
import { type SvaeGmmSettings, svaeGmmTable } from '../settings.ts';

/** Says what happened and what is likely to help, most likely first. */
export function explainBreakdown(
  status: Extract<Status, { ok: false }>,
  step: number,
  settings: SvaeGmmSettings,
): Breakdown {
  const place = status.index === undefined ? '' : ` (index ${status.index})`;
  const message = `Training stopped at step ${grouped(step)}: the ${status.what}${place} came out as ${status.value}.`;
  const remedies = structuredRemedies(svaeGmmTable, settings);
  return withRemedy({ step, message }, svaeGmmTable, settings, remedies);
}
