/** What a run has come to, as tables and charts of runs take it. */
import type { RunCurve, RunResult } from '../../../files/keptRuns.ts';
import { keyOf } from '../../../plots/chart/objective.ts';
import type { Outcome } from '../../../session/protocol.ts';
import type { Values } from '../../../settings/values.ts';
import { summarise, type TrainingHistory } from '../../../store/history.ts';
import type { Checkpoint, Score } from '../../engine.ts';
import { type Lab, objectiveOf } from '../../lab.ts';
import type { LabExports, SeenRun } from '../keeping/labExports.ts';

/** Bytes of a model that is kept with its run: those of all labs at their defaults, but long series. */
export const LARGEST_MODEL = 1_000_000;

const bytesOf = ({ arrays }: Checkpoint): number =>
  Object.values(arrays).reduce((sum, { byteLength }) => sum + byteLength, 0);

/**
 * Everything of a run that stays when it is left.
 *
 * @param seen what the page knows of a run that is kept; without it, no details
 */
export function resultOf(
  lab: Lab,
  settings: Values,
  { objective, scores, snapshot, checkpoint }: Outcome,
  history: TrainingHistory,
  exports: LabExports,
  seen?: SeenRun,
): RunResult {
  const { name, key = 'total' } = objectiveOf(lab, settings);
  const course = summarise(history);
  const curve: RunCurve = {
    of: name,
    ...(exports.curve?.(snapshot) ?? {
      xs: Float64Array.from(course.step),
      values: Float64Array.from(course.elbo, (row) => row[key] ?? Number.NaN),
    }),
  };
  const isSmall = bytesOf(checkpoint) <= LARGEST_MODEL;
  const details = seen && exports.detailsOf?.(snapshot, seen);
  return {
    ...{ objective, scores, curve, history: course, checkpoint: isSmall ? checkpoint : null },
    ...(details !== undefined && { details }),
  };
}

/** The objective and the scores of a run, by one rule for all tables. */
export function figuresOf(
  lab: Lab,
  settings: Values,
  { objective, scores }: Pick<RunResult, 'objective' | 'scores'>,
): readonly Score[] {
  const its = objectiveOf(lab, settings);
  const better = its.direction === 'up' ? 'higher' : 'lower';
  return [{ name: its.name, value: objective[keyOf(its)] ?? null, better, decimals: 3 }, ...scores];
}
