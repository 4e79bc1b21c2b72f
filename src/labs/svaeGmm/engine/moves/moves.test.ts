import { describe, expect, it } from 'vitest';
import { blockAt } from '../../../../distributions/mixture.ts';
import { meanField } from '../../../../inference/meanField/mixture.ts';
import { createMeanFieldWorkspace } from '../../../../inference/meanField/workspace.ts';
import { createRandom } from '../../../../math/random.ts';
import { MixtureGlobals } from '../globals.ts';
import { ConjugateBound } from './conjugateBound.ts';
import { densityDips, heldApart, MOST_DIP } from './densityDips.ts';
import { joinProposal } from './joins.ts';
import type { LatentView } from './latentView.ts';
import { mergeProposals } from './merges.ts';
import { nearestNeighbours } from './neighbours.ts';
import { proposeMoves } from './propose.ts';
import { splitProposals } from './splits.ts';

const K = 4;
const globals = new MixtureGlobals(K, 2, {
  concentration: 0.1,
  scale: 2,
  strength: 2,
  meanStrength: 0.01,
});

/** Points in groups around centres, their latents known almost exactly. */
function pointsAround(centres: readonly (readonly [number, number])[], perCentre: number) {
  const random = createRandom(5);
  const groups = centres.flatMap((_, group) => Array<number>(perCentre).fill(group));
  const precision = new Float64Array(2 * groups.length).fill(100);
  const linear = Float64Array.from(
    { length: 2 * groups.length },
    (_, i) => 100 * (centres[groups[i >> 1]][i % 2] + random.normal()),
  );
  return { groups, precision, linear };
}

/** Globals at their optimum for points assigned as told, and one inference under them. */
function settled(points: ReturnType<typeof pointsAround>, clusterOf: (group: number) => number) {
  const { groups, precision, linear } = points;
  const rowCount = groups.length;
  const warmStarts = new Float64Array(rowCount * K);
  groups.forEach((group, n) => {
    warmStarts[n * K + clusterOf(group)] = 1;
  });
  const rows = Int32Array.from(groups, (_, n) => n);
  const local = createMeanFieldWorkspace(globals.layout, rowCount);
  const natural = globals.prior.slice();
  const expected = new Float64Array(globals.length);
  const infer = (maxSweeps: number) => {
    globals.expectedStatistics(natural, expected);
    const warmStart = { responsibilities: warmStarts, rows };
    meanField(local, {
      rowCount,
      precision,
      linear,
      expected,
      warmStart,
      tolerance: 1e-9,
      maxSweeps,
    });
  };
  infer(0);
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let i = 0; i < natural.length; i++) natural[i] = globals.prior[i] + local.statistics[i];
    infer(50);
  }
  const view: LatentView = {
    local,
    rowCount,
    rows,
    dataRows: rowCount,
    warmStarts,
    neighbours: null,
    byDensity: false,
    shapes: null,
    byCount: false,
  };
  const bound = () => {
    for (let i = 0; i < natural.length; i++) natural[i] = globals.prior[i] + local.statistics[i];
    infer(50);
    return -local.localKl.reduce((sum, kl) => sum + kl, 0) - globals.kl(natural);
  };
  return { view, natural, expected, bound, infer };
}

it('promises what the bound then does, where merging leaves every q(x) nearly as it was', () => {
  const points = pointsAround(
    [
      [0, 0],
      [0.5, 0],
      [12, 0],
    ],
    60,
  );
  const model = settled(points, (group) => group);
  const before = model.bound();
  const moves = mergeProposals(globals, new ConjugateBound(globals, model.view), model.view);
  const best = moves.reduce((a, b) => (b.expectedGain > a.expectedGain ? b : a));
  expect(best.label).toMatch(/Merging cluster [12] into cluster [12]/);
  expect(best.expectedGain).toBeGreaterThan(0);
  best.apply(model.natural);
  best.moveWarmStarts();
  model.infer(50);
  const gain = (model.bound() - before) / model.view.dataRows;
  expect(gain).toBeGreaterThan(0);
  expect(gain).toBeCloseTo(best.expectedGain, 1);
});

it('advises against merging what lies apart', () => {
  const points = pointsAround(
    [
      [0, 0],
      [12, 0],
    ],
    60,
  );
  const { view } = settled(points, (group) => group);
  const moves = mergeProposals(globals, new ConjugateBound(globals, view), view);
  expect(moves).toHaveLength(1);
  expect(moves[0].expectedGain).toBeLessThan(-0.3);
});

