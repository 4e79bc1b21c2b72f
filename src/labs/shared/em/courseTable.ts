import { columnsCsv } from '../../../files/exportCsv.ts';
import { rowsOf } from '../../../plots/chart/freeEnergySeries.ts';
import type { CourseMark } from '../engine/emCourse.ts';
import type { Climb } from './climb.ts';

/** A start is a state nothing led to: the first, or one that was put. */
const NAMES: Readonly<Record<CourseMark, string>> = { e: 'E-step', m: 'M-step', start: 'start' };

/**
 * The climb as the chart draws it, one row per half-step, nats per datum: log-likelihood = ELBO + KL,
 * ELBO = energy + entropy - KL to the prior. Empty where a figure is unknown.
 */
export function courseTable({ course }: Pick<Climb, 'course'>): string {
  const rows = rowsOf(course);
  const each = (name: string, value: (row: (typeof rows)[number]) => number | null) => ({
    name,
    values: rows.map((row) => value(row) ?? Number.NaN),
  });
  return columnsCsv([
    { name: 'half-step', values: course.halfStep },
    { name: 'kind', values: course.mark.map((mark) => NAMES[mark]) },
    each('log-likelihood', ({ logLikelihood }) => logLikelihood),
    each('KL to the posterior', ({ gap }) => gap),
    each('ELBO', ({ freeEnergy }) => freeEnergy),
    each('energy', ({ energy }) => energy),
    each('entropy', ({ entropy }) => entropy),
    each('KL to the prior', ({ globalKl }) => globalKl),
  ]);
}
