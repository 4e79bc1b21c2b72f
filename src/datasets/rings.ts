import type { Random } from '../math/random.ts';
import type { Points } from './dataset.ts';
import { generatedDataset } from './generated.ts';

export interface RingsSettings {
  readonly rings: number;
  readonly pointsPerRing: number;
  /** Standard deviation around a ring, as a fraction of the distance between rings. */
  readonly noise: number;
}

const RADIUS = 10;

/**
 * Concentric rings of radii in the proportion 1 : 2 : 3 …, at root-mean-square radius 10. No
 * invertible bending of the plane makes a ring around a ring into two blobs: a lesson in what a
 * two-dimensional latent space cannot do. One class per ring; points are evenly spaced.
 */
export function rings(settings: RingsSettings, random: Random): Points {
  const { rings: count, pointsPerRing, noise } = settings;
  // Mean of 1², 2², …, count².
  const meanSquare = ((count + 1) * (2 * count + 1)) / 6;
  const spacing = RADIUS / Math.sqrt(meanSquare);
  return generatedDataset('Rings', count, pointsPerRing, (ring, index) => {
    const angle = (2 * Math.PI * index) / pointsPerRing;
    const radius = ring + 1;
    return [
      spacing * (radius * Math.cos(angle) + noise * random.normal()),
      spacing * (radius * Math.sin(angle) + noise * random.normal()),
    ];
  });
}