it('keeps the statistics of both clusters and the prior of one', () => {
  const points = pointsAround(
    [
      [0, 0],
      [3, 0],
    ],
    40,
  );
  const { view, natural } = settled(points, (group) => group);
  const total = natural.slice();
  const [move] = mergeProposals(globals, new ConjugateBound(globals, view), view);
  move.apply(natural);
  const [a, b] = [blockAt(globals.layout, 0), blockAt(globals.layout, 1)];
  for (let i = 0; i < globals.layout.niw.length; i++) {
    expect(natural[a + i] + natural[b + i]).toBeCloseTo(total[a + i] + total[b + i], 9);
  }
  expect(globals.validate(natural).ok).toBe(true);
  const empty = natural[0] > natural[1] ? 1 : 0;
  expect(natural[empty]).toBe(globals.prior[empty]);
});

it('splits a cluster that holds two groups, and finds them', () => {
  const points = pointsAround(
    [
      [0, 0],
      [9, 3],
    ],
    60,
  );
  const model = settled(points, () => 2);
  const before = model.bound();
  const [split] = splitProposals(globals, new ConjugateBound(globals, model.view), model.view);
  expect(split).toMatchObject({ kind: 'split', cluster: 2 });
  expect(split.expectedGain).toBeGreaterThan(0.3);
  split.apply(model.natural);
  split.moveWarmStarts();
  model.infer(50);
  expect((model.bound() - before) / model.view.dataRows).toBeGreaterThan(0.3);
  const { warmStarts } = model.view;
  const halves = points.groups.map((_, n) => (warmStarts[n * K + 2] > 0.5 ? 'old' : 'new'));
  expect(new Set(halves.slice(0, 60)).size).toBe(1);
  expect(new Set(halves.slice(60)).size).toBe(1);
  expect(halves[0]).not.toBe(halves[60]);
});

it('leaves a single round cluster whole', () => {
  const { view } = settled(pointsAround([[1, 1]], 100), () => 0);
  expect(proposeMoves(globals, view).filter(({ expectedGain }) => expectedGain > 0)).toEqual([]);
});

it('has nothing to split into when every cluster is in use', () => {
  const { view } = settled(
    pointsAround(
      [
        [0, 0],
        [9, 0],
        [0, 9],
        [9, 9],
      ],
      30,
    ),
    (group) => group,
  );
  const bound = new ConjugateBound(globals, view);
  expect(bound.used).toEqual([0, 1, 2, 3]);
  expect(splitProposals(globals, bound, view)).toEqual([]);
});

it('finds the nearest others, nearest first', () => {
  const values = Float32Array.of(0, 1, 3, 7, 100);
  const { each, nearest, reach } = nearestNeighbours(values, 1, Int32Array.of(0, 1, 2, 3), 8);
  expect(each).toBe(3);
  expect([...nearest]).toEqual([1, 2, 3, 0, 2, 3, 1, 0, 3, 2, 1, 0]);
  expect([...reach]).toEqual([7, 6, 4, 7]);
});

it('exchanges two pieces of one group for two groups in one cluster, where the number is right', () => {
  // The first two groups are one.
  const points = pointsAround(
    [
      [0, 0],
      [0, 0],
      [9, 0],
      [9, 9],
    ],
    40,
  );
  const model = settled(points, (group) => Math.min(group, 2));
  const before = model.bound();
  const proposed = (shapes: number) =>
    proposeMoves(globals, { ...model.view, byCount: true, shapes }).filter(({ label }) =>
      label.includes(' and splitting '),
    );
  expect(proposed(4)).toEqual([]);
  const [best, ...others] = proposed(3);
  expect(others.every(({ key }) => key !== best.key)).toBe(true);
  expect(best.label).toMatch(/^Merging cluster [12] into cluster [12] and splitting cluster 3/);
  best.apply(model.natural);
  best.moveWarmStarts();
  model.infer(50);
  expect((model.bound() - before) / model.view.dataRows).toBeGreaterThan(0.3);
  const { warmStarts } = model.view;
  const used = [0, 1, 2, 3].filter((k) =>
    points.groups.some((_, n) => warmStarts[n * K + k] > 0.5),
  );
  expect(used).toHaveLength(3);
});

it('joins the halves of two bent shapes at once, and leaves round groups apart', () => {
  const random = createRandom(3);
  const half = (group: number) => ({ shape: group >> 1, part: group & 1 });
  // Half circles of 100 points, far from one another; latents keep the halves apart.
  const points = pointsAround(
    [
      [0, 0],
      [9, 0],
      [0, 9],
      [9, 9],
    ],
    50,
  );
  const arcs = Float32Array.from(
    points.groups.flatMap((group, n) => {
      const { shape, part } = half(group);
      const angle = ((n % 50) / 50 + part) * (Math.PI / 2);
      return [30 * shape + 8 * Math.cos(angle), 8 * Math.sin(angle) + 0.3 * random.normal()];
    }),
  );
  const { view, natural } = settled(points, (group) => group);
  const bound = new ConjugateBound(globals, view);
  const join = joinProposal(globals, bound, view, nearestNeighbours(arcs, 2, view.rows, 8));
  expect(join).toMatchObject({ bold: true, kind: 'merge' });
  expect(join?.label).toMatch(/cluster [12] with [12] and cluster [34] with [34],$/);
  join?.apply(natural);
  join?.moveWarmStarts();
  expect(globals.validate(natural).ok).toBe(true);
  const shares = [0, 1, 2, 3].map((k) =>
    view.warmStarts.filter((_, at) => at % K === k && _ > 0.5),
  );
  expect(shares.map(({ length }) => length).sort()).toEqual([0, 0, 100, 100]);

  const apart = Float32Array.from(view.local.means);
  expect(joinProposal(globals, bound, view, nearestNeighbours(apart, 2, view.rows, 8))).toBeNull();
});

