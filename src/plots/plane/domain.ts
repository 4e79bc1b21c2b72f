/**
 * What part of a plane a plot shows. The domain must not jitter while training moves
 * the points: it grows as soon as something leaves it, shrinks only after the points
 * have left a lot of room for a while, and takes round values in both cases.
 */

/** A square: centre and half of its side, in units of the plane. */
export interface SquareDomain {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface DomainState {
  readonly domain: SquareDomain;
  /** Since when (ms) the points have left much room, or null. */
  readonly roomySince: number | null;
}

const PADDING = 1.08;
const ROOMY = 0.62;
const PATIENCE_MS = 1500;
const ROUND_VALUES = [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10];

/** Shown while there are no points: data sets are scaled to a root-mean-square radius of about 10. */
export const EMPTY_DOMAIN: SquareDomain = { x: 0, y: 0, half: 15 };

/** The smallest round value not below `value`. */
export function roundUp(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = ROUND_VALUES.find((candidate) => candidate * power >= value * (1 - 1e-9));
  return (step ?? 10) * power;
}

/** A round square domain with some air around the extent. */
export function fitDomain(extent: Extent): SquareDomain {
  const width = extent.right - extent.left;
  const height = extent.top - extent.bottom;
  const needed = (Math.max(width, height) / 2) * PADDING || 1;
  const grid = roundUp(needed) / 4;
  const x = Math.round((extent.left + extent.right) / 2 / grid) * grid;
  const y = Math.round((extent.bottom + extent.top) / 2 / grid) * grid;
  const reach = Math.max(
    extent.right - x,
    x - extent.left,
    extent.top - y,
    y - extent.bottom,
    needed / PADDING,
  );
  return { x, y, half: roundUp(reach * PADDING || 1) };
}

const contains = ({ x, y, half }: SquareDomain, extent: Extent): boolean =>
  extent.left >= x - half &&
  extent.right <= x + half &&
  extent.bottom >= y - half &&
  extent.top <= y + half;

/** The state after seeing `extent` at time `now` (ms). Returns `state` itself if nothing changed. */
export function nextDomain(state: DomainState, extent: Extent, now: number): DomainState {
  const { domain, roomySince } = state;
  const wanted = fitDomain(extent);
  if (!contains(domain, extent)) return { domain: wanted, roomySince: null };
  if (wanted.half > domain.half * ROOMY)
    return roomySince === null ? state : { domain, roomySince: null };
  if (roomySince === null) return { domain, roomySince: now };
  return now - roomySince < PATIENCE_MS ? state : { domain: wanted, roomySince: null };
}
