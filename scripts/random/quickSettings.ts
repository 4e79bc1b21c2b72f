import type { Values } from '../../src/settings/values.ts';

/** Sizes above which opening takes more than moments. */
const QUICK: Readonly<Record<string, number>> = {
  hiddenUnits: 12,
  hiddenLayers: 2,
  pointsPerArm: 30,
  pointsPerCluster: 30,
  pointsPerPiece: 30,
  picturesPerShape: 30,
  points: 60,
  clusters: 8,
  mixtureClusters: 8,
  batch: 40,
  samples: 5,
  pixels: 8,
  latentDimension: 4,
  sequenceSteps: 400,
  windowSteps: 20,
  windows: 2,
};

/** The settings with sizes that open in moments: large ones are the same code for longer. */
export function quickSettings(settings: Values): Values {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const most = QUICK[name] ?? Number.POSITIVE_INFINITY;
      return [name, typeof value === 'number' ? Math.min(value, most) : value];
    }),
  );
}
