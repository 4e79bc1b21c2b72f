import type { LikelihoodInspection } from '../../snapshot.ts';

/** log p of all rows, per row in nats. */
export interface Likelihood {
  /** Training step it belongs to; the last, where training went on between the questions. */
  readonly step: number;
  readonly logLikelihood: number;
  /** Of the estimate over draws; that there are only so many rows is not in it. */
  readonly standardError: number;
  /** The same without sampling, where that can be known. */
  readonly exact: number | null;
  /** Of each row. */
  readonly ofRows: Float64Array;
  /** Rows whose estimate is not to be trusted: hardly any of their samples count. */
  readonly poorRows: number;
  readonly rows: number;
  readonly samples: number;
}

/** Answers about parts of the rows as one about all of them; draws of the parts are independent. */
export function pooled(parts: readonly LikelihoodInspection[], samples: number): Likelihood {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const mean = (of: (part: LikelihoodInspection) => number) =>
    parts.reduce((sum, part) => sum + part.rows * of(part), 0) / rows;
  const variance = parts.reduce((sum, part) => sum + (part.rows * part.standardError) ** 2, 0);
  const isKnown = parts.every(({ exact }) => exact !== null);
  return {
    step: Math.max(...parts.map(({ step }) => step)),
    logLikelihood: mean(({ logLikelihood }) => logLikelihood),
    standardError: Math.sqrt(variance) / rows,
    exact: isKnown ? mean(({ exact }) => exact ?? 0) : null,
    ofRows: Float64Array.from(parts.flatMap(({ ofRows }) => Array.from(ofRows))),
    poorRows: parts.reduce((sum, part) => sum + part.poorRows, 0),
    rows,
    samples,
  };
}
