import type { ExportColumn } from '../../../../files/exportCsv.ts';
import type { FilterView } from '../../filterView.ts';

/** A row for each estimate; the exact log-likelihood in each row. */
export const filterColumns = ({ estimates, logLikelihood }: FilterView): ExportColumn[] => {
  const most = Math.max(...estimates.map(({ errors }) => errors.length));
  return [
    { name: 'log-likelihood, exact', values: Array.from({ length: most }, () => logLikelihood) },
    ...estimates.map(({ resampling, errors }) => ({
      name: `estimate, resampling ${resampling}`,
      values: Array.from({ length: most }, (_, i) => logLikelihood + (errors[i] ?? Number.NaN)),
    })),
  ];
};
