import { expect, it } from 'vitest';
import { viewEntries } from '../../../../store/viewEntries.fixture.ts';
import type { CompareQuery } from '../../snapshot.ts';
import { type MeasuringJob, measureAll, measured, rowsAtOnce } from './measurements.ts';

const asked: CompareQuery[] = [];
const entries = viewEntries();
const note: MeasuringJob['note'] = (change) => entries.setEntry(measured, change);

/** A session with 60 rows, whose likelihood is minus their number from 0. */
async function ask(query: CompareQuery): Promise<never> {
  asked.push(query);
  if (query.kind === 'figures')
    return {
      kind: 'figures',
      step: 7,
      evaluationData: { data: 'held-out', rows: 60 },
      gmm: { parameterCount: 80 },
      vae: { parameterCount: 700 },
      svae: { parameterCount: 10_000 },
    } as never;
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
  } as never;
}

it('asks in pieces that are answered soon, and puts the answers together', async () => {
  asked.length = 0;
  await measureAll({ run: 3, ask, samples: 512, isWanted: () => true, note });
  const { run, figures, likelihoods, measuring } = entries.get(measured);
  expect({ run, step: figures?.step, measuring }).toEqual({
    run: 3,
    step: 7,
    measuring: null,
  });
  expect(asked.slice(1).map((query) => query.kind === 'likelihood' && query.rows)).toEqual([
    ...[12, 12, 12, 12, 12],
    ...[10, 10, 10, 10, 10, 10],
    ...Array(10).fill(6),
  ]);
  expect(likelihoods.svae).toMatchObject({ step: 7, rows: 60, exact: null, poorRows: 11 });
  expect(likelihoods.svae?.logLikelihood).toBeCloseTo(-29.5, 12);
  expect(likelihoods.svae?.ofRows).toEqual(Float64Array.from({ length: 60 }, (_, n) => -n));
  expect(likelihoods.svae?.standardError).toBeCloseTo((0.6 * Math.sqrt(10)) / 60, 12);
  expect(likelihoods.gmm?.exact).toBeCloseTo(-24, 12);
});

it('stops as soon as nobody wants the figures, and tells none that are not whole', async () => {
  asked.length = 0;
  await measureAll({ run: 4, ask, samples: 512, isWanted: () => asked.length < 3, note });
  expect(asked).toHaveLength(3);
  expect(entries.get(measured)).toMatchObject({ run: 4, likelihoods: {} });
});

it('asks a large model for fewer rows at a time, and never for none', () => {
  expect(rowsAtOnce(512, 0)).toBe(12);
  expect(rowsAtOnce(24, 0)).toBe(266);
  expect(rowsAtOnce(512, 40_000)).toBe(2);
  expect(rowsAtOnce(512, 1e7)).toBe(1);
});

it('says how far it has come', async () => {
  const done: number[] = [];
  const noteAndCollect: MeasuringJob['note'] = (change) => {
    note(change);
    const { measuring } = entries.get(measured);
    if (measuring) done.push(measuring.done);
  };
  await measureAll({ run: 5, ask, samples: 24, isWanted: () => true, note: noteAndCollect });
  expect(new Set(done)).toEqual(new Set([0, 1 / 3, 2 / 3, 1]));
});
