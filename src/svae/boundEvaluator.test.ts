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
  const evaluate = (propose?: () => void) =>
    evaluator.evaluate(
      new Float32Array(0),
      new Float64Array(1),
      { total: 0, reconstruction: 0, localKl: 0, globalKl: 0 },
      propose,
    );
  return { asked, evaluate };
}

it('gives the bound per datum in its parts', () => {
  const { evaluate } = watched(10, 1);
  expect(evaluate()).toEqual({ total: 4, reconstruction: 7, localKl: 2, globalKl: 1 });
});

it('looks at all rows once where they are few', () => {
  const { asked, evaluate } = watched(500, 1);
  let proposed = 0;
  evaluate(() => {
    proposed = asked.length;
  });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toHaveLength(500);
  expect(proposed).toBe(1);
});

it('judges by other rows than those it proposes by where there are many', () => {
  const { asked, evaluate } = watched(5000, 1);
  let proposedAfter = 0;
  evaluate(() => {
    proposedAfter = asked.length;
  });
  const [proposing, judging] = asked;
  expect(proposedAfter).toBe(1);
  expect(new Set([...proposing, ...judging]).size).toBe(2000);
  expect(Math.max(...proposing)).toBeLessThan(5000);
});

it('keeps sequences whole', () => {
  const { asked, evaluate } = watched(4003, 80);
  evaluate(() => {});
  for (const rows of asked) {
    expect(rows.length % 80).toBe(0);
    for (let i = 0; i < rows.length; i++) {
      expect(rows[i]).toBe(rows[i - (i % 80)] + (i % 80));
      expect(rows[i]).toBeLessThan(4003);
    }
  }
});
