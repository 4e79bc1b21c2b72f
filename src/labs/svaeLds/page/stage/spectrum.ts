/** Power of a signal against period, drawn as bars on a logarithmic axis of periods. */
export interface Spectrum {
  /** Steps; one entry per frequency, in any order, zero frequency (infinite period) left out or in. */
  readonly periods: ArrayLike<number>;
  /** Not negative, in any unit. */
  readonly power: ArrayLike<number>;
}

export interface SpectrumBar {
  readonly period: number;
  /** Share of the largest power, 0 to 1. */
  readonly height: number;
  /** The bar reaches half-way, on the logarithmic axis, to its neighbours: periods. */
  readonly from: number;
  readonly to: number;
}

/** Bars by increasing period. Entries that are not finite and positive are left out. */
export function spectrumBars({ periods, power }: Spectrum): SpectrumBar[] {
  const known = Array.from(periods, (period, index) => ({ period, power: power[index] }))
    .filter((entry) => entry.period > 0 && Number.isFinite(entry.period) && entry.power >= 0)
    .sort((a, b) => a.period - b.period);
  const largest = Math.max(0, ...known.map((entry) => entry.power));
  return known.map((entry, index) => {
    const before = known[index - 1]?.period;
    const after = known[index + 1]?.period;
    // At an end a bar is as wide to the outside as it is to the inside.
    const down = before ?? (after === undefined ? entry.period / 1.1 : entry.period ** 2 / after);
    const up = after ?? entry.period ** 2 / down;
    return {
      period: entry.period,
      height: largest > 0 ? entry.power / largest : 0,
      from: Math.sqrt(down * entry.period),
      to: Math.sqrt(up * entry.period),
    };
  });
}

const ROUND_PERIODS = [2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000, 2000, 5000];

/** Round periods from `low` to `high` that are at least `gap` pixels apart at `toX`. */
export function periodTicks(
  low: number,
  high: number,
  toX: (period: number) => number,
  gap = 26,
): number[] {
  const ticks: number[] = [];
  for (const period of ROUND_PERIODS) {
    if (period < low || period > high) continue;
    const before = ticks.at(-1);
    if (before === undefined || Math.abs(toX(period) - toX(before)) >= gap) ticks.push(period);
  }
  return ticks;
}
