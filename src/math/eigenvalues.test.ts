import { describe, expect, it } from 'vitest';
import { eigenvalues, modalForm, modulus } from './eigenvalues.ts';
import { createRandom, shuffle } from './random.ts';
import { realSchur } from './realSchur.ts';

/** A rotation by `angle` in the first plane and a decay in the third, seen in skew coordinates. */
function rotation(angle: number, radius: number): number[] {
  const [c, s] = [radius * Math.cos(angle), radius * Math.sin(angle)];
  // With T upper triangular of ones, T D T^-1.
  const d = [
    [c, -s, 0],
    [s, c, 0],
    [0, 0, 0.5],
  ];
  const t = (i: number, j: number) => (j >= i ? 1 : 0);
  const inverse = (i: number, j: number) => (i === j ? 1 : j === i + 1 ? -1 : 0);
  const product: number[] = [];
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++)
        for (let l = 0; l < 3; l++) sum += t(i, k) * d[k][l] * inverse(l, j);
      product.push(sum);
    }
  return product;
}

describe('eigenvalues', () => {
  it('come by falling modulus, with conjugates side by side', () => {
    const [first, second, third] = eigenvalues(rotation(0.3, 0.9), 3);
    expect(first.re).toBeCloseTo(0.9 * Math.cos(0.3), 12);
    expect(first.im).toBeCloseTo(0.9 * Math.sin(0.3), 12);
    expect(second.im).toBeCloseTo(-first.im, 12);
    expect(third.re).toBeCloseTo(0.5, 12);
    expect(modulus(first)).toBeCloseTo(0.9, 12);
  });

  it('turn in pairs, exactly, and leave the rest alone', () => {
    const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    const form = modalForm(rotation(0.3, 0.9), 3, identity);
    const turned = form.turned([{ pair: 0, angleFactor: 1.5, radiusFactor: 1.1 }]);
    rotation(0.45, 0.99).forEach((value, i) => {
      expect(turned[i]).toBeCloseTo(value, 12);
    });
    expect(Array.from(form.turned([]))).toEqual(rotation(0.3, 0.9));
    const real = modalForm([0.5], 1, [1]);
    expect(real.pairs).toEqual([]);
    expect(Array.from(real.turned([]))).toEqual([0.5]);
  });

  it('know what each column does to the angle of a pair', () => {
    const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    const matrix = rotation(0.3, 0.9);
    const influence = modalForm(matrix, 3, identity).columnInfluence(0);
    const angle = (column: number, factor: number) => {
      const scaled = matrix.map((value, at) => (at % 3 === column ? factor * value : value));
      const pair = eigenvalues(scaled, 3).find(({ im }) => im > 0);
      return Math.log(Math.atan2(pair?.im ?? 0, pair?.re ?? 0));
    };
    for (let column = 0; column < 3; column++) {
      const slope = (angle(column, 1 + 1e-5) - angle(column, 1 - 1e-5)) / 2e-5;
      expect(influence[column]).toBeCloseTo(slope, 7);
    }
  });

  it('know how much of the motion is whose', () => {
    // Two planes, the second seen four times as much; coordinates already those of the planes.
    const [a, b] = [0.3, 1.1];
    const matrix = [
      [Math.cos(a), -Math.sin(a), 0, 0],
      [Math.sin(a), Math.cos(a), 0, 0],
      [0, 0, Math.cos(b), -Math.sin(b)],
      [0, 0, Math.sin(b), Math.cos(b)],
    ].flat();
    const moment = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4];
    const { pairs } = modalForm(matrix, 4, moment);
    const energies = pairs.map(({ re, im, energy }) => [Math.atan2(im, re), energy]);
    energies.sort((p, q) => p[0] - q[0]);
    for (const [i, want] of [
      [a, 2],
      [b, 8],
    ].entries()) {
      expect(energies[i][0]).toBeCloseTo(want[0], 12);
      expect(energies[i][1]).toBeCloseTo(want[1], 10);
    }
  });

  it('stand beside their conjugates where two pairs are equal', () => {
    const [c, s] = [Math.cos(0.4), Math.sin(0.4)];
    const twice = [c, -s, 0, 0, s, c, 0, 0, 0, 0, c, -s, 0, 0, s, c];
    const signs = eigenvalues(twice, 4).map(({ im }) => Math.sign(im));
    expect(signs).toEqual([1, -1, 1, -1]);
  });

  it('have no pair to turn where planes cannot be told apart', () => {
    const [c, s] = [Math.cos(0.4), Math.sin(0.4)];
    // A rotation that feeds another of the same angle: one plane, as a Jordan block has one axis.
    const defective = [c, -s, 1, 0, s, c, 0, 1, 0, 0, c, -s, 0, 0, s, c];
    expect(modalForm(defective, 4, identity(4)).pairs).toEqual([]);
    // Beside a real Jordan block a pair is as sound as alone.
    const beside = [c, -s, 0, 0, s, c, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1];
    const form = modalForm(beside, 4, identity(4));
    expect(form.pairs).toHaveLength(1);
    const turned = form.turned([{ pair: 0, angleFactor: 2, radiusFactor: 1 }]);
    expect(turned[0]).toBeCloseTo(Math.cos(0.8), 12);
    expect(Array.from(turned.slice(8))).toEqual(beside.slice(8));
  });
});

