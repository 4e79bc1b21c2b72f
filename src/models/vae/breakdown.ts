import type { Status } from '../../math/status.ts';
import { grouped } from '../../settings/words.ts';
import type { Breakdown } from '../engine.ts';
import { type VaeSettings, vaeTable } from './settings.ts';

const { learningRate } = vaeTable.settings;

/** Says what happened and what is likely to help: with nothing but networks, smaller steps. */
export function explainBreakdown(
  status: Extract<Status, { ok: false }>,
  step: number,
  settings: VaeSettings,
): Breakdown {
  const smaller = Math.max(learningRate.min, Number((settings.learningRate / 3).toPrecision(2)));
  const better = Math.min(learningRate.default, smaller);
  return {
    step,
    message: `Training stopped at step ${grouped(step)}: the ${status.what} came out as ${status.value}.`,
    remedy: `Go on from the last good state with a learning rate of ${better}.`,
    suggestedSettings: { learningRate: better },
  };
}
