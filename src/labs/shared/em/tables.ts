/** Tables that every lab of EM offers. */
import { columnsCsv, countedFromOne, numbered, observed } from '../../../files/exportCsv.ts';
import { rowsOf } from '../../../plots/chart/freeEnergySeries.ts';
import type { CourseMark } from '../engine/emCourse.ts';
import { table } from '../keeping/labExports.ts';
import { dateColumn } from '../keeping/seriesColumns.ts';
import type { Ascent } from './ascent.ts';

interface Shared {
  readonly assignments: ArrayLike<number>;
  readonly responsibilities: ArrayLike<number>;
}

/**
 * One row per point: observations in their own units, label, the most likely cluster or expert, and
 * all responsibilities.
 *
 * @param who what the points are shared among: "cluster"
 */
export const sharingTable = (who: string) =>
  table<Shared>(
    'Points',
    `Observations and the responsibility of each ${who} for them as CSV`,
    ({ assignments, responsibilities }, dataset) =>
      columnsCsv([
        ...dateColumn(dataset, 0, dataset.rows),
        ...observed(dataset),
        ...(dataset.labels ? [countedFromOne('label', dataset.labels)] : []),
        countedFromOne(who, assignments),
        ...numbered('responsibility', responsibilities, responsibilities.length / dataset.rows),
      ]),
  );

/** A start is a state nothing led to: the first, or one that was put. */
const NAMES: Readonly<Record<CourseMark, string>> = { e: 'E-step', m: 'M-step', start: 'start' };

/**
 * The ascent as the chart draws it, one row per half-step, nats per datum: log-likelihood = ELBO + KL,
 * ELBO = energy + entropy - KL to the prior. Empty where a figure is unknown.
 */
export const courseTable = table<Pick<Ascent, 'course'>>(
  'ELBO',
  'Log-likelihood, ELBO and its parts after each half-step as CSV',
  ({ course }) => {
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
  },
);
