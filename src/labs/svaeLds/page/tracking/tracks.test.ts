import { describe, expect, it } from 'vitest';
import { coordinateOf, knownSteps, trackDeviations, trackReach } from './tracks.ts';

describe('tracks', () => {
  const track = {
    means: [0, 0, 1, 1, 2, 2],
    covariances: [4, 0, 0, 9, 1, 0, 0, 1, 1, 0, 0, 16],
    known: [0, 2] as const,
  };

  it('are known as far as they have been computed', () => {
    expect(knownSteps(track, 2)).toEqual([0, 2]);
    expect(knownSteps({ ...track, known: [-3, 99] }, 2)).toEqual([0, 3]);
    expect(Array.from(trackDeviations(track, 2, 1))).toEqual([3, 1, Number.NaN]);
    expect(Array.from(coordinateOf(track.means, 2, 0, [1, 3]))).toEqual([Number.NaN, 1, 2]);
  });

  it('reach two standard deviations to either side, at steps still to come as well', () => {
    expect(Array.from(trackReach(track, 2))).toEqual([-4, -6, 4, 6, -1, -1, 3, 3, 0, -6, 4, 10]);
    expect(Array.from(trackReach({ means: [1], covariances: [9] }, 1))).toEqual([-5, 7]);
  });
});