const identity = (n: number) =>
  Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));

describe('the real Schur form', () => {
  /** How far Z T Z' is from the matrix and Z Z' from I, and how much of T is where nothing may be. */
  function faults(matrix: readonly number[], n: number): number {
    const { T, Z, re, im } = realSchur(matrix, n);
    let worst = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let whole = -matrix[i * n + j];
        let unit = i === j ? -1 : 0;
        for (let k = 0; k < n; k++) {
          unit += Z[i * n + k] * Z[j * n + k];
          for (let l = 0; l < n; l++) whole += Z[i * n + k] * T[k * n + l] * Z[j * n + l];
        }
        const isBelow = j < i - 1 || (j === i - 1 && !(im[i] < 0));
        worst = Math.max(
          worst,
          Math.abs(whole),
          Math.abs(unit),
          isBelow ? Math.abs(T[i * n + j]) : 0,
        );
      }
    const trace = re.reduce((sum, value, i) => sum + value - matrix[i * n + i], 0);
    return Math.max(worst, Math.abs(trace));
  }

  it('comes to an end with every 3 x 3 matrix of -1, 0 and 1', () => {
    let worst = 0;
    for (let code = 0; code < 3 ** 9; code++) {
      const matrix = Array.from({ length: 9 }, (_, at) => (Math.floor(code / 3 ** at) % 3) - 1);
      worst = Math.max(worst, faults(matrix, 3));
    }
    expect(worst).toBeLessThan(1e-13);
  });

  it('comes to an end where the textbook iteration goes round in circles', () => {
    const random = createRandom(4);
    const binary = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1];
    expect(faults(binary, 5)).toBeLessThan(1e-13);
    for (let trial = 0; trial < 2000; trial++) {
      const n = 2 + (trial % 11);
      const sparse = Array.from({ length: n * n }, () =>
        random.uniform() < 1.5 / n ? Math.sign(random.normal()) : 0,
      );
      expect(faults(sparse, n)).toBeLessThan(1e-12);
      const moved = Int32Array.from({ length: n }, (_, i) => i);
      shuffle(random, moved);
      const shaken = trial % 2 === 0 ? 0 : 1e-13;
      const permutation = Array.from(
        { length: n * n },
        (_, at) =>
          (moved[Math.floor(at / n)] === at % n ? Math.sign(random.normal()) : 0) +
          shaken * random.normal(),
      );
      expect(faults(permutation, n)).toBeLessThan(1e-12);
    }
  });

  it('is that of matrices large and small, and ends without a number where there is none', () => {
    const random = createRandom(5);
    for (const n of [1, 2, 10, 30]) {
      const matrix = Array.from({ length: n * n }, () => random.normal());
      expect(faults(matrix, n)).toBeLessThan(1e-12);
    }
    const { re } = realSchur([1, Number.NaN, 0, 2, 3, 1, 5, 1, 2], 3);
    expect(Array.from(re)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
