import { expect, it } from 'vitest';
import { parseSvaeGmmEdit, type SvaeGmmEdit } from '../edits.ts';
import { MixtureGlobals } from './globals.ts';

const globals = new MixtureGlobals(3, 2, {
  concentration: 0.5,
  scale: 4,
  strength: 2,
  meanStrength: 0.1,
});
const natural = globals.fromGuesses([
  { mean: [1, 2], count: 10 },
  { mean: [-3, 0], count: 5 },
  { mean: [0, 7], count: 1 },
]);
const counts = [10, 5, 1];
const summary = (edits: SvaeGmmEdit[]) => globals.summary(natural, edits, counts);

it('starts guesses at their means, as wide as the prior', () => {
  const [first, second] = summary([]);
  expect(first.mean[0]).toBeCloseTo(1, 12);
  expect(second.mean).toEqual([-3, 0]);
  expect(first.count).toBe(10);
  expect(first.weight).toBeCloseTo(10.5 / 17.5, 12);
  const prior = globals.summary(globals.prior, [], counts);
  expect(first.covariance[0]).toBeCloseTo(prior[0].covariance[0], 12);
  expect(globals.validate(natural)).toEqual({ ok: true });
  expect(globals.kl(natural)).toBeGreaterThan(0);
  expect(globals.kl(globals.prior)).toBeCloseTo(0, 12);
});

it('starts at the optimum for shared points', () => {
  const started = globals.fromShares(
    Float64Array.of(1, 2, 3, 2, 5, 8),
    Float64Array.of(1, 0, 1, 0, 0.25, 0.75),
  );
  const [first, second, third] = globals.summary(started, [], counts);
  // kappa = 0.1 at the origin.
  expect(first.mean[0]).toBeCloseTo((1 + 3 + 0.25 * 5) / 2.35, 12);
  expect(second.mean[1]).toBeCloseTo((0.75 * 8) / 0.85, 12);
  expect(third.mean).toEqual([0, 0]);
  expect(started[0] - globals.prior[0]).toBe(2.25);
  expect(globals.validate(started)).toEqual({ ok: true });
});

it('moves a mean and nothing else', () => {
  const before = summary([]);
  const after = summary([{ kind: 'moveCluster', cluster: 1, mean: [5, -6] }]);
  expect(after[1].mean[0]).toBeCloseTo(5, 12);
  expect(after[1].mean[1]).toBeCloseTo(-6, 12);
  for (let i = 0; i < 4; i++)
    expect(after[1].covariance[i]).toBeCloseTo(before[1].covariance[i], 12);
  expect(after[1].weight).toBe(before[1].weight);
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
});

it('gives a cluster the covariance it is asked for', () => {
  const covariance = [9, 2, 2, 3];
  const [, , third] = summary([{ kind: 'reshapeCluster', cluster: 2, covariance }]);
  third.covariance.forEach((value, i) => {
    expect(value).toBeCloseTo(covariance[i], 12);
  });
  expect(third.mean[1]).toBeCloseTo(7, 12);
});

