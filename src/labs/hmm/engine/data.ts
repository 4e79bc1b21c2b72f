import type { Sequence } from '../../../datasets/dataset.ts';
import { isLevelPattern, levels } from '../../../datasets/levels.ts';
import { InvalidDataset, type OwnData } from '../../../datasets/ownData.ts';
import { ownSeries } from '../../../datasets/ownSeries.ts';
import { loadSeries } from '../../../datasets/series/loadSeries.ts';
import { shippedSeries } from '../../../datasets/series/shippedSeries.ts';
import { forkRandom } from '../../../math/random.ts';
import type { HmmSettings } from '../settings.ts';

/** An own series takes about the range 0 to 1, with this much room on either side. */
const REACH = 0.125;

/** A series that comes with the page, read from its file; null where the settings ask for none. */
export function readHmmDataset({ signal }: HmmSettings): Promise<Sequence> | null {
  const series = shippedSeries(signal);
  return series && loadSeries(series).then(wholeSeries);
}

/** The series the settings ask for. Throws an Error in words when there is none to make. */
export function makeHmmDataset(settings: HmmSettings, seed: number, own: OwnData | null): Sequence {
  const { signal, sequenceSteps, dwell, noise } = settings;
  if (isLevelPattern(signal))
    return levels(
      { pattern: signal, steps: sequenceSteps, dwell, noise },
      forkRandom(seed, 'data'),
    );
  if (!own)
    throw new InvalidDataset('There is no own series yet: load a CSV file with a row per step.');
  if (own.columns.length > 1)
    throw new InvalidDataset(
      `The series has ${own.columns.length} columns; this lab takes one. Load the file again and choose a single column.`,
    );
  return wholeSeries(own);
}

/** EM learns from all of it: nothing is predicted that could be tested. */
function wholeSeries(own: OwnData): Sequence {
  const series = ownSeries(own, { windowSteps: 1, standardise: false, reach: REACH });
  return { ...series, heldOutRows: 0 };
}
