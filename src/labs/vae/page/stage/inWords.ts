/** Descriptions of the selected datum and of the probe. */

import { formatFixed, formatMeasured } from '../../../../ui/numbers.ts';
import type { Dataset } from '../../../engine.ts';
import { inBrackets, ownPlace, ownSpreads } from '../../../shared/ownPlace.ts';
import { correlationOf } from '../../correlations.ts';
import type { VaeSnapshot } from '../../snapshot.ts';
import type { DecodedProbe } from '../probe.ts';

/** Coordinates written out; of more, two, and dots for the rest. */
const SHOWN = 3;

/** "(1.20, −4.00, …)" */
export function placeInWords(values: ArrayLike<number>, decimals = 2): string {
  const isLong = values.length > SHOWN;
  const shown = Array.from(values)
    .slice(0, isLong ? 2 : SHOWN)
    .map((value) => formatFixed(value, decimals));
  return `(${[...shown, ...(isLong ? ['…'] : [])].join(', ')})`;
}

export type DatumView = Pick<
  VaeSnapshot,
  'latents' | 'deviations' | 'factors' | 'latentDimension' | 'reconstructions' | 'rowKl' | 'rowGain'
>;

/** The posterior of row `row`, what it costs and buys, and how far off the reconstruction is. */
export function datumInWords(
  view: DatumView,
  { values, dimension, distance }: Pick<Dataset, 'values' | 'dimension' | 'distance'>,
  row: number,
): string {
  const { latents, deviations, latentDimension: d, reconstructions } = view;
  let squared = 0;
  for (let i = row * dimension; i < (row + 1) * dimension; i++)
    squared += (values[i] - reconstructions[i]) ** 2 / dimension;
  const mean = placeInWords(latents.subarray(row * d, (row + 1) * d));
  const deviation = placeInWords(deviations.subarray(row * d, (row + 1) * d));
  // Of more dimensions there are too many to list.
  const correlation = view.factors && d === 2 ? correlationOf(view, row, [0, 1]) : null;
  const correlated = correlation === null ? '' : `, correlation ${formatFixed(correlation, 2)}`;
  const worth = `KL ${formatFixed(view.rowKl[row], 2)}, gain ${formatFixed(view.rowGain[row], 2)} nats`;
  return `${worth}; error ${formatMeasured(distance.scale * Math.sqrt(squared), 3)}; q(x) at ${mean} ± ${deviation}${correlated}`;
}

/** Where the probe is and what the decoder makes of it; pictures are seen elsewhere. */
export function probeInWords(
  { latent, mean, deviation }: DecodedProbe,
  { dimension, distance, units }: Pick<Dataset, 'dimension' | 'distance' | 'units'>,
): string {
  const place = `x = ${placeInWords(latent)}`;
  if (dimension > SHOWN) {
    let squared = 0;
    for (const value of deviation) squared += value ** 2 / deviation.length;
    return `${place}; decoder σ ${formatMeasured(distance.scale * Math.sqrt(squared), 3)} in the mean`;
  }
  return `${place} decodes to ${ownPlace(mean, units)}, σ ${inBrackets(ownSpreads(deviation, units))}`;
}
