import { describe, expect, it } from 'vitest';
import { fillNormal, forkRandom } from '../../math/random.ts';
import { goAheadSwitching } from './forecast.ts';

const CHAIN = Float64Array.of(0.9, 0.1, 0.3, 0.7);
const LAST = Float64Array.of(0.8, 0.2);
const [STEPS, FROM, COUNT] = [7, 2, 20_000];

/** How often each state was drawn in each row, STEPS x 2. */
function sharesGiven(known: Int32Array): Float64Array {
  const random = forkRandom(3, 'forecast');
  const noise = new Float64Array(COUNT * STEPS);
  fillNormal(random, noise);
  const states = new Uint8Array(COUNT * STEPS);
  const still = {
    transition: Float64Array.of(1),
    offset: Float64Array.of(0),
    noiseFactor: Float64Array.of(0.1),
  };
  goAheadSwitching(
    { dimension: 1, states: [still, still], initial: Float64Array.of(0.5, 0.5), chain: CHAIN },
    {
      ...{ draws: new Float64Array(COUNT * STEPS), states, noise, known, from: FROM, count: COUNT },
      uniforms: Float64Array.from(noise, () => random.uniform()),
    },
    LAST,
  );
  const shares = new Float64Array(STEPS * 2);
  states.forEach((state, at) => {
    shares[(at % STEPS) * 2 + state] += 1 / COUNT;
  });
  return shares;
}

describe('chains of states after the last evidence', () => {
  it('go through the states that are known, as the chain given these does', () => {
    const known = new Int32Array(STEPS).fill(-1);
    known[4] = 1;
    const shares = sharesGiven(known);
    // Every path from row 1 on, by hand.
    const exact = new Float64Array(STEPS * 2);
    for (let path = 0; path < 2 ** (STEPS - 1); path++) {
      const state = (row: number) => (path >> (row - 1)) & 1;
      if (state(4) !== 1) continue;
      let weight = LAST[state(1)];
      for (let row = FROM; row < STEPS; row++) weight *= CHAIN[state(row - 1) * 2 + state(row)];
      for (let row = 1; row < STEPS; row++) exact[row * 2 + state(row)] += weight;
    }
    const total = exact[2] + exact[3];
    for (let at = 2; at < exact.length; at++)
      expect(Math.abs(shares[at] - exact[at] / total)).toBeLessThan(0.015);
    expect(shares[4 * 2 + 1]).toBeCloseTo(1, 9);
  });
});
