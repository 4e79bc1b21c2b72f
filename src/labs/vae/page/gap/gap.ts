/**
 * What lies between the ELBO of the selected observation and its log-likelihood, asked of the engine
 * for each state of the model.
 */
import { useRun, useSelected, useViewEntry } from '../../../../store/context.ts';
import type { RunState } from '../../../../store/run.ts';
import { viewEntry } from '../../../../store/view.ts';
import type { GapInspection, PlacedQ, QFamily } from '../../snapshot.ts';

/** Whether the latent plane shows the selected observation alone. */
export const isNear = viewEntry(true);

/** A q(x) with its ELBO. */
export interface RatedQ {
  readonly q: PlacedQ;
  readonly elbo: number;
}

/** q(x) on its way to the best one. */
export interface Climb {
  /** The model and the observation. */
  readonly of: string;
  readonly family: QFamily;
  readonly now: RatedQ;
  /** Steps taken, of all families together. */
  readonly steps: number;
  /** The best q of each family that has converged. */
  readonly best: Readonly<Partial<Record<QFamily, RatedQ>>>;
  readonly isDone: boolean;
}

interface Answered {
  readonly of: string;
  readonly answer: GapInspection;
}

export const answered = viewEntry<Answered | null>(null);
export const climbing = viewEntry<Climb | null>(null);

/** Another model, or another observation, and what is known counts no more. */
export const keyOf = ({ runId, step }: Pick<RunState, 'runId' | 'step'>, row: number): string =>
  `${runId} ${step} ${row}`;

/** The gap of the selected observation; null while it is not known. */
export function useGap(): GapInspection | null {
  const known = useViewEntry(answered);
  const row = useSelected('row');
  const key = useRun((run) => (row === null ? null : keyOf(run, row)));
  return known && known.of === key ? known.answer : null;
}

/** q(x) of the selected observation on its way; null before it has set out. */
export function useClimb(): Climb | null {
  const known = useViewEntry(climbing);
  const row = useSelected('row');
  const key = useRun((run) => (row === null ? null : keyOf(run, row)));
  return known && known.of === key ? known : null;
}
