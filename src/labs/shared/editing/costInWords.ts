import type { ShownBound } from '../../../session/protocol.ts';
import { formatFixed } from '../../../ui/numbers.ts';

const DECIMALS = 2;

/**
 * What edits cost: the ELBO of the learned model minus that of the model with the edits, both of
 * the same data.
 *
 * @param datum what the bound is per: a point, or a step in time
 * @param isPending whether the bounds are those of a moment ago
 */
export function costInWords(
  count: number,
  { objective, learnedObjective }: ShownBound,
  datum: string,
  isPending = false,
): string {
  const [edits, s] = count === 1 ? ['1 edit', 's'] : [`${count} edits`, ''];
  if (objective === null || learnedObjective === null || !Number.isFinite(objective.total))
    return `${edits}: the model has no ELBO`;
  const cost = learnedObjective.total - objective.total;
  // Until the first bound under the edits has come, their cost is unknown, not nothing.
  if (isPending && cost === 0) return `${edits} cost${s} … nats per ${datum}`;
  const size = formatFixed(Math.abs(cost), DECIMALS);
  const isGain = cost < 0 && /[1-9]/.test(size);
  return `${edits} ${isGain ? 'gain' : 'cost'}${s} ${size} nats per ${datum}`;
}