it('sets a weight; the others keep their proportions', () => {
  const before = summary([]);
  const after = summary([{ kind: 'weighCluster', cluster: 0, weight: 0.2 }]);
  expect(after[0].weight).toBeCloseTo(0.2, 12);
  expect(after[1].weight / after[2].weight).toBeCloseTo(before[1].weight / before[2].weight, 12);
  expect(after.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});

it('removes a cluster: weight zero, expected log-weight minus infinity, the rest sums to one', () => {
  const edits: SvaeGmmEdit[] = [{ kind: 'removeCluster', cluster: 1 }];
  const after = summary(edits);
  expect(after[1]).toMatchObject({ removed: true, weight: 0 });
  expect(after[0].weight + after[2].weight).toBeCloseTo(1, 12);
  const expected = new Float64Array(globals.length);
  expect(globals.expectedUnderEdits(natural, edits, expected).ok).toBe(true);
  expect(expected[1]).toBe(-Infinity);
  expect(Number.isFinite(expected[0])).toBe(true);
});

it('without a removed cluster is the mixture of the others', () => {
  const two = new MixtureGlobals(2, 2, {
    concentration: 0.5,
    scale: 4,
    strength: 2,
    meanStrength: 0.1,
  });
  const others = two.fromGuesses([
    { mean: [1, 2], count: 10 },
    { mean: [0, 7], count: 1 },
  ]);
  const edits: SvaeGmmEdit[] = [{ kind: 'removeCluster', cluster: 1 }];
  expect(globals.klUnderEdits(natural, edits)).toBeCloseTo(two.kl(others), 12);
  expect(globals.klUnderEdits(natural, [])).toBeCloseTo(globals.kl(natural), 12);
  const [three, expected] = [globals, two].map((mixture) => new Float64Array(mixture.length));
  globals.expectedUnderEdits(natural, edits, three);
  two.expectedStatistics(others, expected);
  expect(three[0]).toBeCloseTo(expected[0], 12);
  expect(three[2]).toBeCloseTo(expected[1], 12);
});

it('never writes to what was learned: clearing edits restores it to the bit', () => {
  const learned = natural.slice();
  const plain = new Float64Array(globals.length);
  globals.expectedUnderEdits(natural, [], plain);
  const edits: SvaeGmmEdit[] = [
    { kind: 'moveCluster', cluster: 0, mean: [100, 100] },
    { kind: 'reshapeCluster', cluster: 1, covariance: [1, 0, 0, 50] },
    { kind: 'weighCluster', cluster: 2, weight: 0.9 },
    { kind: 'removeCluster', cluster: 1 },
  ];
  globals.summary(natural, edits, counts);
  globals.expectedUnderEdits(natural, edits, new Float64Array(globals.length));
  globals.bake(natural, edits);
  expect(natural).toEqual(learned);
  const cleared = new Float64Array(globals.length);
  globals.expectedUnderEdits(natural, [], cleared);
  expect(cleared).toEqual(plain);
});

it('bakes edits in; a removed cluster goes back to its prior', () => {
  const edits: SvaeGmmEdit[] = [
    { kind: 'moveCluster', cluster: 0, mean: [4, 4] },
    { kind: 'removeCluster', cluster: 2 },
  ];
  const baked = globals.bake(natural, edits);
  expect(globals.validate(baked).ok).toBe(true);
  const [first, , third] = globals.summary(baked, [], counts);
  expect(first.mean[0]).toBeCloseTo(4, 12);
  expect(baked[2]).toBe(globals.prior[2]);
  expect(third.mean).toEqual([0, 0]);
});

it('refuses edits that do not fit, naming the cluster as the page counts it', () => {
  const apply = (edit: SvaeGmmEdit) => () => globals.withEdits(natural, [edit]);
  expect(apply({ kind: 'removeCluster', cluster: 3 })).toThrow(/no cluster 4/);
  expect(apply({ kind: 'moveCluster', cluster: 0, mean: [1] })).toThrow(/needs 2 numbers, not 1/);
  expect(apply({ kind: 'reshapeCluster', cluster: 0, covariance: [1, 2, 2, 1] })).toThrow(
    /cluster 1 is not positive definite/,
  );
  expect(apply({ kind: 'reshapeCluster', cluster: 1, covariance: [5, 2, 1, 5] })).toThrow(
    /cluster 2 is not symmetric: \[5, 2, 1, 5\]/,
  );
  expect(apply({ kind: 'reshapeCluster', cluster: 1, covariance: [1e-15, 0, 0, 1] })).toThrow(
    /cluster 2 has a variance below 0.000001/,
  );
  expect(() => parseSvaeGmmEdit({ kind: 'moveCluster', cluster: 2, mean: [0, 1e9] })).toThrow(
    /at "mean.1": it must be at most 10000/,
  );
  expect(() =>
    parseSvaeGmmEdit({ kind: 'reshapeCluster', cluster: 0, covariance: [1e300, 0, 0, 1e300] }),
  ).toThrow(/at "covariance.0": it must be at most 1000000/);
  const all = [0, 1, 2].map((cluster): SvaeGmmEdit => ({ kind: 'removeCluster', cluster }));
  expect(() => globals.withEdits(natural, all)).toThrow(/last cluster cannot be removed/);
});

it('holds the most extreme edits it takes while the clusters under them learn', () => {
  const edits: SvaeGmmEdit[] = [
    { kind: 'moveCluster', cluster: 0, mean: [1e4, -1e4] },
    { kind: 'reshapeCluster', cluster: 0, covariance: [1.1e-6, 0, 0, 1.1e-6] },
  ];
  for (const count of [0, 1, 37.3, 1e4]) {
    const learned = globals.fromGuesses([0, 1, 2].map((x) => ({ mean: [x, 3], count })));
    expect(() => globals.withEdits(learned, edits)).not.toThrow();
  }
});
