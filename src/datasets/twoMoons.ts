import type { Random } from '../math/random.ts';
import type { Points } from './dataset.ts';
import { generatedDataset } from './generated.ts';

export interface TwoMoonsSettings {
  readonly pointsPerMoon: number;
  /** Standard deviation around the arcs, as a fraction of their radius. */
  readonly noise: number;
}

/** Model units per radius of an arc. */
const SCALE = 10;

/**
 * Two interlocking half circles. No straight line parts them, so the encoder has to bend space
 * before two Gaussians can. One class per moon; points are evenly spaced along it.
 */
export function twoMoons(settings: TwoMoonsSettings, random: Random): Points {
  const { pointsPerMoon, noise } = settings;
  return generatedDataset('Two moons', 2, pointsPerMoon, (moon, index) => {
    const angle = (Math.PI * (index + 0.5)) / pointsPerMoon;
    const x = moon === 0 ? Math.cos(angle) : 1 - Math.cos(angle);
    const y = moon === 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
    return [SCALE * (x + noise * random.normal()), SCALE * (y + noise * random.normal())];
  });
}
