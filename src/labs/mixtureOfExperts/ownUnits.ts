/** Experts in the units of the data. */
import { type ColumnUnits, fromOwn } from '../../datasets/columnUnits.ts';
import type { Expert } from './snapshot.ts';

/**
 * Experts as functions of x in its own units that predict y in its own.
 *
 * @param units of x and of y
 */
export function inOwnUnits(experts: readonly Expert[], [x, y]: ColumnUnits): Expert[] {
  return experts.map(({ coefficients, deviation, gate, ...expert }) => {
    const curve = ofOtherInput(coefficients, fromOwn(x, 0), 1 / x.scale);
    const [offset, slope] = ofOtherInput([gate.offset, gate.slope], fromOwn(x, 0), 1 / x.scale);
    return {
      ...expert,
      coefficients: curve.map((value, power) => y.scale * value + (power === 0 ? y.offset : 0)),
      deviation: y.scale * deviation,
      gate: { offset, slope },
    };
  });
}

/** The polynomial of `offset + slope x`, as one of x: by Horner's rule, with polynomials. */
export function ofOtherInput(
  coefficients: readonly number[],
  offset: number,
  slope: number,
): number[] {
  let sum: number[] = [];
  for (const coefficient of [...coefficients].reverse()) {
    const next = new Array<number>(sum.length + 1).fill(0);
    sum.forEach((value, power) => {
      next[power] += offset * value;
      next[power + 1] += slope * value;
    });
    next[0] += coefficient;
    sum = next;
  }
  return sum;
}
