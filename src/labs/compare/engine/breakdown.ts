import { checkSetting } from '../../../settings/validate.ts';
import type { Breakdown } from '../../engine.ts';
import { ANOTHER_SEED } from '../../shared/engine/remedies.ts';
import { compareTable } from '../settings.ts';
import type { ModelName } from '../snapshot.ts';

/** What models are called in sentences. */
export const SPOKEN: Readonly<Record<ModelName, string>> = { gmm: 'GMM', vae: 'VAE', svae: 'SVAE' };

/** A model's breakdown as one of the comparison: which it was, and a remedy that can be had here. */
export function explainBreakdown(model: ModelName, step: number, cause: Breakdown): Breakdown {
  const { suggestedSettings = {} } = cause;
  const known = Object.entries(suggestedSettings).every(
    ([name, value]) => checkSetting(compareTable, name, value).ok,
  );
  const message = `${SPOKEN[model]}: ${cause.message}`;
  if (known) return { ...cause, step, message };
  return { step, message, remedy: ANOTHER_SEED };
}
