import { OK, type Status } from '../math/status.ts';

/**
 * The evidence lower bound of one batch or of all data, per datum, in nats, whatever the KL weight:
 * total = reconstruction - localKl - globalKl.
 */
export type Bound = {
  total: number;
  reconstruction: number;
  localKl: number;
  globalKl: number;
};

export const emptyBound = (): Bound => ({
  total: Number.NEGATIVE_INFINITY,
  reconstruction: 0,
  localKl: 0,
  globalKl: 0,
});

/**
 * Puts a bound together. One that is not finite is no bound: its total is then minus infinity, so
 * that nothing prefers it, and the status holds the value.
 *
 * @param logLikelihood of the rows, summed
 * @param localKl of the rows, summed
 * @param globalKl of the whole data set
 */
export function putTogether(
  out: Bound,
  rows: number,
  dataRows: number,
  logLikelihood: number,
  localKl: number,
  globalKl: number,
): Status {
  out.reconstruction = logLikelihood / rows;
  out.localKl = localKl / rows;
  out.globalKl = globalKl / dataRows;
  const total = out.reconstruction - out.localKl - out.globalKl;
  const exists = Number.isFinite(total);
  out.total = exists ? total : Number.NEGATIVE_INFINITY;
  return exists ? OK : { ok: false, what: 'ELBO', value: total };
}
