import { describe, expect, it } from 'vitest';
import { periodTicks, spectrumBars } from './spectrum.ts';

describe('a spectrum', () => {
  it('has bars that touch on a logarithmic axis', () => {
    const bars = spectrumBars({ periods: [Infinity, 8, 4, 2], power: [9, 1, 4, 2] });
    expect(bars.map(({ period }) => period)).toEqual([2, 4, 8]);
    expect(bars.map(({ height }) => height)).toEqual([0.5, 1, 0.25]);
    expect(bars[0].to).toBeCloseTo(bars[1].from, 12);
    expect(bars[1].from).toBeCloseTo(Math.sqrt(8), 12);
    expect(bars[2].to).toBeCloseTo(Math.sqrt(128), 12);
    expect(spectrumBars({ periods: [], power: [] })).toEqual([]);
  });

  it('names periods that do not run into each other', () => {
    expect(periodTicks(2, 100, (period) => 100 * Math.log10(period))).toEqual([
      2, 5, 10, 20, 50, 100,
    ]);
  });
});
