import { describe, expect, it } from 'vitest';
import { drawnFrom, MOST_DRAWN, ownDataFrom, withoutPoints, withPoints } from './drawnPoints.ts';

describe('drawn points', () => {
  it('come and go', () => {
    const drawn = withPoints(
      [],
      [
        [0, 0],
        [3, 4],
      ],
      2,
    );
    expect(drawn).toHaveLength(2);
    expect(withoutPoints(drawn, [0, 1], 1)).toEqual([{ x: 3, y: 4, label: 2 }]);
  });

  it('stop at a number that can be trained on', () => {
    const full = withPoints(
      [],
      Array.from({ length: MOST_DRAWN + 5 }, () => [1, 1] as const),
      0,
    );
    expect(full).toHaveLength(MOST_DRAWN);
    expect(withPoints(full, [[2, 2]], 0)).toBe(full);
  });

  it('number the classes in use without gaps', () => {
    const own = ownDataFrom([
      { x: 1, y: 2, label: 4 },
      { x: 3, y: 4, label: 1 },
    ]);
    expect(own).toMatchObject({ rows: 2, columns: ['x', 'y'] });
    expect([...own.values]).toEqual([1, 2, 3, 4]);
    expect([...(own.labels ?? [])]).toEqual([1, 0]);
    expect(drawnFrom(own)).toEqual([
      { x: 1, y: 2, label: 1 },
      { x: 3, y: 4, label: 0 },
    ]);
  });

  it('go on having no class where they had none', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6);
    const labels = Int32Array.of(0, -1, 1);
    const own = ownDataFrom(drawnFrom({ name: '', rows: 3, columns: ['a', 'b'], values, labels }));
    expect(own.labels).toEqual(labels);
  });

  it('of one class have no labels', () => {
    expect(ownDataFrom([{ x: 1, y: 2, label: 3 }]).labels).toBeNull();
  });

  it('are none of data that cannot be drawn', () => {
    expect(drawnFrom(null)).toEqual([]);
    const wide = { name: '', rows: 1, columns: ['a', 'b', 'c'], values: new Float64Array(3) };
    expect(drawnFrom({ ...wide, labels: null })).toEqual([]);
  });
});
