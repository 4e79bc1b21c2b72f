import type { Random } from '../math/random.ts';
import type { Points } from './dataset.ts';
import { generatedDataset } from './generated.ts';

export interface SpiralSettings {
  readonly arms: number;
  readonly pointsPerArm: number;
  /** Standard deviation along an arm, as a fraction of its distance from the hub. */
  readonly spreadAlong: number;
  /** Standard deviation across it, likewise. */
  readonly spreadAcross: number;
  /** How far the arms wind: radians per unit of exp(radius). */
  readonly winding: number;
}

/** The spirals of thesis section 6.1. */
export const THESIS_SPIRALS: SpiralSettings = {
  arms: 5,
  pointsPerArm: 100,
  spreadAlong: 0.3,
  spreadAcross: 0.05,
  winding: 0.25,
};

/** Model units per unit of the recipe: arms reach out to about 10. */
const SCALE = 10;

/**
 * Spiral arms around a hub, the "pinwheel" of Johnson et al. (2016): a Gaussian at radius 1,
 * stretched along the radius, is turned to its arm and further by winding * exp(radius), so that
 * outer points turn more. The turn is clockwise, as in the thesis's figures. One class per arm.
 */
export function spirals(settings: SpiralSettings, random: Random): Points {
  const { arms, pointsPerArm, spreadAlong, spreadAcross, winding } = settings;
  return generatedDataset('Spirals', arms, pointsPerArm, (arm) => {
    const radial = 1 + spreadAlong * random.normal();
    const tangential = spreadAcross * random.normal();
    const angle = (2 * Math.PI * arm) / arms + winding * Math.exp(radial);
    const cosine = Math.cos(angle);
    const sine = Math.sin(angle);
    return [
      SCALE * (radial * cosine + tangential * sine),
      SCALE * (tangential * cosine - radial * sine),
    ];
  });
}
