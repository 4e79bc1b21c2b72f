import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Covariance2, EllipseAxes } from './ellipse.ts';
import {
  axesOf,
  covarianceOf,
  planeCovariance,
  reshapeInPlane,
  rotateTowards,
  stretch,
} from './ellipse.ts';

const length = fc.double({ min: 0.01, max: 100, noNaN: true });
const angle = fc.double({ min: -Math.PI / 2 + 1e-6, max: Math.PI / 2, noNaN: true });
const anyAxes = fc.record({ first: length, second: length, angle });
const coordinate = fc.double({ min: -100, max: 100, noNaN: true });

const expectClose = (a: Covariance2, b: Covariance2): void => {
  const scale = Math.max(Math.abs(b.xx), Math.abs(b.yy));
  for (const key of ['xx', 'xy', 'yy'] as const)
    expect(Math.abs(a[key] - b[key])).toBeLessThan(1e-9 * scale);
};
const isPositiveDefinite = ({ xx, xy, yy }: Covariance2): boolean =>
  xx > 0 && yy > 0 && xx * yy > xy * xy;

describe('axes of an ellipse', () => {
  it('are the eigenvectors and square roots of eigenvalues', () => {
    fc.assert(
      fc.property(anyAxes, (given) => {
        const covariance = covarianceOf(given);
        const axes = axesOf(covariance);
        const variance = axes.first ** 2;
        const [c, s] = [Math.cos(axes.angle), Math.sin(axes.angle)];
        const scale = covariance.xx + covariance.yy;
        expect(Math.abs(covariance.xx * c + covariance.xy * s - variance * c)).toBeLessThan(
          1e-9 * scale,
        );
        expect(Math.abs(covariance.xy * c + covariance.yy * s - variance * s)).toBeLessThan(
          1e-9 * scale,
        );
        expect(axes.first).toBeGreaterThanOrEqual(axes.second);
      }),
    );
  });

  it('have the longer one first, also where rounding decides', () => {
    const first = 99.99999999999994;
    const axes = axesOf(covarianceOf({ first, second: 99.99999999999996, angle: 0 }));
    expect(axes.first).toBeGreaterThanOrEqual(axes.second);
  });

  it('give the covariance back', () => {
    fc.assert(
      fc.property(anyAxes, (axes) =>
        expectClose(covarianceOf(axesOf(covarianceOf(axes))), covarianceOf(axes)),
      ),
    );
  });
});

describe('handles', () => {
  const round: EllipseAxes = { first: 2, second: 1, angle: 0 };

  it('put the end of the axis under the pointer', () => {
    expect(stretch(round, 'first', 6, 123, 0.01).first).toBeCloseTo(3);
    expect(stretch(round, 'second', 123, -5, 0.01).second).toBeCloseTo(2.5);
  });

  it('stay the same handle beyond a circle', () => {
    const beyond = stretch(round, 'second', 0, 8, 0.01);
    expect(beyond).toEqual({ first: 2, second: 4, angle: 0 });
  });

  it('turn towards the pointer', () => {
    expect(rotateTowards(round, 0, 3).angle).toBeCloseTo(Math.PI / 2);
    expect(rotateTowards(round, 0, 0)).toBe(round);
  });

  it('always leave a positive definite covariance', () => {
    fc.assert(
      fc.property(
        anyAxes,
        coordinate,
        coordinate,
        fc.constantFrom('first', 'second'),
        (axes, dx, dy, name) => {
          expect(isPositiveDefinite(covarianceOf(stretch(axes, name, dx, dy, 0.01)))).toBe(true);
          expect(isPositiveDefinite(covarianceOf(rotateTowards(axes, dx, dy)))).toBe(true);
        },
      ),
    );
  });
});

describe('reshaping a plane of a larger covariance', () => {
  // L L' of a lower triangular L.
  const covariance = [4, 1.5, -1, 0, 1.5, 3, 0.4, 0.2, -1, 0.4, 2, 0.7, 0, 0.2, 0.7, 1];

  function determinants(matrix: readonly number[], d: number): number[] {
    // Leading minors by elimination without pivoting: all pivots positive means positive definite.
    const m = matrix.slice();
    for (let k = 0; k < d; k++) {
      for (let i = k + 1; i < d; i++) {
        const f = m[i * d + k] / m[k * d + k];
        for (let j = k; j < d; j++) m[i * d + j] -= f * m[k * d + j];
      }
    }
    return Array.from({ length: d }, (_, k) => m[k * d + k]);
  }

  it('gives the plane the new block, keeps the rest symmetric positive definite', () => {
    fc.assert(
      fc.property(
        fc.record({
          first: fc.double({ min: 0.1, max: 10, noNaN: true }),
          second: fc.double({ min: 0.1, max: 10, noNaN: true }),
          angle,
        }),
        fc.constantFrom([0, 1] as const, [1, 3] as const, [0, 2] as const),
        (axes, plane) => {
          const next = covarianceOf(axes);
          const result = reshapeInPlane(covariance, 4, plane, next);
          expectClose(planeCovariance(result, 4, plane), next);
          for (let i = 0; i < 4; i++)
            for (let j = 0; j < 4; j++) expect(result[i * 4 + j]).toBeCloseTo(result[j * 4 + i], 9);
          for (const pivot of determinants(result, 4)) expect(pivot).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('changes nothing outside the plane', () => {
    const result = reshapeInPlane(covariance, 4, [0, 1], { xx: 9, xy: 0, yy: 1 });
    for (const at of [10, 11, 14, 15]) expect(result[at]).toBe(covariance[at]);
  });

  it('scales a single dimension', () => {
    expect(reshapeInPlane([4], 1, [0, 1], { xx: 9, xy: 0, yy: 1 })[0]).toBeCloseTo(9);
  });
});
