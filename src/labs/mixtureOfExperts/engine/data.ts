import { curve } from '../../../datasets/curves.ts';
import type { Points } from '../../../datasets/dataset.ts';
import { recentred } from '../../../datasets/generated.ts';
import { InvalidDataset, type OwnData, ownDataset } from '../../../datasets/ownData.ts';
import { forkRandom } from '../../../math/random.ts';
import type { ExpertsSettings } from '../settings.ts';

/** x in the first column, y in the second. Throws an Error in words when there is no such data. */
export function makeExpertsDataset(
  settings: ExpertsSettings,
  seed: number,
  own: OwnData | null,
): Points {
  if (settings.dataset !== 'own') return draw(settings, settings.dataset, seed, 'data');
  if (!own) {
    throw new InvalidDataset(
      'There are no own points yet: draw some on the data plot or load a CSV file.',
    );
  }
  if (own.columns.length !== 2) {
    throw new InvalidDataset(
      `Experts predict y from x: own data need 2 columns; there are ${own.columns.length}.`,
    );
  }
  return ownDataset(own, settings.standardise);
}

/** Pairs that were not learned from, centred as those that were are (N x 2); null of own points. */
export function heldOutPairs(
  settings: ExpertsSettings,
  seed: number,
  { centre }: Points,
): Float32Array | null {
  if (settings.dataset === 'own') return null;
  const fresh = draw(settings, settings.dataset, seed, 'held-out data');
  return recentred(fresh, centre);
}

function draw(
  { pointsPerPiece, noise }: ExpertsSettings,
  shape: Exclude<ExpertsSettings['dataset'], 'own'>,
  seed: number,
  stream: string,
): Points {
  return curve({ shape, pointsPerPiece, noise }, forkRandom(seed, stream));
}
