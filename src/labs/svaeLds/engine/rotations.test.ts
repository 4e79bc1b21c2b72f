import { describe, expect, it } from 'vitest';
import { Rotations } from './rotations.ts';

/** Planes side by side, each turning by itself. */
function turning(...planes: readonly { period: number; share: number; radius?: number }[]) {
  const d = 2 * planes.length;
  const transition = new Float64Array(d * d);
  const moment = new Float64Array(d * d);
  planes.forEach(({ period, share, radius = 1 }, plane) => {
    const angle = (2 * Math.PI) / period;
    const [c, s] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    const at = 2 * plane * (d + 1);
    transition.set([c, -s], at);
    transition.set([s, c], at + d);
    moment[at] = share;
    moment[at + d + 1] = share;
  });
  const { list } = new Rotations(transition, d, moment);
  return {
    periods: list.map(({ period }) => Number(period.toFixed(2))),
    leads: list.map(({ leads }) => leads),
    shares: list.map(({ share }) => share),
  };
}

describe('the order of complex pairs', () => {
  it('is that of their share of the motion, drift last', () => {
    const { periods, shares } = turning(
      { period: 2000, share: 0.6, radius: 0.999 },
      { period: 7, share: 0.1 },
      { period: 27, share: 0.3 },
    );
    expect(periods).toEqual([27, 7, 2000]);
    expect(shares).toEqual([0.3, 0.1, 0.6].map((share) => expect.closeTo(share, 9)));
  });

  it('begins with those that set a pace: an overtone of two dots moves most and comes last', () => {
    const { periods, leads } = turning(
      { period: 8.89, share: 0.43 },
      { period: 17.78, share: 0.31 },
      { period: 26.67, share: 0.26 },
    );
    expect(periods).toEqual([17.78, 26.67, 8.89]);
    expect(leads).toEqual([true, true, false]);
  });

  it('takes nothing for the base of an overtone that hardly moves or dies out', () => {
    const { periods, leads } = turning(
      { period: 53.33, share: 0.01 },
      { period: 80, share: 0.14, radius: 0.9 },
      { period: 26.67, share: 0.85 },
    );
    expect(periods).toEqual([26.67, 80, 53.33]);
    expect(leads).toEqual([true, false, false]);
  });
});