describe('joins', () => {
  const points = pointsAround(
    [
      [0, 0],
      [9, 0],
      [0, 9],
      [9, 9],
    ],
    50,
  );
  /** Clusters left after the joins of observations in places along a line. */
  const left = (placeOf: (n: number) => number, seen: Partial<LatentView>) => {
    const values = Float32Array.from(points.groups.flatMap((_, n) => [placeOf(n), (n % 3) / 10]));
    const view = { ...settled(points, (group) => group).view, ...seen };
    const neighbours = nearestNeighbours(values, 2, view.rows, 12);
    const join = joinProposal(globals, new ConjugateBound(globals, view), view, neighbours);
    if (!join) return K;
    const [named, groups] = [/\d/g, /with/g].map((word) => join.label.match(word)?.length ?? 0);
    return K - named + groups;
  };
  const oneStroke = (n: number) => n / 10;
  const threeStrokes = (n: number) => n / 10 + 50 * Math.max(0, Math.floor(n / 50) - 1);

  it('leave two clusters at least', () => {
    expect(left(oneStroke, {})).toBe(2);
    expect(left(oneStroke, { shapes: 1 })).toBe(2);
  });

  it('leave as many as there are shapes in the data, where these are many', () => {
    expect(left(oneStroke, { shapes: 9 })).toBe(4);
  });

  it('may move few points where the points are many and as many clusters as shapes are left', () => {
    const ofMany = { byDensity: true, dataRows: 2000 };
    expect(left(threeStrokes, { ...ofMany, shapes: 3 })).toBe(3);
    expect(left(threeStrokes, { ...ofMany, shapes: 1 })).toBe(4);
    expect(left(threeStrokes, { ...ofMany, shapes: null })).toBe(4);
    expect(left(threeStrokes, { byDensity: true, shapes: 3 })).toBe(4);
  });
});

describe('the density where clusters touch', () => {
  const random = createRandom(5);
  const neighboursOf = (values: Float32Array, rows: number) =>
    nearestNeighbours(
      values,
      2,
      Int32Array.from({ length: rows }, (_, n) => n),
      12,
    );
  const stroke = (points: number) =>
    Float32Array.from({ length: 2 * points }, (_, i) =>
      i % 2 === 0 ? (20 * i) / (2 * points) : 0.5 * random.normal(),
    );

  it.each([100, 250, 1000])('is no lower between the halves of a stroke of %i points', (points) => {
    const half = Int32Array.from({ length: points }, (_, n) => (n < points / 2 ? 0 : 1));
    const dips = densityDips(neighboursOf(stroke(points), points), half, 2);
    expect(dips[1]).toBe(dips[2]);
    expect(dips[1]).toBeLessThan(MOST_DIP);
  });

  it('is lower between two overlapping groups, which no merge is proposed for', () => {
    const points = pointsAround(
      [
        [0, 0],
        [4, 0],
      ],
      150,
    );
    const { view } = settled(points, (group) => group);
    const values = Float32Array.from(view.local.means);
    const neighbours = neighboursOf(values, 300);
    expect(densityDips(neighbours, points.groups, 2)[1]).toBeGreaterThan(MOST_DIP);
    const of = (byDensity: boolean) =>
      proposeMoves(globals, { ...view, neighbours, byDensity }).filter(
        ({ kind }) => kind === 'merge',
      );
    expect(of(false)).toHaveLength(1);
    expect(of(true)).toEqual([]);
  });

  it('does not hold a handful of points apart, nor points on top of one another', () => {
    const far = Float32Array.from({ length: 44 }, (_, i) => (i < 40 ? i / 20 : 90 + i));
    const few = Int32Array.from({ length: 22 }, (_, n) => (n < 20 ? 0 : 1));
    expect(heldApart(neighboursOf(far, 22), few, 2)(0, 1)).toBe(false);
    const halves = Int32Array.from({ length: 22 }, (_, n) => n % 2);
    expect(heldApart(neighboursOf(new Float32Array(44), 22), halves, 2)(0, 1)).toBe(false);
  });
});
