import { describe, expect, it } from 'vitest';
import type { Latent } from '../plane/coordinates.ts';
import { cloudOf, latent, screen } from '../plane/coordinates.ts';
import { createFrame, insideArea } from '../plane/frame.ts';
import { nearestRow } from '../plane/nearest.ts';
import { clusterKeyAction, placeAfter, scaled, turned } from './clusterKeys.ts';
import { clusterName, packClusters, unpackClusters } from './clusterView.ts';
import { axisHandle, turningHandle } from './handles.ts';
import { unusedPlaces } from './unusedClusters.ts';

const cluster = {
  id: 4,
  weight: 0.2,
  count: 100,
  mean: [1, 2, 3],
  covariance: [4, 0.5, 0.1, 0.5, 3, 0.2, 0.1, 0.2, 2],
  removed: false,
};

describe('clusters in the plane shown', () => {
  it('take the two chosen dimensions', () => {
    const [shown] = unpackClusters([cluster], packClusters([cluster], [2, 0]));
    expect([...shown.mean]).toEqual([3, 1]);
    expect(shown.covariance.xx).toBe(2);
    expect(shown.covariance.xy).toBeCloseTo(0.1);
    expect(shown.covariance.yy).toBe(4);
  });

  it('are faint with hardly a point, unless removed', () => {
    const idle = { ...cluster, count: 0.2 };
    const gone = { ...idle, removed: true };
    const shown = unpackClusters(
      [cluster, idle, gone],
      packClusters([cluster, idle, gone], [0, 1]),
    );
    expect(shown.map(({ negligible }) => negligible)).toEqual([false, true, false]);
  });

  it('are counted from one on the page', () => {
    expect(clusterName(0)).toBe('Cluster 1');
  });
});

describe('keys on a cluster', () => {
  it('move it, further with Shift, upwards on the screen being upwards in the plane', () => {
    expect(clusterKeyAction('ArrowUp', false)).toEqual({ kind: 'move', dx: 0, dy: 1 });
    expect(clusterKeyAction('ArrowLeft', true)).toEqual({ kind: 'move', dx: -5, dy: 0 });
  });

  it('undo each other in pairs', () => {
    const axes = { first: 2, second: 1, angle: 0.3 };
    const [grow, shrink, left, right] = [']', '[', ',', '.'].map((key) =>
      clusterKeyAction(key, false),
    );
    if (grow?.kind !== 'scale' || shrink?.kind !== 'scale') throw new Error('brackets must scale');
    if (left?.kind !== 'turn' || right?.kind !== 'turn')
      throw new Error('comma and full stop must turn');
    expect(scaled(scaled(axes, grow.factor), shrink.factor).first).toBeCloseTo(2);
    expect(turned(turned(axes, left.angle), right.angle).angle).toBeCloseTo(0.3);
  });

  it('lead from one to another, and no further than the last', () => {
    expect(clusterKeyAction('PageDown', false)).toEqual({ kind: 'go', to: 'next' });
    expect(placeAfter('next', 3, 5)).toBe(4);
    expect(placeAfter('next', 4, 5)).toBe(4);
    expect(placeAfter('previous', 0, 5)).toBe(0);
    expect(placeAfter('first', 3, 5)).toBe(0);
    expect(placeAfter('last', 1, 5)).toBe(4);
  });

  it('leave all others to the page', () => {
    for (const key of ['k', 'Tab', 'F5']) expect(clusterKeyAction(key, false)).toBeNull();
  });
});

describe('frame and handles', () => {
  const margin = { left: 0, right: 0, top: 0, bottom: 0 };
  const frame = createFrame<Latent>(400, 200, { x: 1, y: 2, half: 10 }, margin);

  it('map there and back, with y upwards and one length unit for both axes', () => {
    expect([...frame.toScreen(latent(1, 2))]).toEqual([200, 100]);
    expect([...frame.toScreen(latent(2, 3))]).toEqual([210, 90]);
    const back = frame.fromScreen(screen(123, 45));
    expect([...frame.toScreen(back)].map(Math.round)).toEqual([123, 45]);
  });

  it('keeps what lies outside the plot in reach, at its border', () => {
    const { left, top, width, height } = frame.area;
    expect([...insideArea(frame, latent(2, 3))]).toEqual([210, 90]);
    expect([...insideArea(frame, latent(-99, 99))]).toEqual([left, top]);
    expect([...insideArea(frame, latent(99, -99))]).toEqual([left + width, top + height]);
  });

  it('put a handle on the end of its axis, and the turning handle beyond', () => {
    const handle = axisHandle(frame, latent(1, 2), { first: 3, second: 1, angle: 0 }, 'first');
    expect([...handle.at]).toEqual([260, 100]);
    expect(handle.ratio).toBe(1);
    expect(turningHandle(handle)[0]).toBeGreaterThan(260);
  });

  it('keep the handles of a huge ellipse inside the plot', () => {
    for (const axis of ['first', 'second'] as const) {
      const { at, ratio } = axisHandle(
        frame,
        latent(1, 2),
        { first: 300, second: 200, angle: 0.4 },
        axis,
      );
      expect(at[0]).toBeGreaterThan(0);
      expect(at[0]).toBeLessThan(400);
      expect(at[1]).toBeGreaterThan(0);
      expect(at[1]).toBeLessThan(200);
      expect(ratio).toBeGreaterThan(1);
    }
  });

  it('name clusters without points, those in one place together', () => {
    const at = (id: number, mean: number[], count = 0) => ({ ...cluster, id, count, mean });
    const clusters = [at(0, [1, 2]), at(1, [9, 9], 30), at(2, [1.3, 2.2]), at(3, [-6, 4])];
    const flat = clusters.map((each) => ({ ...each, covariance: [1, 0, 0, 1] }));
    const places = unusedPlaces(unpackClusters(flat, packClusters(flat, [0, 1])), frame);
    expect(places.map(({ name }) => name)).toEqual(['2 unused', '4, unused']);
    expect(places[0].ids).toEqual([0, 2]);
    // Below its marks, or above where a mark lies below.
    expect(places[0].y).toBeGreaterThan(frame.screenY(2));
    const below = unpackClusters(
      [...flat, { ...flat[1], mean: [1, 0] }],
      packClusters([...flat, { ...flat[1], mean: [1, 0] }], [0, 1]),
    );
    expect(unusedPlaces(below, frame)[0].y).toBeLessThan(frame.screenY(2));
  });

  it('find the nearest point within reach', () => {
    const cloud = cloudOf([1, 2, 3, 2, Number.NaN, 0], 2);
    expect(nearestRow(cloud, frame, screen(217, 100), 18)).toEqual({ row: 1, distance: 3 });
    expect(nearestRow(cloud, frame, screen(300, 100), 18)).toBeNull();
  });
});
