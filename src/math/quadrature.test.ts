import { describe, expect, it } from 'vitest';
import { createQuadrature, integrate } from './quadrature.ts';

describe('integrate', () => {
  it('takes several integrands over the same evaluations', () => {
    const values = integrate(
      createQuadrature(3),
      (x, out) => {
        out[0] = Math.exp(-(x * x) / 2);
        out[1] = x ** 4;
        out[2] = Math.cos(x);
      },
      [-10, -1, 2, 10],
    );
    expect(values[0]).toBeCloseTo(Math.sqrt(2 * Math.PI), 11);
    expect(values[1]).toBeCloseTo(40_000, 7);
    expect(values[2]).toBeCloseTo(2 * Math.sin(10), 11);
  });

  it('finds kinks, jumps and a logarithm that runs to minus infinity', () => {
    const values = integrate(
      createQuadrature(3),
      (x, out) => {
        out[0] = Math.abs(x - 0.3);
        out[1] = x < Math.SQRT1_2 ? 1 : 0;
        out[2] = Math.log(x);
      },
      [0, 1],
    );
    expect(values[0]).toBeCloseTo((0.3 ** 2 + 0.7 ** 2) / 2, 10);
    expect(values[1]).toBeCloseTo(Math.SQRT1_2, 8);
    expect(values[2]).toBeCloseTo(-1, 9);
  });

  it('passes over empty intervals', () => {
    const one = (_x: number, out: Float64Array) => out.fill(1);
    expect(integrate(createQuadrature(1), one, [0, 0, 2, 2, 3])[0]).toBeCloseTo(3, 13);
    expect(integrate(createQuadrature(1), one, [1])[0]).toBe(0);
  });
});
