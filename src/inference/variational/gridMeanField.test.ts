import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { drawColumn, drawRow } from './gibbs.ts';
import { gridElbo, makeGridTarget, updateColumnFactor, updateRowFactor } from './gridMeanField.ts';
import { boundsOfGrids, targetOf } from './gridProblems.fixture.ts';

describe('mean field on a grid', () => {
  it('raises the bound at every factor, and bound + KL is the log evidence', () => {
    const { fall, apart } = boundsOfGrids(1000);
    expect(fall).toBeGreaterThan(-1e-10);
    expect(apart).toBeLessThan(1e-9);
  });

  it('leaves cells of weight zero, and says where there is no mass', () => {
    const target = targetOf(3, 3, (c, r) => (c === r ? 0 : -Infinity));
    const q = { ofColumn: Float64Array.of(0.2, 0.5, 0.3), ofRow: new Float64Array(3).fill(1 / 3) };
    expect(gridElbo(target, q)).toBe(-Infinity);
    updateRowFactor(target, q);
    updateColumnFactor(target, q);
    expect([...q.ofRow, ...q.ofColumn]).toEqual([0, 1, 0, 0, 1, 0]);
    expect(gridElbo(target, q)).toBeCloseTo(0, 12);
    const empty = new Float64Array(4).fill(-Infinity);
    expect(makeGridTarget(2, 2, empty)).toMatchObject({ ok: false, what: 'mass of the density' });
  });

  it('visits cells as often as they are probable', () => {
    const random = createRandom(6);
    const target = targetOf(3, 2, (c, r) => Math.log(1 + c + r));
    const visits = new Float64Array(6);
    let [column, row] = [0, 0];
    for (let i = 0; i < 30_000; i++) {
      column = drawColumn(target, row, random);
      row = drawRow(target, column, random);
      visits[row * 3 + column] += 1 / 30_000;
    }
    target.probabilities.forEach((share, i) => {
      expect(Math.abs(visits[i] - share)).toBeLessThan(0.01);
    });
    expect(target.columnMarginal[0] + target.rowMarginal[0]).toBeCloseTo(3 / 15 + 6 / 15, 12);
  });
});
