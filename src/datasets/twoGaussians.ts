import type { Random } from '../math/random.ts';
import type { Points } from './dataset.ts';
import { generatedDataset } from './generated.ts';

export interface TwoGaussiansSettings {
  readonly pointsPerCluster: number;
  /** Distance between the two means, in model units. */
  readonly separation: number;
  /** Standard deviation of each cluster, in model units. */
  readonly spread: number;
}

export const DEFAULT_TWO_GAUSSIANS: TwoGaussiansSettings = {
  pointsPerCluster: 100,
  separation: 18,
  spread: 3,
};

/** Two round Gaussian clusters: what a mixture models without any network. One class per cluster. */
export function twoGaussians(settings: TwoGaussiansSettings, random: Random): Points {
  const { pointsPerCluster, separation, spread } = settings;
  return generatedDataset('Two Gaussians', 2, pointsPerCluster, (cluster) => [
    (cluster - 0.5) * separation + spread * random.normal(),
    spread * random.normal(),
  ]);
}
