import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { drawColumn, drawRow } from './gibbs.ts';
import {
  type GridTarget,
  gridElbo,
  gridKl,
  makeGridTarget,
  updateColumnFactor,
  updateRowFactor,
} from './gridMeanField.ts';

function targetOf(
  columns: number,
  rows: number,
  log: (c: number, r: number) => number,
): GridTarget {
  const logs = Float64Array.from({ length: columns * rows }, (_, i) =>
    log(i % columns, Math.floor(i / columns)),
  );
  const target = makeGridTarget(columns, rows, logs);
  if ('ok' in target) throw new Error(target.what);
  return target;
}

describe('mean field on a grid', () => {
  it('raises the bound at every factor, and bound + KL is the log evidence', () => {
    const random = createRandom(5);
    let lowest = 0;
    let farthest = 0;
    for (let i = 0; i < 1000; i++) {
      const [columns, rows] = [2 + random.integer(8), 2 + random.integer(8)];
      const target = targetOf(columns, rows, () => 6 * random.normal());
      const q = {
        ofColumn: new Float64Array(columns).fill(1 / columns),
        ofRow: new Float64Array(rows).fill(1 / rows),
      };
      let elbo = gridElbo(target, q);
      for (let step = 0; step < 8; step++) {
        (step % 2 === 0 ? updateColumnFactor : updateRowFactor)(target, q);
        const next = gridElbo(target, q);
        lowest = Math.min(lowest, next - elbo);
        farthest = Math.max(farthest, Math.abs(next + gridKl(target, q) - target.logEvidence));
        elbo = next;
      }
    }
    expect(lowest).toBeGreaterThan(-1e-10);
    expect(farthest).toBeLessThan(1e-9);
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
