/** Densities on small grids, and how far mean field on them is from what must hold. */
import { createRandom } from '../../math/random.ts';
import {
  type GridTarget,
  gridElbo,
  gridKl,
  makeGridTarget,
  updateColumnFactor,
  updateRowFactor,
} from './gridMeanField.ts';

export function targetOf(
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

/**
 * On so many random densities: by how much the bound falls at most with a factor (0 or below), and how
 * far bound + KL is at most from the log evidence.
 */
export function boundsOfGrids(count: number): { readonly fall: number; readonly apart: number } {
  const random = createRandom(5);
  let [fall, apart] = [0, 0];
  for (let i = 0; i < count; i++) {
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
      fall = Math.min(fall, next - elbo);
      apart = Math.max(apart, Math.abs(next + gridKl(target, q) - target.logEvidence));
      elbo = next;
    }
  }
  return { fall, apart };
}
