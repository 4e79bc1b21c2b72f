import { expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { eachPosterior } from './sparseChain.ts';

/** Sums over all paths of a ring of three states, in which each stays or goes on to the next. */
it('has the posterior of each row by a sum over all paths', () => {
  const [states, rows] = [3, 7];
  const random = createRandom(1);
  const seen = Array.from({ length: rows }, () =>
    Array.from({ length: states }, () => random.uniform()),
  );
  const edges = [0, 1, 2].flatMap((from) => [
    { from, to: from, probability: 0.7 },
    { from, to: (from + 1) % states, probability: 0.3 },
  ]);
  const expected = seen.map(() => new Float64Array(states));
  for (let index = 0; index < states ** rows; index++) {
    const path = seen.map((_, t) => Math.floor(index / states ** t) % states);
    let weight = 1;
    path.forEach((state, t) => {
      const edge = edges.find(({ from, to }) => from === path[t - 1] && to === state);
      weight *= seen[t][state] * (t === 0 ? 1 : (edge?.probability ?? 0));
    });
    path.forEach((state, t) => {
      expected[t][state] += weight;
    });
  }
  const visited: number[] = [];
  eachPosterior({ states, edges, rows, likelihoods: (row) => seen[row] }, (t, past, future) => {
    visited.push(t);
    const shares = past.map((value, state) => value * future[state]);
    const [sum, all] = [shares, expected[t]].map((values) => values.reduce((a, b) => a + b));
    shares.forEach((share, state) => {
      expect(share / sum).toBeCloseTo(expected[t][state] / all, 12);
    });
  });
  expect(visited).toEqual([6, 5, 4, 3, 2, 1, 0]);
});
