import type { Sequence } from '../../../datasets/dataset.ts';
import { InvalidDataset, type OwnData } from '../../../datasets/ownData.ts';
import { ownSeries } from '../../../datasets/ownSeries.ts';
import { switchingBar } from '../../../datasets/switchingBar.ts';
import { tempoDots } from '../../../datasets/tempoDots.ts';
import { forkRandom } from '../../../math/random.ts';
import type { SvaeSldsSettings } from '../settings.ts';

/** The sequence the settings ask for. Throws an Error in words when there is none to make. */
export function makeSvaeSldsDataset(
  settings: SvaeSldsSettings,
  seed: number,
  own: OwnData | null,
): Sequence {
  if (settings.signal === 'own') {
    if (!own)
      throw new InvalidDataset('There is no own series yet: load a CSV file with a row per step.');
    // True states that come with the rows, as in a recording, are what scores are taken against.
    return { ...ownSeries(own, settings), labels: own.labels };
  }
  const dataset = generated(settings, seed);
  const training = dataset.rows - dataset.heldOutRows;
  if (settings.windowSteps > training)
    throw new InvalidDataset(
      `A window of ${settings.windowSteps} steps does not fit into the ${training} steps of training data.`,
    );
  return dataset;
}

function generated(settings: SvaeSldsSettings, seed: number): Sequence {
  const { signal, pixels, sequenceSteps: steps, dwell, noise } = settings;
  const random = forkRandom(seed, 'data');
  if (signal === 'bar') return switchingBar({ pixels, steps, dwell, noise }, random);
  if (signal === 'own') throw new Error('An own series is not generated.');
  return tempoDots({ pattern: signal, pixels, steps, dwell, noise }, random);
}
