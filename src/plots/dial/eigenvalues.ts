import type { PlanePoint } from '../plane/coordinates.ts';

/**
 * Eigenvalues of a real matrix as they are dragged: a complex pair r exp(± i w) turns by w
 * radians per step, so its period is 2 pi / w steps, and its amplitude is multiplied by r in
 * each; a real one only grows or decays.
 */

/** A complex number: real part to the right, imaginary part upwards. */
export type Complex = PlanePoint<'complex'>;

/** Eigenvalues as typed arrays. Pair k is the k-th entry whose imaginary part is positive. */
export interface Eigenvalues {
  readonly real: ArrayLike<number>;
  readonly imaginary: ArrayLike<number>;
}

/** A complex pair by the member above the real axis. */
export interface Polar {
  /** Radians per step, in (0, pi). */
  readonly angle: number;
  /** Factor of the amplitude per step. */
  readonly radius: number;
}

/** What a pair is multiplied by, against what was learned. */
export interface Turn {
  readonly angleFactor: number;
  readonly radiusFactor: number;
}

export const NO_TURN: Turn = { angleFactor: 1, radiusFactor: 1 };

/** Smaller imaginary parts, relative to the modulus, are rounding. */
const REAL_BELOW = 1e-9;
const SMALLEST_ANGLE = (2 * Math.PI) / 1000;
const LARGEST_ANGLE = Math.PI * 0.995;
/** Further out a hand or a key does not push a pair: in 200 steps it would grow 10^12 times. */
const LARGEST_RADIUS = 1.15;
/** Within this of the circle a mode is said to keep its size: the change would be invisible. */
const KEEPS_WITHIN = 1e-3;

export function splitEigenvalues({ real, imaginary }: Eigenvalues): {
  readonly pairs: readonly Polar[];
  readonly reals: readonly number[];
} {
  const pairs: Polar[] = [];
  const reals: number[] = [];
  for (let k = 0; k < real.length; k++) {
    const radius = Math.hypot(real[k], imaginary[k]);
    if (Math.abs(imaginary[k]) <= REAL_BELOW * Math.max(radius, 1e-300)) reals.push(real[k]);
    else if (imaginary[k] > 0) pairs.push({ angle: Math.atan2(imaginary[k], real[k]), radius });
  }
  return { pairs, reals };
}

/** Steps of one turn. */
export const periodOf = (angle: number): number => (2 * Math.PI) / angle;

/** Both members of a pair as [real, imaginary], the one above the real axis first. */
export function membersOf({ angle, radius }: Polar): readonly (readonly [number, number])[] {
  const x = radius * Math.cos(angle);
  const y = radius * Math.sin(angle);
  return [
    [x, y],
    [x, -y],
  ];
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

const within = (angle: number, radius: number, largest: number): Polar => ({
  angle: clamp(angle, SMALLEST_ANGLE, LARGEST_ANGLE),
  radius: clamp(radius, 0, Math.max(LARGEST_RADIUS, largest)),
});

/**
 * The pair whose upper member lies at x + i y, as far as a pair may lie there: below the real
 * axis there is none, and on it a pair would fall apart into two real eigenvalues. `largest` is a
 * radius it has had.
 */
export const polarAt = (x: number, y: number, largest = 0): Polar =>
  within(Math.atan2(Math.max(0, y), x), Math.hypot(x, y), largest);

/**
 * The turn that takes a pair to `to`. `from` is where the pair is drawn with the turn `applied`,
 * so that other edits which moved it, too, are not undone.
 */
export const turnBetween = (from: Polar, to: Polar, applied: Turn): Turn => ({
  angleFactor: (applied.angleFactor * to.angle) / from.angle,
  radiusFactor: from.radius > 0 ? (applied.radiusFactor * to.radius) / from.radius : 1,
});

const KEY_TURN = 1.01;
const KEY_PUSH = 0.002;
const LARGE = 5;

/** Where a key moves a pair; null for keys that do not. Left and right turn, up and down push. */
export function polarAfterKey(key: string, shift: boolean, pair: Polar): Polar | null {
  const size = shift ? LARGE : 1;
  switch (key) {
    case 'ArrowRight':
      return within(pair.angle * KEY_TURN ** size, pair.radius, pair.radius);
    case 'ArrowLeft':
      return within(pair.angle / KEY_TURN ** size, pair.radius, pair.radius);
    case 'ArrowUp':
      return within(pair.angle, pair.radius + KEY_PUSH * size, 0);
    case 'ArrowDown':
      return within(pair.angle, pair.radius - KEY_PUSH * size, pair.radius);
    default:
      return null;
  }
}

export const grows = (radius: number): boolean => Math.abs(radius) > 1 + KEEPS_WITHIN;

/** "26.7", with as many digits as matter. */
export function periodText(period: number): string {
  if (!Number.isFinite(period) || period <= 0) return '–';
  return period >= 1000 ? '> 1000' : period.toFixed(period >= 100 ? 0 : period >= 10 ? 1 : 2);
}

/** Spoken: how fast a pair turns and what becomes of its amplitude. */
export const describePair = ({ angle, radius }: Polar): string =>
  `period ${periodText(periodOf(angle))} steps, radius ${radius.toFixed(3)}, ${describeRadius(radius)}`;

/** Whether an amplitude that is multiplied by `radius` in each step grows or decays. */
export function describeRadius(radius: number): string {
  if (grows(radius)) return 'grows';
  return Math.abs(radius) >= 1 - KEEPS_WITHIN ? 'keeps its size' : 'decays';
}

/** Periods to write around the dial, the roundest first, steps. */
const PERIODS: readonly (readonly number[])[] = [
  [2, 3, 4, 6, 10, 20],
  [5, 8, 15, 30, 50, 100],
  [12, 25, 40, 70],
  Array.from({ length: 58 }, (_, index) => index + 3),
];
/** From one period on the rim to the next, pixels. */
const PERIOD_SPACE = 30;

/** The periods around a dial whose circle has this radius, pixels: as many as are distinguished. */
export function dialPeriods(radius: number): readonly number[] {
  const [always, ...others] = PERIODS;
  const taken = [...always];
  const place = (period: number) => (radius * 2 * Math.PI) / period;
  for (const period of others.flat())
    if (taken.every((other) => Math.abs(place(period) - place(other)) >= PERIOD_SPACE))
      taken.push(period);
  return taken;
}
