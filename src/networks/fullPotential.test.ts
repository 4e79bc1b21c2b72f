import { expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { silenceGaps } from './missingValues.ts';
import { createPotentialBuffers, nodePotential, nodePotentialBackward } from './nodePotential.ts';

const ROWS = 2;

/** Outputs of an encoder, and gradients of its potentials; those of J are symmetric. */
function setup(d: number) {
  const random = createRandom(d);
  const normals = (count: number) => Float64Array.from({ length: count }, () => random.normal());
  const dPrecision = normals(ROWS * d * d);
  for (let n = 0; n < ROWS; n++)
    for (let i = 0; i < d; i++)
      for (let j = 0; j < i; j++)
        dPrecision[n * d * d + j * d + i] = dPrecision[n * d * d + i * d + j];
  const buffers = createPotentialBuffers(ROWS, d, 'full');
  buffers.mean.set(normals(ROWS * d));
  const raw = normals((ROWS * d * (d + 1)) / 2);
  return { buffers, raw, dPrecision, dLinear: normals(ROWS * d) };
}

it.each([1, 2, 4])('has the adjoint that finite differences have, d = %i', (d) => {
  const { buffers, raw, dPrecision, dLinear } = setup(d);
  const loss = () => {
    nodePotential(raw, buffers);
    const ofLinear = buffers.linear.reduce((sum, h, i) => sum + h * dLinear[i], 0);
    return buffers.precision.reduce((sum, J, i) => sum + J * dPrecision[i], ofLinear);
  };
  loss();
  const [dMean, dRaw] = [buffers.mean.slice(), raw.slice()];
  nodePotentialBackward(buffers, dPrecision, dLinear, dMean, dRaw);
  for (const [values, got] of [
    [buffers.mean, dMean],
    [raw, dRaw],
  ])
    values.forEach((value, i) => {
      const h = 1e-5;
      values[i] = value + h;
      const above = loss();
      values[i] = value - h;
      const below = loss();
      values[i] = value;
      expect(got[i]).toBeCloseTo((above - below) / (2 * h), 6);
    });
});

it('is the diagonal potential where nothing couples the dimensions, with its determinant elsewhere', () => {
  const { buffers, raw } = setup(2);
  const plain = createPotentialBuffers(ROWS, 2);
  plain.mean.set(buffers.mean);
  nodePotential(Float64Array.of(raw[0], raw[1], raw[3], raw[4]), plain);
  nodePotential(raw, buffers);
  const { precision: J } = buffers;
  expect(J[0] * J[3] - J[1] * J[2]).toBeCloseTo(plain.precision[0] * plain.precision[1], 12);
  raw[2] = 0;
  raw[5] = 0;
  nodePotential(raw, buffers);
  [0, 3, 4, 7].forEach((at, i) => {
    expect(J[at]).toBeCloseTo(plain.precision[i], 12);
  });
  expect([J[1], J[2], J[5], J[6]]).toEqual([0, 0, 0, 0]);
  buffers.linear.forEach((h, i) => {
    expect(h).toBeCloseTo(plain.linear[i], 12);
  });
});

it('says nothing, and learns nothing, where a value is missing', () => {
  const { buffers, raw, dPrecision, dLinear } = setup(2);
  nodePotential(raw, buffers);
  silenceGaps(Float32Array.of(1, 2, Number.NaN, 3), buffers);
  const [dMean, dRaw] = [buffers.mean.slice(), raw.slice()];
  nodePotentialBackward(buffers, dPrecision, dLinear, dMean, dRaw);
  const second = [...buffers.precision.slice(4), ...buffers.linear.slice(2), ...dMean.slice(2)];
  expect([...second, ...dRaw.slice(3)].every((value) => value === 0)).toBe(true);
  expect(dRaw.slice(0, 3).every((value) => value !== 0)).toBe(true);
});
