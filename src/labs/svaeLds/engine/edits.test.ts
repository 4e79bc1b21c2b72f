import { describe, expect, it } from 'vitest';
import { eigenvalues, modulus } from '../../../math/eigenvalues.ts';
import { LARGEST_ENTRY, parseSvaeLdsEdit, type SvaeLdsEdit, withEdit } from '../edits.ts';
import { LdsGlobals } from './globals.ts';

describe('edits of a linear dynamical system', () => {
  it.each<SvaeLdsEdit>([
    { kind: 'scaleTransitionColumn', column: 6, factor: 1.1 },
    { kind: 'setTransitionEntry', row: 0, column: 2, value: -0.4 },
    { kind: 'turnEigenvalue', pair: 0, angleFactor: 2, radiusFactor: 0.9 },
    { kind: 'scaleLatent', latent: 3, factor: 100 },
    { kind: 'shiftLatents', amount: -100 },
    { kind: 'setInputEnd', step: 0 },
  ])('are read from plain data: $kind', (edit) => {
    expect(parseSvaeLdsEdit(JSON.parse(JSON.stringify(edit)))).toEqual(edit);
  });

  it('are refused with the bad value named', () => {
    const reading = (edit: unknown) => () => parseSvaeLdsEdit(edit);
    expect(reading({ kind: 'setInputEnd', step: 1.5 })).toThrow(/"step".*whole number.*1\.5/);
    expect(reading({ kind: 'scaleLatent', latent: -1, factor: 1 })).toThrow(/counted from 0/);
    expect(reading({ kind: 'shiftLatents', amount: null })).toThrow(/"amount".*number/);
    expect(reading({ kind: 'shiftLatents', amount: 1e9 })).toThrow(/at most 10000/);
    const column = { kind: 'scaleTransitionColumn', column: 0, factor: 101 };
    expect(reading(column)).toThrow(/"factor".*at most 100\b/);
    const entry = { kind: 'setTransitionEntry', row: 0, column: 0, value: -101 };
    expect(reading(entry)).toThrow(/"value".*at least -100\b/);
    const turn = { kind: 'turnEigenvalue', pair: 0, radiusFactor: 1 };
    expect(reading({ ...turn, angleFactor: -1 })).toThrow(/at least 0/);
    expect(reading({ ...turn, angleFactor: 1, more: 1 })).toThrow(/not valid/);
    expect(reading({ kind: 'explode' })).toThrow(
      /at "kind": it must be one of scaleTransitionColumn, .*, not "explode"\. It reads \{"kind":"explode"\}/,
    );
    expect(reading({ kind: 'setInputEnd' })).toThrow(/at "step": it is missing/);
    expect(reading({ ...turn, angleFactor: 1, more: 1 })).toThrow(/at "more": there is no such/);
    expect(reading('louder')).toThrow(/must be an object with a "kind"\. It reads "louder"/);
  });

  it('replace one another on the same thing, and stand side by side on others', () => {
    const scale = (column: number, factor: number): SvaeLdsEdit => ({
      kind: 'scaleTransitionColumn',
      column,
      factor,
    });
    const entry = (row: number, column: number, value: number): SvaeLdsEdit => ({
      kind: 'setTransitionEntry',
      row,
      column,
      value,
    });
    let edits: SvaeLdsEdit[] = [];
    for (const edit of [scale(1, 2), scale(2, 3), scale(1, 4), entry(0, 1, 5), entry(1, 1, 6)])
      edits = withEdit(edits, edit);
    edits = withEdit(edits, { kind: 'setInputEnd', step: 5 });
    edits = withEdit(edits, { kind: 'setInputEnd', step: 7 });
    expect(edits).toEqual([
      scale(2, 3),
      scale(1, 4),
      entry(0, 1, 5),
      entry(1, 1, 6),
      { kind: 'setInputEnd', step: 7 },
    ]);
  });
});

