import { quantileSorted } from 'd3';

/** A range of values on one axis of a chart. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** This share of the values, the worst of them, may lie below the chart: the initial fall-in of training. */
const IGNORED = 0.06;
const PADDING = 0.08;
const SHRINK_BELOW = 0.55;
/** At most this many values are looked at; a chart of a long run needs no more to know its range. */
const SAMPLE = 512;

/** The range of all finite values, or null if there are none. */
export function finiteInterval(...series: readonly ArrayLike<number>[]): Interval | null {
  let low = Infinity;
  let high = -Infinity;
  for (const values of series) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? { low, high } : null;
}

/** The range of the finite values without the lowest few, or null if there are none. */
export function robustInterval(series: readonly ArrayLike<number>[]): Interval | null {
  let low = Infinity;
  let high = -Infinity;
  for (const values of series) {
    const step = Math.max(1, Math.floor(values.length / SAMPLE));
    const kept: number[] = [];
    for (let index = values.length - 1; index >= 0; index -= step) {
      if (Number.isFinite(values[index])) kept.push(values[index]);
    }
    if (kept.length === 0) continue;
    const latest = kept[0];
    kept.sort((a, b) => a - b);
    // The newest value is always in sight, also right after a fall.
    low = Math.min(low, latest, quantileSorted(kept, IGNORED) ?? latest);
    high = Math.max(high, latest, quantileSorted(kept, 1 - IGNORED / 6) ?? latest);
  }
  return low <= high ? { low, high } : null;
}

/** A range with air and round ends around `wanted`. */
export function padInterval({ low, high }: Interval): Interval {
  const span = high - low || Math.abs(high) || 1;
  const step = 10 ** Math.floor(Math.log10(span)) / 4;
  return {
    low: Math.floor((low - PADDING * span) / step) * step,
    high: Math.ceil((high + PADDING * span) / step) * step,
  };
}

const NOTHING_YET: Interval = { low: -1, high: 0 };

/** Keeps `shown` while `wanted` lies in it and fills a good part of it; otherwise fits again. */
export function nextInterval(shown: Interval | null, wanted: Interval | null): Interval {
  if (wanted === null) return shown ?? NOTHING_YET;
  if (shown === null || shown === NOTHING_YET) return padInterval(wanted);
  const inside = wanted.low >= shown.low && wanted.high <= shown.high;
  const roomy = wanted.high - wanted.low < SHRINK_BELOW * (shown.high - shown.low);
  if (!inside) return padInterval(wanted);
  if (!roomy) return shown;
  const fitted = padInterval(wanted);
  // Rounding may ask for nearly the same range again.
  return fitted.high - fitted.low < 0.8 * (shown.high - shown.low) ? fitted : shown;
}
