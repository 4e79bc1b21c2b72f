import { describe, expect, it } from 'vitest';
import { type ClusterProposal, towardsShapes } from './towardsShapes.ts';

const SHAPES = 3;

function change(left: number, expectedGain: number, bold?: true): ClusterProposal {
  const nothing = () => {};
  return {
    ...{ kind: 'any', label: 'A change', key: 1, expectedGain, left },
    ...{ ...(bold && { bold }), apply: nothing, moveWarmStarts: nothing },
  };
}

/** Credit of the one change; null where it is not proposed any more. */
function creditOf(used: number, one: ClusterProposal): number | null {
  const [proposal] = towardsShapes([one], used, SHAPES);
  return proposal ? (proposal.credit?.nats ?? 0) : null;
}

describe('with more clusters than shapes', () => {
  it('merges may cost a little, and splits must bring as much', () => {
    const merge = creditOf(5, change(4, -0.1));
    expect(merge).toBeGreaterThan(0);
    expect(creditOf(5, change(6, -0.1))).toBeCloseTo(-(merge ?? 0), 12);
  });

  it('joins that lead to as many clusters as shapes may cost more than others', () => {
    const toShapes = creditOf(6, change(SHAPES, 0, true)) ?? 0;
    expect(toShapes).toBeGreaterThan(2 * (creditOf(6, change(SHAPES + 1, 0, true)) ?? 0));
  });
});

describe('with as many clusters as shapes', () => {
  it('the search rests: it splits nothing, and merges only for a clear gain', () => {
    expect(creditOf(SHAPES, change(SHAPES + 1, 5))).toBeNull();
    expect(creditOf(SHAPES, change(SHAPES - 1, 0.03))).toBeNull();
    expect(creditOf(SHAPES, change(SHAPES - 1, 0.09))).toBeLessThan(0);
  });

  it('what leaves the number as it is counts by the bound alone', () => {
    expect(creditOf(SHAPES, change(SHAPES, -0.05))).toBe(0);
  });
});

it('a change that leads to as many clusters as shapes says that only a clear gain changes it', () => {
  const said = (used: number, left: number) =>
    towardsShapes([change(left, 1)], used, SHAPES).map(({ afterwards }) => afterwards);
  expect(said(4, SHAPES)).toEqual([expect.stringContaining('only a clear gain')]);
  expect(said(2, SHAPES)).toEqual(said(4, SHAPES));
  expect([...said(5, 4), ...said(SHAPES, SHAPES)]).toEqual([undefined, undefined]);
});

it('with fewer clusters than shapes, splits may cost something, and merges need a clear gain', () => {
  expect(creditOf(2, change(3, -0.1))).toBeGreaterThan(0);
  expect(creditOf(2, change(1, 0.03))).toBeNull();
});
