import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestMatching } from '../../../shared/data/bestMatching.ts';
import { matchedColours } from './matchedColours.ts';

/** `times` points of each pair of cluster and group. */
function pointsOf(...pairs: readonly (readonly [cluster: number, group: number, times: number])[]) {
  const repeated = (of: 0 | 1) =>
    pairs.flatMap((pair) => Array.from({ length: pair[2] }, () => pair[of]));
  return { clusters: repeated(0), groups: repeated(1) };
}

const colours = ({ clusters, groups }: ReturnType<typeof pointsOf>, count: number) =>
  matchedColours(clusters, groups, count);

describe('matchedColours', () => {
  it('gives a cluster the colour of its group, in whatever order a model has found them', () => {
    expect(colours(pointsOf([0, 2, 40], [1, 0, 38], [1, 1, 3], [2, 1, 37]), 3)).toEqual([2, 0, 1]);
  });

  it('lets no two clusters have one colour: the rest have those of no group', () => {
    expect(colours(pointsOf([0, 1, 30], [3, 1, 10], [2, 0, 40]), 5)).toEqual([1, 2, 0, 3, 4]);
  });

  it('gives up a large overlap where two others are more together', () => {
    expect(colours(pointsOf([0, 0, 50], [0, 1, 49], [1, 0, 45]), 2)).toEqual([1, 0]);
  });

  it('leaves points out whose group is not known', () => {
    expect(colours(pointsOf([0, -1, 90], [0, 1, 5], [1, 0, 5]), 2)).toEqual([1, 0]);
    expect(colours(pointsOf([0, -1, 3], [1, -1, 3]), 2)).toEqual([0, 1]);
  });

  it('takes classes by any numbers, as a link or a file may have them', () => {
    expect(colours(pointsOf([0, 2_000_000_000, 5], [1, 7, 5], [2, 7, 1]), 3)).toEqual([
      2_000_000_000, 7, 2_000_000_001,
    ]);
  });

  it('does not change from frame to frame for a few points', () => {
    const first = pointsOf([0, 0, 51], [0, 1, 49], [1, 0, 50], [1, 1, 50]);
    const later = pointsOf([0, 0, 49], [0, 1, 51], [1, 0, 50], [1, 1, 50]);
    const before = colours(first, 2);
    expect(before).toEqual([0, 1]);
    expect(colours(later, 2)).toEqual([1, 0]);
    expect(matchedColours(later.clusters, later.groups, 2, before)).toEqual(before);
    const other = pointsOf([0, 1, 100], [1, 0, 100]);
    expect(matchedColours(other.clusters, other.groups, 2, before)).toEqual([1, 0]);
  });

  it('keeps the colours of clusters that have no group', () => {
    const { clusters, groups } = pointsOf([0, 0, 40], [3, 1, 40]);
    expect(matchedColours(clusters, groups, 4, [0, 3, 2, 1])).toEqual([0, 3, 2, 1]);
  });
});

describe('bestMatching', () => {
  it('scores as much as any matching does', () => {
    const scores = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }),
          { minLength: rows, maxLength: rows },
        ),
      );
    fc.assert(
      fc.property(scores, (table) => {
        const matching = bestMatching(table);
        const used = matching.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(used.length).toBe(Math.min(table.length, table[0].length));
        const total = matching.reduce<number>(
          (sum, column, row) => sum + (column === null ? 0 : table[row][column]),
          0,
        );
        expect(total).toBe(mostOf(table));
      }),
    );
  });
});

/** The largest sum, by trying everything. */
function mostOf(table: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [row, ...others] = table;
  if (row === undefined) return 0;
  const skipped = mostOf(others, taken);
  return row.reduce(
    (most, score, column) =>
      taken.includes(column) ? most : Math.max(most, score + mostOf(others, [...taken, column])),
    skipped,
  );
}
