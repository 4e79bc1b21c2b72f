import type { Interval } from './intervals.ts';

interface Spread {
  readonly means: ArrayLike<number>;
  readonly deviations: ArrayLike<number>;
}

/** The range of a logarithmic axis for errors: whole decades around all means and upper ends. */
export function errorDecades(series: readonly Spread[]): Interval {
  let least = Infinity;
  let most = -Infinity;
  for (const { means, deviations } of series) {
    for (let f = 0; f < means.length; f++) {
      if (!Number.isFinite(means[f])) continue;
      const deviation = Number.isFinite(deviations[f]) ? deviations[f] : 0;
      most = Math.max(most, means[f] + deviation);
      for (const value of [means[f], means[f] - deviation]) {
        if (value > 0) least = Math.min(least, value);
      }
    }
  }
  if (!(most > 0)) return { low: 0.1, high: 1 };
  const low = 10 ** Math.floor(Math.log10(Math.min(least, most)));
  const high = 10 ** Math.ceil(Math.log10(most));
  return { low, high: high > low ? high : 10 * low };
}
