/** What every lab of EM shows of its ascent; the snapshots of their engines have at least this. */

import type { FreeEnergySeries } from '../../../plots/chart/freeEnergySeries.ts';
import type { OfKind } from '../../lab.ts';
import type { EmCourse, HalfStep } from '../engine/emCourse.ts';
import type { AscentCheck } from '../engine/halfSteps.ts';

export interface Ascent extends AscentCheck, OfKind {
  /** Per datum, in nats; the log-likelihood is null where it is unknown. */
  readonly logLikelihood: number | null;
  readonly energy: number;
  readonly entropy: number;
  readonly globalKl: number;
  readonly nextHalf: HalfStep;
  /** Going on would change nothing. */
  readonly converged: boolean;
  /** Something lies over the model: the picture is not that of the last row of the course. */
  readonly edited: boolean;
  readonly course: EmCourse;
}

/** Whether a snapshot is that of a lab of EM. */
export const isAscent = (snapshot: OfKind): snapshot is Ascent => 'nextHalf' in snapshot;

/** The course for the chart; with edits, the place they have been put to comes after it. */
export function seriesOf(ascent: Ascent): FreeEnergySeries {
  const { course, edited, logLikelihood, energy, entropy, globalKl } = ascent;
  if (!edited) return course;
  return {
    halfStep: [...course.halfStep, course.halfStep[course.halfStep.length - 1] ?? 0],
    mark: [...course.mark, 'start'],
    logLikelihood: [...course.logLikelihood, logLikelihood],
    energy: [...course.energy, energy],
    entropy: [...course.entropy, entropy],
    globalKl: [...course.globalKl, globalKl],
  };
}
