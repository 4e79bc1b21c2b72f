import { expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import type { Autoencoder } from '../networks/autoencoder.ts';
import { BoundEvaluator } from './boundEvaluator.ts';
import type { GraphicalModel, InferenceRequest, LocalInference } from './graphicalModel.ts';

/** An evaluator of N rows whose model keeps a list of the rows it was asked about. */
function watched(dataRows: number, sequenceLength: number) {
  const asked: number[][] = [];
  const model = {
    latentDimension: 1,
    parameterLength: 1,
    expectedStatistics: () => ({ ok: true }),
    globalKl: () => dataRows,
    saveState: () => new Float64Array(0),
    restoreState: () => {},
    infer: ({ rows }: InferenceRequest): Partial<LocalInference> => {
      asked.push([...rows]);
      return { status: { ok: true }, localKl: 2 * rows.length, samples: new Float64Array(0) };
    },
  };
  const networks = {
    setParameters: () => {},
    potentials: () => ({}),
    logLikelihood: (_samples: unknown, _values: unknown, rows: number) => 7 * rows,
  };
  const evaluator = new BoundEvaluator({
    model: model as unknown as GraphicalModel,
    networks: networks as unknown as Autoencoder,
    data: { rows: dataRows, dimension: 1, values: new Float32Array(dataRows) },
    sequenceLength,
    random: createRandom(1),
  });
  const evaluate = () => evaluator.evaluate(new Float32Array(0), new Float64Array(1));
  const propose = () => evaluator.propose(new Float32Array(0), new Float64Array(1));
  return { asked, evaluate, propose };
}

it('gives the bound per datum in its parts', () => {
  const { evaluate } = watched(10, 1);
  expect(evaluate()).toEqual({ total: 4, reconstruction: 7, localKl: 2, globalKl: 1 });
});

it.each([500, 1001, 5000])('judges by all of %s rows', (dataRows) => {
  const { asked, evaluate } = watched(dataRows, 1);
  evaluate();
  expect(asked).toEqual([Array.from({ length: dataRows }, (_, n) => n)]);
});

it('draws the rows it proposes by: data come in an order', () => {
  const { asked, propose } = watched(5000, 1);
  propose();
  const [rows] = asked;
  expect(new Set(rows).size).toBe(1000);
  // Five classes in turn, as in many a table.
  const classes = [0, 1, 2, 3, 4].map((c) => rows.filter((n) => n % 5 === c).length);
  for (const count of classes) expect(Math.abs(count - 200)).toBeLessThan(60);
});

it('keeps sequences whole', () => {
  const { asked, evaluate, propose } = watched(9003, 80);
  evaluate();
  propose();
  for (const rows of asked) {
    expect(rows.length % 80).toBe(0);
    for (let i = 0; i < rows.length; i++) {
      expect(rows[i]).toBe(rows[i - (i % 80)] + (i % 80));
      expect(rows[i]).toBeLessThan(9003);
    }
  }
});
