import { blobs } from '../../../datasets/blobs.ts';
import type { Points } from '../../../datasets/dataset.ts';
import { recentred } from '../../../datasets/generated.ts';
import { InvalidDataset, type OwnData, ownDataset } from '../../../datasets/ownData.ts';
import { rings } from '../../../datasets/rings.ts';
import { spirals } from '../../../datasets/spirals.ts';
import { DEFAULT_TWO_GAUSSIANS, twoGaussians } from '../../../datasets/twoGaussians.ts';
import { twoMoons } from '../../../datasets/twoMoons.ts';
import { forkRandom, type Random } from '../../../math/random.ts';
import type { SettingValues } from '../../../settings/settingsTable.ts';
import type { planarSettings } from '../settings/planarSettings.ts';

export type PlanarSettings = SettingValues<typeof planarSettings>;

/**
 * Throws where there are fewer points than there would be clusters.
 *
 * @param what clusters, or what they are called
 */
export function mustHaveRows(rows: number, count: number, what: string): void {
  if (count <= rows) return;
  throw new Error(
    `${count} ${what} are more than the ${rows} points of the data set: choose at most ${rows}.`,
  );
}

/** The data set the settings ask for. Throws an Error in words when there is none to make. */
export function makePlanarDataset(
  settings: PlanarSettings,
  seed: number,
  own: OwnData | null,
): Points {
  if (settings.dataset !== 'own') return generate(settings, seed, forkRandom(seed, 'data'));
  if (own) return ownDataset(own, settings.standardise);
  throw new InvalidDataset(
    'There are no own points yet: draw some on the data plot or load a CSV file.',
  );
}

/**
 * Points that no model has seen, from the same distribution and centred as the training data are;
 * null where the distribution is not known, as of own points.
 *
 * @returns N x 2, as many as there are training points
 */
export function heldOutPlanarPoints(
  settings: PlanarSettings,
  seed: number,
  { centre }: Points,
): Float32Array | null {
  if (settings.dataset === 'own') return null;
  const fresh = generate(settings, seed, forkRandom(seed, 'held-out data'));
  return recentred(fresh, centre);
}

/** Points of the distribution that belongs to the seed, drawn from `random`. */
function generate(settings: PlanarSettings, seed: number, random: Random): Points {
  const { pointsPerArm, spreadAcross } = settings;
  switch (settings.dataset) {
    case 'spirals':
      return spirals(settings, random);
    case 'blobs': {
      const { blobs: count, blobSpread: spread } = settings;
      const layout = forkRandom(seed, 'layout');
      return blobs({ blobs: count, pointsPerBlob: pointsPerArm, spread }, layout, random);
    }
    case 'two-gaussians':
      return twoGaussians({ ...DEFAULT_TWO_GAUSSIANS, pointsPerCluster: pointsPerArm }, random);
    case 'moons':
      return twoMoons({ pointsPerMoon: pointsPerArm, noise: spreadAcross }, random);
    default:
      return rings({ rings: 2, pointsPerRing: pointsPerArm, noise: spreadAcross }, random);
  }
}
