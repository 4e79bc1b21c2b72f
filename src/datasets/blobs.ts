import type { Random } from '../math/random.ts';
import type { Points } from './dataset.ts';
import { generatedDataset, type Point } from './generated.ts';

export interface BlobsSettings {
  readonly blobs: number;
  readonly pointsPerBlob: number;
  /** Standard deviation of a blob along its longer axis, in model units. */
  readonly spread: number;
}

/** Blobs lie on a disc of this radius, as far from one another as the best of some tries has them. */
const RADIUS = 12;
const TRIES = 30;
/** The shorter axis of a blob, as a part of the longer one. */
const LEAST_ROUNDNESS = 0.35;

/**
 * Gaussian blobs of different shapes and directions. One class per blob.
 *
 * @param layout draws where the blobs lie, `random` the points: the same layout gives fresh points
 *   of the same blobs
 */
export function blobs(
  { blobs: count, pointsPerBlob, spread }: BlobsSettings,
  layout: Random,
  random: Random,
): Points {
  const centres = spreadOut(count, layout);
  const shapes = centres.map(() => ({
    angle: Math.PI * layout.uniform(),
    short: spread * (LEAST_ROUNDNESS + (1 - LEAST_ROUNDNESS) * layout.uniform()),
  }));
  return generatedDataset('Blobs', count, pointsPerBlob, (blob) => {
    const { angle, short } = shapes[blob];
    const along = spread * random.normal();
    const across = short * random.normal();
    const [x, y] = centres[blob];
    return [
      x + along * Math.cos(angle) - across * Math.sin(angle),
      y + along * Math.sin(angle) + across * Math.cos(angle),
    ];
  });
}

/** Each next centre is the one of several drawn that is farthest from those there are. */
function spreadOut(count: number, random: Random): readonly Point[] {
  const centres: Point[] = [];
  while (centres.length < count) {
    const tries = Array.from({ length: TRIES }, () => onDisc(random));
    const room = ([x, y]: Point) => Math.min(...centres.map(([a, b]) => Math.hypot(x - a, y - b)));
    centres.push(tries.reduce((best, next) => (room(next) > room(best) ? next : best)));
  }
  return centres;
}

function onDisc(random: Random): Point {
  const radius = RADIUS * Math.sqrt(random.uniform());
  const angle = 2 * Math.PI * random.uniform();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
