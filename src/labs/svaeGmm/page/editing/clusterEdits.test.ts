import { describe, expect, it } from 'vitest';
import { moveEdit, reshapeEdit, withoutCluster } from './clusterEdits.ts';

describe('moveEdit', () => {
  it('changes only the coordinates shown', () => {
    const cluster = { id: 4, mean: [1, 2, 3] };
    expect(moveEdit(cluster, [2, 0], [30, 10])).toEqual({
      kind: 'moveCluster',
      cluster: 4,
      mean: [10, 2, 30],
    });
  });

  it('ignores the second coordinate of a one-dimensional latent', () => {
    expect(moveEdit({ id: 0, mean: [1] }, [0, 1], [5, 9])).toMatchObject({ mean: [5] });
  });
});

describe('reshapeEdit', () => {
  it('puts the block shown into the covariance and keeps it positive definite', () => {
    const cluster = { id: 1, mean: [0, 0, 0], covariance: [4, 0, 1.9, 0, 1, 0, 1.9, 0, 1] };
    const edit = reshapeEdit(cluster, [0, 1], { xx: 0.01, xy: 0, yy: 9 });
    if (edit.kind !== 'reshapeCluster') throw new Error('not a reshape');
    const [a, b, c, d, e, f, g, h, i] = edit.covariance;
    expect(a).toBeCloseTo(0.01);
    expect(e).toBeCloseTo(9);
    expect([b, c, f]).toEqual([d, g, h]);
    // Leading minors.
    expect(a * e - b * d).toBeGreaterThan(0);
    expect(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)).toBeGreaterThan(0);
  });
});

it('withoutCluster leaves the edits of the others', () => {
  const edits = [
    { kind: 'removeCluster', cluster: 1 },
    { kind: 'weighCluster', cluster: 2, weight: 0.1 },
  ] as const;
  expect(withoutCluster(edits, 1)).toEqual([edits[1]]);
});
