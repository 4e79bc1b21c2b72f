import type { Dataset } from '../../datasets/dataset.ts';
import { InvalidDataset, type OwnData, ownDataset } from '../../datasets/ownData.ts';
import { rings } from '../../datasets/rings.ts';
import { spirals } from '../../datasets/spirals.ts';
import { DEFAULT_TWO_GAUSSIANS, twoGaussians } from '../../datasets/twoGaussians.ts';
import { twoMoons } from '../../datasets/twoMoons.ts';
import { forkRandom } from '../../math/random.ts';
import type { SvaeGmmSettings } from './settings.ts';

/** The data set the settings ask for. Throws an Error in words when there is none to make. */
export function makeSvaeGmmDataset(
  settings: SvaeGmmSettings,
  seed: number,
  own: OwnData | null,
): Dataset {
  const random = forkRandom(seed, 'data');
  const { pointsPerArm, spreadAcross } = settings;
  switch (settings.dataset) {
    case 'spirals':
      return spirals(
        {
          arms: settings.arms,
          pointsPerArm,
          spreadAlong: settings.spreadAlong,
          spreadAcross,
          winding: settings.winding,
        },
        random,
      );
    case 'two-gaussians':
      return twoGaussians({ ...DEFAULT_TWO_GAUSSIANS, pointsPerCluster: pointsPerArm }, random);
    case 'moons':
      return twoMoons({ pointsPerMoon: pointsPerArm, noise: spreadAcross }, random);
    case 'rings':
      return rings({ rings: 2, pointsPerRing: pointsPerArm, noise: spreadAcross }, random);
    case 'own':
      if (!own) {
        throw new InvalidDataset(
          'There are no own points yet: draw some on the data plot or load a CSV file.',
        );
      }
      return ownDataset(own);
  }
}
