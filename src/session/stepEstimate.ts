import type { AnyEngine } from '../labs/engine.ts';

/** A training step is a pass like the bound's and one back. Measured on all labs: at most twice its time. */
const STEP_PER_EVALUATION = 2;

/**
 * Seconds a training step is likely to take, before the first is taken.
 *
 * @param evaluationMs milliseconds that one evaluation of the bound took
 */
export function estimatedStepSeconds({ stepShare = 1 }: AnyEngine, evaluationMs: number): number {
  return (STEP_PER_EVALUATION * stepShare * evaluationMs) / 1000;
}