describe('the dynamics under edits', () => {
  const globals = new LdsGlobals(3, { noiseScale: 2, transitionSpread: 0.5 });
  const { transition, layout } = globals.family;
  const learned = globals.prior.slice();
  const rotation = [Math.cos(0.3), -Math.sin(0.3), 0.2, Math.sin(0.3), Math.cos(0.3), 0, 0, 0, 0.5];
  const standard = transition.toStandard(learned, layout.transitionAt);
  transition.fromStandard({ ...standard, transition: rotation }, learned, layout.transitionAt);
  const matrix = (edits: readonly SvaeLdsEdit[]) =>
    globals.summary(globals.withEdits(learned, edits)).matrix;

  it('are those learned, to the bit, without edits of the transition', () => {
    expect(globals.withEdits(learned, [])).toEqual(learned);
    const looks: SvaeLdsEdit[] = [
      { kind: 'setInputEnd', step: 3 },
      { kind: 'shiftLatents', amount: 2 },
    ];
    expect(globals.withEdits(learned, looks)).toEqual(learned);
  });

  it('turn first, then scale columns, then take entries, whatever the order of the list', () => {
    const turn: SvaeLdsEdit = {
      kind: 'turnEigenvalue',
      pair: 0,
      angleFactor: 2,
      radiusFactor: 0.9,
    };
    const entry: SvaeLdsEdit = { kind: 'setTransitionEntry', row: 2, column: 1, value: 4 };
    const scale: SvaeLdsEdit = { kind: 'scaleTransitionColumn', column: 1, factor: 0.5 };
    const turned = matrix([turn]);
    const [first] = eigenvalues(turned, 3);
    expect(modulus(first)).toBeCloseTo(0.9, 9);
    expect(Math.atan2(first.im, first.re)).toBeCloseTo(0.6, 9);
    const all = matrix([entry, scale, turn]);
    // What is typed is what it is.
    expect(all[7]).toBeCloseTo(4, 9);
    for (const row of [0, 1]) {
      expect(all[row * 3 + 1]).toBeCloseTo(turned[row * 3 + 1] / 2, 9);
      expect(all[row * 3]).toBeCloseTo(turned[row * 3], 9);
    }
    // What the model knows besides the mean of A stays.
    const after = transition.toStandard(globals.withEdits(learned, [turn]), layout.transitionAt);
    expect(after.nu).toBe(standard.nu);
    after.columns.forEach((value, i) => {
      expect(value).toBeCloseTo(standard.columns[i], 9);
    });
  });

  it('leave the noise as it is, also where entries are as large as they may be', () => {
    const much = learned.slice();
    const [N, spread, noise] = [20_000, 10, 0.001];
    const diagonal = (value: number) =>
      [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => (i === j ? value : 0)));
    const columns = diagonal(1 / (N * spread));
    const known = { transition: rotation, columns, psi: diagonal(N * noise), nu: N };
    transition.fromStandard(known, much, layout.transitionAt);
    const edited = globals.withEdits(much, [
      { kind: 'setTransitionEntry', row: 0, column: 2, value: LARGEST_ENTRY },
      { kind: 'scaleTransitionColumn', column: 0, factor: LARGEST_ENTRY },
    ]);
    globals.summary(edited).noise.forEach((value, i) => {
      expect(Math.abs(value - (i % 4 === 0 ? noise : 0))).toBeLessThan(1e-6 * noise);
    });
  });

  it('turn overtones along with the pair they belong to, unless they have an edit of their own', () => {
    const five = new LdsGlobals(5, { noiseScale: 2, transitionSpread: 0.5 });
    const { transition: family, layout: at } = five.family;
    const angles = [0.2, 0.6];
    const blocks = new Array<number>(25).fill(0);
    blocks[24] = 1;
    angles.forEach((angle, pair) => {
      const i = 12 * pair;
      [blocks[i], blocks[i + 1]] = [Math.cos(angle), -Math.sin(angle)];
      [blocks[i + 5], blocks[i + 6]] = [Math.sin(angle), Math.cos(angle)];
    });
    const natural = five.prior.slice();
    // The slower pair moves more.
    const columns = Array.from({ length: 25 }, (_, i) => (i % 6 === 0 ? (i < 12 ? 0.1 : 1) : 0));
    const before = family.toStandard(natural, at.transitionAt);
    family.fromStandard({ ...before, transition: blocks, columns }, natural, at.transitionAt);
    const { list } = five.rotations(natural);
    expect(list.map(({ period }) => period)).toEqual(
      angles.map((angle) => expect.closeTo((2 * Math.PI) / angle, 9)),
    );
    expect(list[0].share).toBeGreaterThan(0.8);
    const turned = (edits: readonly SvaeLdsEdit[]) =>
      five
        .rotations(five.withEdits(natural, edits))
        .list.map(({ period }) => (2 * Math.PI) / period)
        .sort();
    const turn = (pair: number, angleFactor: number): SvaeLdsEdit => ({
      kind: 'turnEigenvalue',
      pair,
      angleFactor,
      radiusFactor: 1,
    });
    const close = (...wanted: number[]) => wanted.map((angle) => expect.closeTo(angle, 9));
    expect(turned([turn(0, 2)])).toEqual(close(0.4, 1.2));
    expect(turned([turn(1, 2)])).toEqual(close(0.2, 1.2));
    expect(turned([turn(1, 1.5), turn(0, 2)])).toEqual(close(0.4, 0.9));
  });

  it('wait while the pair they turn is not there, and are named', () => {
    const turn: SvaeLdsEdit = { kind: 'turnEigenvalue', pair: 0, angleFactor: 2, radiusFactor: 1 };
    expect(globals.withEdits(globals.prior, [turn])).toEqual(globals.prior);
    expect(globals.rotations(globals.prior).absent([turn])).toEqual([0]);
    expect(globals.rotations(learned).absent([turn])).toEqual([]);
  });

  it('are refused where there can be no such row, column, latent or pair', () => {
    const edited = (edit: SvaeLdsEdit) => () => globals.withEdits(learned, [edit]);
    expect(edited({ kind: 'scaleTransitionColumn', column: 3, factor: 1 })).toThrow(/no column 4/);
    expect(edited({ kind: 'setTransitionEntry', row: 9, column: 0, value: 1 })).toThrow(/row 10/);
    expect(edited({ kind: 'scaleLatent', latent: 3, factor: 1 })).toThrow(/no latent 4.* has 3/);
    const turn = { kind: 'turnEigenvalue' as const, pair: 1, angleFactor: 1, radiusFactor: 1 };
    expect(edited(turn)).toThrow(/no complex pair 2.* at most 1/);
  });
});
