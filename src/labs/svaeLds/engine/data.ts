import type { Sequence } from '../../../datasets/dataset.ts';
import { type MovingDotsSettings, movingDots } from '../../../datasets/movingDots.ts';
import { InvalidDataset, type OwnData } from '../../../datasets/ownData.ts';
import { ownSeries } from '../../../datasets/ownSeries.ts';
import { forkRandom } from '../../../math/random.ts';
import type { SvaeLdsSettings } from '../settings.ts';

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
  return ownSeries(own, settings);
}

/** The moving dots among the settings; null for an own series. */
function dotsOf(settings: SvaeLdsSettings): MovingDotsSettings | null {
  const { signal, pixels, sequenceSteps, speed, renderWidth, noise } = settings;
  if (signal === 'own') return null;
  return { motion: signal, pixels, steps: sequenceSteps, speed, renderWidth, noise };
}

function checkWindow({ windowSteps }: SvaeLdsSettings, { rows, heldOutRows }: Sequence): void {
  const training = rows - heldOutRows;
  if (windowSteps > training)
    throw new InvalidDataset(
      `A window of ${windowSteps} steps does not fit into the ${training} steps of training data.`,
    );
}
