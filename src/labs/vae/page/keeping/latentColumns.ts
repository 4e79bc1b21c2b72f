import type { ExportColumn } from '../../../../files/exportCsv.ts';
import type { Dataset } from '../../../engine.ts';
import type { VaeSnapshot } from '../../snapshot.ts';

export type EncodedData = Pick<
  VaeSnapshot,
  'rows' | 'latentDimension' | 'latents' | 'deviations' | 'rowKl' | 'rowGain'
>;

/** Each datum's posterior as a table: class, means, deviations, and what it costs and buys in nats. */
export function latentColumns(
  { rows, latentDimension: d, latents, deviations, rowKl, rowGain }: EncodedData,
  { labels }: Pick<Dataset, 'labels'>,
): ExportColumn[] {
  const each = (name: string, values: ArrayLike<number>) =>
    Array.from({ length: d }, (_, i) => ({
      name: `${name} ${i + 1}`,
      values: Array.from({ length: rows }, (_unused, n) => values[n * d + i]),
    }));
  return [
    ...(labels ? [{ name: 'label', values: Array.from(labels, (label) => label + 1) }] : []),
    ...each('mean', latents),
    ...each('deviation', deviations),
    { name: 'KL', values: rowKl },
    { name: 'gain', values: rowGain },
  ];
}
