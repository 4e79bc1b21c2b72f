import { expect, it } from 'vitest';
import { entryIn, notesOf, PLAIN_VIEW, withEntry } from '../../../../store/view.ts';
import type { KeptRun } from '../../keptRuns.ts';
import { keptRuns } from './runs.ts';

const run: KeptRun = {
  ...{ number: 0, corpus: 'ancestry', alpha: 0.2, eta: 1, elbo: -0.512345678, perplexity: null },
  topics: ['West', 'Middle', 'Cluster 3'].map((name, id) => ({
    ...{ id, colour: id + 1, name, share: 0.25 + id / 12, words: ['12:A', '7:b'] },
  })),
  shares: Float32Array.of(0.5, 0.25, 0.25, 1, 0, 0, 0, 0.125, 0.875),
};

const throughLink = (runs: readonly KeptRun[]) => {
  const notes = notesOf(withEntry(PLAIN_VIEW, keptRuns, runs));
  return entryIn(
    { view: { entries: new Map(), notes: JSON.parse(JSON.stringify(notes)) } },
    keptRuns,
  );
};

it('comes back from a link, with shares to a thousandth', () => {
  const [back] = throughLink([run]);
  expect(back).toMatchObject({
    number: 0,
    corpus: 'ancestry',
    alpha: 0.2,
    eta: 1,
    elbo: -0.512346,
  });
  expect(back.topics.map(({ name, colour, words }) => [name, colour, words])).toEqual(
    run.topics.map(({ name, colour, words }) => [name, colour, words]),
  );
  expect(back.shares).toHaveLength(9);
  back.shares?.forEach((share, at) => {
    expect(Math.abs(share - (run.shares?.[at] ?? 0))).toBeLessThan(1e-3);
  });
});

it('leaves out shares that no link would hold, and whatever is no run', () => {
  const many = { ...run, shares: new Float32Array(3 * 1000).fill(1 / 3) };
  expect(throughLink([many])[0].shares).toBeNull();
  for (const runs of ['x', [{ number: 1 }], [{ ...run }], null]) {
    expect(entryIn({ view: { entries: new Map(), notes: { runs } } }, keptRuns)).toEqual([]);
  }
});

it('is the same list at each reading, and leaves the link when all are forgotten', () => {
  const notes = notesOf(withEntry(PLAIN_VIEW, keptRuns, [run]));
  const view = { ...PLAIN_VIEW, notes };
  expect(entryIn({ view }, keptRuns)).toBe(entryIn({ view }, keptRuns));
  expect(notesOf(withEntry(view, keptRuns, keptRuns.initial))).toEqual({});
});
