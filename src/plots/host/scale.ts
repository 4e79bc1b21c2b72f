/** Where values are drawn along one side of a plot. */

/** Values from one end of a side to the other, and their places in pixels. */
export interface Scale {
  /** The values at both ends. */
  readonly ends: readonly [number, number];
  /** The places of both ends. */
  readonly places: readonly [number, number];
  /** Where a value is drawn. */
  at(value: number): number;
  /** The value drawn at a place. */
  valueAt(place: number): number;
}

type Ends = readonly [number, number];

/** Takes [a, b] to [p, q], evenly. From the lesser end, so that whole numbers stay whole. */
function evenly([a, b]: Ends, [p, q]: Ends): (value: number) => number {
  if (b < a) return evenly([b, a], [q, p]);
  return (value) => {
    const share = a === b ? 0.5 : (value - a) / (b - a);
    return p * (1 - share) + q * share;
  };
}

/** Equal distances for equal differences. */
export const linearScale = (ends: Ends, places: Ends): Scale => ({
  ends,
  places,
  at: evenly(ends, places),
  valueAt: evenly(places, ends),
});

/** Equal distances for equal ratios of positive values; what lies beyond an end is drawn there. */
export function logScale(ends: Ends, places: Ends): Scale {
  const inLogs = linearScale([Math.log(ends[0]), Math.log(ends[1])], places);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const clamped = (value: number) => Math.min(high, Math.max(low, value));
  return {
    ends,
    places,
    at: (value) => inLogs.at(Math.log(clamped(value))),
    valueAt: (place) => clamped(Math.exp(inLogs.valueAt(place))),
  };
}

/** Values of both signs by the logarithms of their sizes; those well below `linear` are spaced evenly. */
export function signedLogScale(ends: Ends, places: Ends, linear: number): Scale {
  const inward = (value: number) => Math.sign(value) * Math.log1p(Math.abs(value) / linear);
  const outward = (value: number) => Math.sign(value) * Math.expm1(Math.abs(value)) * linear;
  const within = linearScale([inward(ends[0]), inward(ends[1])], places);
  return {
    ends,
    places,
    at: (value) => within.at(inward(value)),
    valueAt: (place) => outward(within.valueAt(place)),
  };
}
