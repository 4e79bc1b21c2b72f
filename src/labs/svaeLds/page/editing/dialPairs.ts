/** Which complex pair of the transition in use is which of the learned ones. */

import { type Eigenvalues, NO_TURN, type Turn } from '../../../../plots/dial/eigenvalues.ts';
import type { SvaeLdsEdit } from '../../edits.ts';
import type { SvaeLdsSnapshot } from '../../snapshot.ts';
import { turnOf } from './editsInForce.ts';

export interface DialPairs {
  /** Complex pairs first, in the order of `pairs`, then real ones. */
  readonly eigenvalues: Eigenvalues;
  /** Where the pairs were learned, in the same order. */
  readonly learned: Eigenvalues;
  /** For each pair drawn, which it is among the learned ones; null for one that edits made. */
  readonly pairs: readonly (number | null)[];
  readonly turns: readonly Turn[];
}

type Place = { readonly angle: number; readonly radius: number };
type Shown = Pick<SvaeLdsSnapshot, 'eigenvalues' | 'rotations'>;

const placeOf = ({ re, im }: { readonly re: number; readonly im: number }): Place => ({
  angle: Math.atan2(im, re),
  radius: Math.hypot(re, im),
});

/**
 * Pairs are distinguished by where a learned one would be: turned by its own edit, or, as overtones
 * are, along with another pair. Columns and entries move them further; the nearest is taken.
 */
export function dialPairsOf(
  { eigenvalues, rotations }: Shown,
  edits: readonly SvaeLdsEdit[],
): DialPairs {
  const upper = eigenvalues.filter(({ im }) => im > 0);
  const turns = rotations.map((_, pair) => turnOf(edits, pair));
  const followed = turns.filter((turn) => turn !== NO_TURN);
  const distances = rotations.flatMap((rotation, pair) =>
    upper.map((eigenvalue, at) => {
      const own = turns[pair];
      const candidates = own === NO_TURN ? [NO_TURN, ...withoutPush(followed)] : [own];
      return { pair, at, distance: nearest(placeOf(rotation), placeOf(eigenvalue), candidates) };
    }),
  );
  const taken = new Map<number, number>();
  const given = new Set<number>();
  for (const { pair, at } of distances.sort((a, b) => a.distance - b.distance)) {
    if (taken.has(pair) || given.has(at)) continue;
    taken.set(pair, at);
    given.add(at);
  }
  const known = [...taken].sort(([a], [b]) => a - b);
  const unknown = upper.filter((_, at) => !given.has(at));
  const reals = eigenvalues.filter(({ im }) => im === 0);
  return {
    eigenvalues: columns([...known.map(([, at]) => upper[at]), ...unknown, ...reals]),
    learned: columns(known.map(([pair]) => rotations[pair])),
    pairs: [...known.map(([pair]) => pair), ...unknown.map(() => null)],
    turns: [...known.map(([pair]) => turns[pair]), ...unknown.map(() => NO_TURN)],
  };
}

/** The eigenvalue of largest modulus by its name on the dial: "pair 1", or "real". */
export function largestInWords({ eigenvalues: { real, imaginary }, pairs }: DialPairs): string {
  const moduli = Array.from(real, (re, at) => Math.hypot(re, imaginary[at]));
  const largest = moduli.indexOf(Math.max(...moduli));
  return largest < pairs.length ? `pair ${largest + 1}` : 'real';
}

const withoutPush = (turns: readonly Turn[]): Turn[] =>
  turns.map(({ angleFactor }) => ({ angleFactor, radiusFactor: 1 }));

/** How far `found` is from where `learned` is after the best of some turns, in the plane's units. */
function nearest(learned: Place, found: Place, turns: readonly Turn[]): number {
  const distances = turns.map(({ angleFactor, radiusFactor }) => {
    const radius = learned.radius * radiusFactor;
    const turn = found.angle - learned.angle * angleFactor;
    return Math.hypot(found.radius * Math.cos(turn) - radius, found.radius * Math.sin(turn));
  });
  return Math.min(...distances);
}

function columns(values: readonly { readonly re: number; readonly im: number }[]): Eigenvalues {
  return {
    real: Float64Array.from(values, ({ re }) => re),
    imaginary: Float64Array.from(values, ({ im }) => im),
  };
}
