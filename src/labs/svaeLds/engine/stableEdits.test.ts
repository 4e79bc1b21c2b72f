import { describe, expect, it } from 'vitest';
import { modulus } from '../../../math/eigenvalues.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { LdsGlobals } from './globals.ts';
import { stableEdits } from './stableEdits.ts';

const D = 4;
const globals = new LdsGlobals(D, { noiseScale: 2, transitionSpread: 0.5 });

/** A quarter of a radian a step at this radius, and two coordinates that fade by themselves. */
function learned(radius: number): Float64Array {
  const { transition, layout } = globals.family;
  const natural = globals.prior.slice();
  const [re, im] = [radius * Math.cos(0.25), radius * Math.sin(0.25)];
  const matrix = [re, -im, 0.1, 0, im, re, 0, 0.1, 0, 0, 0.9, 0, 0, 0, 0, 0.5];
  const standard = transition.toStandard(natural, layout.transitionAt);
  transition.fromStandard({ ...standard, transition: matrix }, natural, layout.transitionAt);
  return natural;
}

const column = (at: number, factor: number): SvaeLdsEdit => ({
  kind: 'scaleTransitionColumn',
  column: at,
  factor,
});
const entry = (row: number, at: number, value: number): SvaeLdsEdit => ({
  kind: 'setTransitionEntry',
  row,
  column: at,
  value,
});
const turn = (angleFactor: number, radiusFactor: number): SvaeLdsEdit => ({
  kind: 'turnEigenvalue',
  pair: 0,
  angleFactor,
  radiusFactor,
});
const LINE: SvaeLdsEdit = { kind: 'setInputEnd', step: 3 };

function back(edits: readonly SvaeLdsEdit[], radius = 0.96) {
  const natural = learned(radius);
  const radiusWith = (tried: readonly SvaeLdsEdit[]) =>
    modulus(globals.summary(globals.withEdits(natural, tried)).eigenvalues[0]);
  expect(radiusWith(edits)).toBeGreaterThan(1.005);
  const stable = stableEdits(globals, natural, edits, 1.005);
  return { stable, radius: radiusWith(stable) };
}

describe('the way back to the unit circle', () => {
  it('returns a pushed pair to the circle and leaves all else', () => {
    const { stable, radius } = back([LINE, turn(2, 1.25)]);
    expect(stable).toEqual([LINE, turn(2, expect.closeTo(1 / 0.96, 9))]);
    expect(radius).toBeCloseTo(1, 9);
  });

  it('lowers the column that was raised, and no other', () => {
    const { stable, radius } = back([LINE, column(2, 1.8), column(3, 0.7)]);
    expect(stable).toEqual([LINE, column(2, expect.closeTo(1 / 0.9, 3)), column(3, 0.7)]);
    expect(radius).toBeCloseTo(1, 4);
  });

  it('takes columns and entries by the same share towards what was learned', () => {
    const { stable, radius } = back([column(2, 3), entry(3, 3, 5)]);
    const [first, second] = stable;
    if (first.kind !== 'scaleTransitionColumn' || second.kind !== 'setTransitionEntry')
      throw new Error('other edits than before');
    expect((first.factor - 1) / 2).toBeCloseTo((second.value - 0.5) / 4.5, 9);
    expect(radius).toBeCloseTo(1, 3);
  });

  it('takes a pushed pair back first, then what else is to blame', () => {
    const { stable, radius } = back([turn(1, 1.25), column(2, 1.8)]);
    expect(stable).toEqual([
      turn(1, expect.closeTo(1 / 0.96, 9)),
      column(2, expect.closeTo(1 / 0.9, 3)),
    ]);
    expect(radius).toBeCloseTo(1, 4);
  });

  it('takes an edit back that nothing can be left of, where the learned lies next to the circle', () => {
    const { stable, radius } = back([column(0, 1.4), column(3, 0.7)], 1.002);
    expect(radius).toBeCloseTo(1.002, 6);
    expect(stable).toEqual([column(3, 0.7)]);
  });

  it('scales the whole matrix where what was learned runs away', () => {
    const { stable, radius } = back([entry(3, 2, 0.3)], 1.25);
    expect(stable).toHaveLength(D + 1);
    expect(stable).toContainEqual(column(0, expect.closeTo(0.8, 9)));
    expect(stable).toContainEqual(entry(3, 2, expect.closeTo(0.24, 9)));
    expect(radius).toBeCloseTo(1, 9);
    expect(back([], 1.25).radius).toBeCloseTo(1, 9);
  });
});
