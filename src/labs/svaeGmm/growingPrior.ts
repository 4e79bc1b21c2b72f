/**
 * A prior that counts as much for many points as for few. With a fixed prior the price of a cluster,
 * in nats per point, falls as points are added, and the ELBO rises with pieces of a shape. For many
 * shapes it is narrower as well: they share the plane, and a wide cluster takes two of them.
 */
import type { SettingValue } from '../../settings/settingsTable.ts';
import type { SvaeGmmSettings } from './settings.ts';

/** Points up to which the prior is as set. */
const GROWS_FROM = 500;
/** Psi follows more slowly: more points are usually more clusters as well, and those are smaller. */
const SCALE_GROWS_FROM = 1000;
/** Up to so many shapes in the data the prior as it is set finds them. */
const MANY_SHAPES = 8;
/** Psi falls by this power of the number of shapes beyond. */
const NARROWING = 3;
/** log alpha grows by this power of the number of points. */
const CONCENTRATION_GROWTH = 1.3;
/** More clusters than this many times those of the settings do not pay for their time. */
const MOST_CLUSTER_GROWTH = 2;
/** Where doubles still have digits to spare. */
const LEAST_CONCENTRATION = 1e-200;

type PriorSettings = Pick<
  SvaeGmmSettings,
  'priorGrowth' | 'priorScale' | 'priorStrength' | 'concentration'
>;

export interface GrownPrior {
  /** Psi = scale * I */
  readonly scale: number;
  readonly strength: number;
  /** alpha of the symmetric Dirichlet. */
  readonly concentration: number;
}

/**
 * The prior of the settings for N points.
 *
 * @param shapes in the data, as `findShapes` counts them; null where they are not counted
 */
export function grownPrior(
  settings: PriorSettings,
  rows: number,
  shapes: number | null,
): GrownPrior {
  const prior = grown(settings, rows);
  if (!hasManyShapes(shapes)) return prior;
  return { ...prior, scale: prior.scale * (MANY_SHAPES / shapes) ** NARROWING };
}

/** Whether the count of shapes calls for another start, prior and search. */
export const hasManyShapes = (shapes: number | null): shapes is number =>
  shapes !== null && shapes > MANY_SHAPES;

/** The same at every N where it does not grow. */
function grown(settings: PriorSettings, rows: number): GrownPrior {
  const { priorGrowth, priorScale, priorStrength, concentration } = settings;
  if (!priorGrowth || rows <= GROWS_FROM) {
    return { scale: priorScale, strength: priorStrength, concentration };
  }
  const growth = rows / GROWS_FROM;
  const grown = Math.max(LEAST_CONCENTRATION, concentration ** (growth ** CONCENTRATION_GROWTH));
  return {
    scale: priorScale * Math.max(1, rows / SCALE_GROWS_FROM),
    strength: priorStrength * growth,
    // An alpha of 1 or more asks for many clusters, however many points there are.
    concentration: Math.min(concentration, grown),
  };
}

/** K for N points: more points are usually more shapes, and each takes several clusters at first. */
export function startingClusters(
  { clusters, thoroughSearch }: Pick<SvaeGmmSettings, 'clusters' | 'thoroughSearch'>,
  rows: number,
): number {
  if (!thoroughSearch) return clusters;
  const growth = Math.min(MOST_CLUSTER_GROWTH, Math.max(1, rows / GROWS_FROM));
  return Math.min(rows, Math.round(clusters * growth));
}

/**
 * Links and files from before have the plain search, which joins no neighbours, and a prior that knows no shapes and
 * does not grow; up to `GROWS_FROM` points growth changes nothing.
 */
export function searchBefore(
  values: Readonly<Record<string, SettingValue>>,
  ownRows: number | null,
): Readonly<Record<string, SettingValue>> {
  const rows = ownRows ?? classesOf(values) * Number(values.pointsPerArm);
  return {
    thoroughSearch: false,
    joinNeighbours: false,
    neighbourDensity: false,
    shapesFirst: false,
    searchByCount: false,
    startAtShapes: false,
    ...(rows > GROWS_FROM && { priorGrowth: false }),
  };
}

/** How many classes of points these settings generate. */
function classesOf({ dataset, arms, blobs }: Readonly<Record<string, SettingValue>>): number {
  if (dataset === 'spirals') return Number(arms);
  return dataset === 'blobs' ? Number(blobs) : 2;
}
