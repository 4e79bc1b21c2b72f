import { expect, it } from 'vitest';
import type { CompareInspection, CompareQuery } from '../../../models/compare/snapshot.ts';
import { measureAll, measurementStore } from './measurements.ts';

const asked: CompareQuery[] = [];

/** A session with 60 rows, whose likelihood is minus their number from 0. */
async function ask(query: CompareQuery): Promise<CompareInspection> {
  asked.push(query);
  if (query.kind === 'figures')
    return { kind: 'figures', step: 7, yardstick: { data: 'held-out', rows: 60 } } as never;
  const { model, from, rows } = query;
  return {
    kind: 'likelihood',
    model,
    step: 7,
    rows,
    logLikelihood: -(from + (rows - 1) / 2),
    standardError: 0.1,
    effectiveSamples: 100,
    ofRows: Float64Array.from({ length: rows }, (_, n) => -(from + n)),
    poorRows: from === 0 ? 2 : 1,
    exact: model === 'gmm' ? -from : null,
  };
}

it('asks in pieces that are answered soon, and puts the answers together', async () => {
  asked.length = 0;
  await measureAll({ run: 3, ask, samples: 512, isWanted: () => true });
  const { run, figures, likelihoods, samples, measuring } = measurementStore.getState();
  expect({ run, step: figures?.step, samples, measuring }).toEqual({
    run: 3,
    step: 7,
    samples: 512,
    measuring: null,
  });
  expect(asked.slice(1).map((query) => query.kind === 'likelihood' && query.rows)).toEqual([
    25, 25, 10, 25, 25, 10, 25, 25, 10,
  ]);
  expect(likelihoods.svae).toMatchObject({ rows: 60, exact: null, poorRows: 4 });
  expect(likelihoods.svae?.logLikelihood).toBeCloseTo(-29.5, 12);
  expect(likelihoods.svae?.ofRows).toEqual(Float64Array.from({ length: 60 }, (_, n) => -n));
  expect(likelihoods.svae?.standardError).toBeCloseTo(Math.hypot(2.5, 2.5, 1) / 60, 12);
  expect(likelihoods.gmm?.exact).toBeCloseTo(-(25 * 25 + 50 * 10) / 60, 12);
});

it('stops as soon as nobody wants the figures, and tells none that are not whole', async () => {
  asked.length = 0;
  await measureAll({ run: 4, ask, samples: 512, isWanted: () => asked.length < 3 });
  expect(asked).toHaveLength(3);
  expect(measurementStore.getState()).toMatchObject({ run: 4, likelihoods: {} });
});

it('asks for all rows of a model at once while it trains', async () => {
  asked.length = 0;
  await measureAll({ run: 5, ask, samples: 24, isWanted: () => true });
  expect(asked).toHaveLength(4);
});
