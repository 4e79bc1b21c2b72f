import type { Sequence } from '../../../datasets/dataset.ts';
import { isDots, type MovingDotsSettings, movingDots } from '../../../datasets/movingDots.ts';
import { InvalidDataset, type OwnData } from '../../../datasets/ownData.ts';
import { forkRandom } from '../../../math/random.ts';
import { measuredSeries, readShippedSeries } from '../../shared/engine/shippedSeries.ts';
import type { SvaeLdsSettings } from '../settings.ts';

/** A series that comes with the page, read from its file; null where the settings ask for none. */
export const readSvaeLdsDataset = (settings: SvaeLdsSettings): Promise<Sequence> | null =>
  readShippedSeries(settings);

/** The sequence the settings ask for. Throws an Error in words when there is none to make. */
export function makeSvaeLdsDataset(
  settings: SvaeLdsSettings,
  seed: number,
  own: OwnData | null,
): Sequence {
  const dots = dotsOf(settings);
  if (dots) {
    const dataset = movingDots(dots, forkRandom(seed, 'data'));
    checkWindow(settings, dataset);
    return dataset;
  }
  if (!own)
    throw new InvalidDataset('There is no own series yet: load a CSV file with a row per step.');
  return measuredSeries(own, settings, 'none', () => settings);
}

/** The moving dots among the settings; null for another series. */
function dotsOf(settings: SvaeLdsSettings): MovingDotsSettings | null {
  const { signal, pixels, sequenceSteps, speed, renderWidth, noise } = settings;
  if (!isDots(signal)) return null;
  return { motion: signal, pixels, steps: sequenceSteps, speed, renderWidth, noise };
}

function checkWindow({ windowSteps }: SvaeLdsSettings, { rows, heldOutRows }: Sequence): void {
  const training = rows - heldOutRows;
  if (windowSteps > training)
    throw new InvalidDataset(
      `A window of ${windowSteps} steps does not fit into the ${training} steps of training data.`,
    );
}
