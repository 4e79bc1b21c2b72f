import { describe, expect, it } from 'vitest';
import { toOwn } from './columnUnits.ts';
import { InvalidDataset, type OwnData, ownDataProblem, ownDataset } from './ownData.ts';

function own(rows: readonly (readonly number[])[], extra: Partial<OwnData> = {}): OwnData {
  return {
    name: 'Mine',
    rows: rows.length,
    columns: (rows[0] ?? []).map((_, column) => `c${column}`),
    values: Float64Array.from(rows.flat()),
    labels: null,
    ...extra,
  };
}

describe('ownDataset', () => {
  const rows = [
    [1000, -2, 7],
    [1010, -2, 9],
    [1040, -2, 2],
  ];
  const dataset = ownDataset(own(rows, { labels: Int32Array.of(0, 1, 1) }), false);

  it('centres and scales to a root-mean-square radius of 10', () => {
    const { values } = dataset;
    for (let column = 0; column < 3; column++) {
      expect(values[column] + values[3 + column] + values[6 + column]).toBeCloseTo(0, 5);
    }
    const square = values.reduce((sum, value) => sum + value * value, 0) / 3;
    expect(Math.sqrt(square)).toBeCloseTo(10, 5);
  });

  it('keeps labels, and a constant column stays at zero', () => {
    expect(dataset.labels).toEqual(Int32Array.of(0, 1, 1));
    expect([dataset.values[1], dataset.values[4], dataset.values[7]]).toEqual([0, 0, 0]);
  });

  it('records the way back to user units', () => {
    rows.flat().forEach((value, index) => {
      const unit = dataset.units[index % 3];
      expect(toOwn(unit, dataset.values[index])).toBeCloseTo(value, 4);
    });
  });

  it('takes values near the edge of what a double holds', () => {
    const large = ownDataset(
      own([
        [1e150, 0],
        [-1e150, 1],
      ]),
      false,
    );
    expect(large.values[0]).toBeCloseTo(10, 5);
  });
});

describe('ownDataProblem', () => {
  const good = [
    [1, 2],
    [3, 4],
  ];

  it.each([
    ['one column', own([[1], [2]]), /at least 2 columns.*there are 1/],
    ['one row', own([[1, 2]]), /at least 2 rows; there are 1/],
    ['no rows', own([]), /at least 2 columns/],
    ['too few numbers', own(good, { rows: 3 }), /hold 4 numbers; 3 rows of 2 columns need 6/],
    ['labels', own(good, { labels: Int32Array.of(1) }), /1 labels for 2 rows/],
    [
      'NaN',
      own([
        [1, 2],
        [3, Number.NaN],
      ]),
      /hold NaN in row 2, column "c1"/,
    ],
    [
      'all the same',
      own([
        [1, 2],
        [1, 2],
      ]),
      /are the same/,
    ],
    [
      'overflow',
      own([
        [1e200, 0],
        [-1e200, 1],
      ]),
      /too large or too small/,
    ],
  ])('names %s', (_, data, message) => {
    expect(ownDataProblem(data)).toMatch(message);
    expect(() => ownDataset(data, false)).toThrow(InvalidDataset);
  });

  it('is null for good points', () => {
    expect(ownDataProblem(own(good))).toBeNull();
  });
});
