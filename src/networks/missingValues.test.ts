import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { Autoencoder } from './autoencoder.ts';
import { activateBackend } from './backend.ts';
import { gaussianLogLikelihood, gaussianLogLikelihoodBackward } from './gaussianLikelihood.ts';
import { initialParameters } from './initialise.ts';
import { type AutoencoderShape, DEFAULT_SHAPE } from './shape.ts';

const shape: AutoencoderShape = { ...DEFAULT_SHAPE, dataDimension: 3, hiddenUnits: 5 };
const random = createRandom(1);
const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
const parameters = initialParameters(shape, random);
const ROWS = 4;
const whole = Float32Array.from(draw(ROWS * 3));
/** Row 1 lacks its last value, row 3 all of them. */
const holed = whole.map((value, at) => (at === 5 || at >= 9 ? Number.NaN : value));
const [dPrecision, dLinear] = [draw(ROWS * 2), draw(ROWS * 2)];

beforeAll(async () => {
  await activateBackend('wasm');
});

/** Potentials and the gradient of the parameters behind them. */
function encoded(data: Float32Array, weights: (at: number) => number) {
  const networks = new Autoencoder(shape, parameters);
  const { precision, linear } = networks.encode(data, ROWS);
  const potentials = { precision: precision.slice(), linear: linear.slice() };
  const weighed = (gradient: Float64Array) => gradient.map((value, at) => value * weights(at));
  networks.encodeBackward(weighed(dPrecision), weighed(dLinear));
  const gradient = new Float64Array(networks.layout.length);
  networks.gradient(gradient);
  networks.dispose();
  return { ...potentials, gradient };
}

describe('a row with a missing value', () => {
  it('gives no evidence, and its encoding is not learned from', () => {
    const isSeen = (at: number) => (Math.floor(at / 2) % 2 === 0 ? 1 : 0);
    const want = encoded(whole, isSeen);
    const got = encoded(holed, () => 1);
    for (const name of ['precision', 'linear'] as const)
      expect(got[name]).toEqual(want[name].map((value, at) => (isSeen(at) ? value : 0)));
    got.gradient.forEach((value, at) => {
      expect(value).toBeCloseTo(want.gradient[at], 5);
    });
  });

  it('has the likelihood of what is there', () => {
    const [mean, raw] = [draw(ROWS * 3), draw(ROWS * 3)];
    const [dMean, dRaw] = [draw(ROWS * 3), draw(ROWS * 3)];
    const back = (targets: Float32Array) =>
      gaussianLogLikelihoodBackward('sigmoid', mean, raw, targets, 2, dMean, dRaw);
    const there = Array.from(holed).flatMap((value, at) => (Number.isNaN(value) ? [] : [at]));
    const only = (values: Float64Array) => Float64Array.from(there, (at) => values[at]);
    const seen = Float32Array.from(there, (at) => holed[at]);
    const likelihood = gaussianLogLikelihood(only(mean), only(raw), seen);
    expect(gaussianLogLikelihood(mean, raw, holed)).toBeCloseTo(likelihood, 10);
    back(whole);
    const want = [dMean.slice(), dRaw.slice()];
    expect(back(holed)).toBeCloseTo(likelihood, 10);
    for (const [g, gradient] of [dMean, dRaw].entries())
      gradient.forEach((value, at) => {
        expect(value).toBe(Number.isNaN(holed[at]) ? 0 : want[g][at]);
      });
  });
});
