import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { switchingBar } from './switchingBar.ts';
import { lightDirection, tempoDots, tempoSystem } from './tempoDots.ts';

const dots = { pattern: 'three-tempo', pixels: 12, steps: 3000, dwell: 80, noise: 0.08 } as const;

describe('dots with tempos', () => {
  const dataset = tempoDots(dots, createRandom(2));
  const labels = dataset.labels ?? new Int32Array(0);
  const clean = dataset.clean ?? new Float32Array(0);

  /** The dot itself: lights stand evenly, so the sum over them takes their directions back. */
  function place(t: number): [number, number] {
    const x: [number, number] = [0, 0];
    for (let j = 0; j < 12; j++) {
      const direction = lightDirection(j, 12);
      for (const i of [0, 1]) x[i] += (clean[t * 12 + j] - 0.5) * direction[i];
    }
    const length = 12 * (0.35 ** 2 / 2);
    return [x[0] / length, x[1] / length];
  }

  it('turn by the angle of their state, up to the noise of a step', () => {
    const { transitions, stepVariance } = tempoSystem(dots);
    let squares = 0;
    for (let t = 1; t < 3000; t++) {
      const [a, b, c, d] = transitions.subarray(labels[t] * 4, labels[t] * 4 + 4);
      const [x, y] = place(t - 1);
      const [nextX, nextY] = place(t);
      squares += (nextX - a * x - b * y) ** 2 + (nextY - c * x - d * y) ** 2;
    }
    // Four standard errors of a variance from so many numbers.
    const off = squares / (2 * 2999) / stepVariance - 1;
    expect(Math.abs(off)).toBeLessThan(4 * Math.sqrt(2 / (2 * 2999)));
  });

  it('switch as often as the chain says, and show noise of the given size', () => {
    let switches = 0;
    for (let t = 1; t < 3000; t++) switches += labels[t] === labels[t - 1] ? 0 : 1;
    // Mean 37.5, standard deviation 6.
    expect(switches).toBeGreaterThan(20);
    expect(switches).toBeLessThan(56);
    expect(labels[0]).toBe(labels[1]);
    let squares = 0;
    dataset.values.forEach((value, i) => {
      squares += (value - clean[i]) ** 2;
    });
    expect(Math.sqrt(squares / clean.length)).toBeCloseTo(0.08, 3);
    expect(dataset.heldOutRows).toBe(400);
  });

  it('have rows of a chain that sum to 1, and the periods of their angles', () => {
    const { chain, periods } = tempoSystem(dots);
    for (const k of [0, 1, 2])
      expect(chain.subarray(3 * k, 3 * k + 3).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(periods.map((period) => Number(period.toFixed(2)))).toEqual([125.66, 31.42, 12.57]);
    expect(tempoSystem({ ...dots, pattern: 'two-tempo' }).periods).toHaveLength(2);
  });

  it('repeat with their seed and differ with another', () => {
    expect(tempoDots(dots, createRandom(2))).toEqual(dataset);
    expect(tempoDots(dots, createRandom(3)).values).not.toEqual(dataset.values);
  });
});

describe('a moving and breathing bar', () => {
  const settings = { pixels: 20, steps: 800, dwell: 10, noise: 0.02 };
  const { labels, clean, ...dataset } = switchingBar(settings, createRandom(5));

  it('moves and breathes as its states say, and never leaves the line', () => {
    const sums = (t: number) => {
      let [light, moment] = [0, 0];
      for (let j = 0; j < 20; j++) {
        const value = clean?.[t * 20 + j] ?? 0;
        light += value;
        moment += value * ((2 * j) / 19 - 1);
      }
      return { light, centre: moment / light };
    };
    for (let t = 1; t < 800; t++) {
      const [before, after] = [sums(t - 1), sums(t)];
      const state = labels?.[t] ?? -1;
      if (state < 2) expect(Math.sign(after.centre - before.centre)).toBe(state === 0 ? 1 : -1);
      else expect(Math.sign(after.light - before.light)).toBe(state === 2 ? 1 : -1);
    }
    expect(new Set(labels)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('repeats with its seed', () => {
    expect(switchingBar(settings, createRandom(5))).toMatchObject({ labels, clean, ...dataset });
  });
});
