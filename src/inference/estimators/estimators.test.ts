import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../math/formula.ts';
import { createRandom } from '../../math/random.ts';
import { bestBaseline } from './bestBaseline.ts';
import { createCoinDraws, drawUniforms, evaluateCoinDraws } from './coinDraws.ts';
import { coinMoments } from './coinMoments.ts';
import { enumeration } from './enumeration.ts';
import {
  COUNT,
  errorsOf,
  functions,
  gaussianErrors,
  grid,
  PARAMETERS,
  scores,
} from './estimators.fixture.ts';
import { createGaussianDraws, drawNoise, evaluateGaussianDraws } from './gaussianDraws.ts';
import { gaussianMoments } from './gaussianMoments.ts';
import coinsGolden from './golden/coins.json' with { type: 'json' };
import estimatorsGolden from './golden/estimators.json' with { type: 'json' };
import { bump, cosine, elbo, quadratic, typed } from './integrands.ts';
import { leaveOneOut } from './leaveOneOut.ts';
import { meanBaseline } from './meanBaseline.ts';
import { pathwise } from './pathwise.ts';
import { relaxation } from './relaxation.ts';
import { scoreFunction } from './scoreFunction.ts';
import { averages, spreadOf } from './spread.ts';
import { stickingTheLanding } from './stickingTheLanding.ts';
import { straightThrough } from './straightThrough.ts';

const ERRORS = 4;

describe('a Gaussian', () => {
  describe.each(Object.keys(functions))('%s', (name) => {
    const f = functions[name];
    it.each(PARAMETERS)('every estimator is as its exact figures say: %s', (parameter) => {
      expect(gaussianErrors(f, parameter)).toBeLessThanOrEqual(ERRORS);
    });

    it('the exact gradient is the slope of the expectation', () => {
      for (const q of grid) {
        for (const parameter of PARAMETERS) {
          const h = 1e-5;
          const at = (by: number) =>
            gaussianMoments({ ...q, [parameter]: q[parameter] + by }, f, 'mean', 3).value;
          const slope = (at(h) - at(-h)) / (2 * h) / 3;
          const moments = gaussianMoments(q, f, parameter, 3);
          expect(moments.gradient).toBeCloseTo(slope, 6);
          const exact = pathwise.exact(moments, 1).mean;
          if (f.hasJumps) expect(exact).toBe(0);
          else expect(exact).toBeCloseTo(slope, 6);
        }
      }
    });
  });

  it('has the variances of the quadratic in closed form, in any dimension', () => {
    for (const [k, { mean, sd }] of [-3, 0, 1.5].flatMap((k) => grid.map((q) => [k, q] as const)))
      for (const dimension of [1, 2, 30]) {
        const [d2, s2] = [(mean - k) ** 2, sd * sd];
        const others = (dimension - 1) * (d2 + s2);
        const spread = (dimension - 1) * (4 * d2 * s2 + 2 * s2 * s2);
        // Var f and the squares of its mean, of the other coordinates, as they enter Var[f s].
        const more = (squared: number, weighed: number) =>
          (others * others + spread) * squared + 2 * others * weighed;
        const ofMean = gaussianMoments({ mean, sd }, quadratic(k), 'mean', dimension);
        expectClose(scoreFunction.exact(ofMean, 1).variance, [
          (d2 * d2) / s2 + 14 * d2 + 15 * s2 + more(1 / s2, (d2 + 3 * s2) / s2),
        ]);
        expectClose(meanBaseline.exact(ofMean, 1).variance, [8 * d2 + 10 * s2 + spread / s2]);
        expectClose(bestBaseline.exact(ofMean, 1).variance, [8 * d2 + 6 * s2 + spread / s2]);
        expectClose(pathwise.exact(ofMean, 1).variance, [4 * s2]);
        const ofSd = gaussianMoments({ mean, sd }, quadratic(k), 'sd', dimension);
        expectClose(scoreFunction.exact(ofSd, 1).variance, [
          (2 * d2 * d2) / s2 + 60 * d2 + 74 * s2 + more(2 / s2, (2 * (d2 + 5 * s2)) / s2),
        ]);
        expectClose(bestBaseline.exact(ofSd, 1).variance, [40 * d2 + 24 * s2 + (2 * spread) / s2]);
        expectClose(pathwise.exact(ofSd, 1).variance, [4 * d2 + 8 * s2]);
      }
  });

  it('agrees with golden numbers', () => {
    const made = { quadratic, cosine, bump };
    for (const { function: name, k, mu, sigma, byParameter } of estimatorsGolden)
      for (const parameter of PARAMETERS) {
        const q = { mean: mu, sd: sigma };
        const moments = gaussianMoments(q, made[name as keyof typeof made](k), parameter, 1);
        const golden = byParameter[parameter];
        expectClose(moments.gradient, [golden.gradient]);
        expectClose(scoreFunction.exact(moments, 1).variance, [golden.score]);
        expectClose(meanBaseline.exact(moments, 1).variance, [golden.meanBaseline]);
        expectClose(bestBaseline.exact(moments, 1).variance, [golden.bestBaseline]);
        expectClose(pathwise.exact(moments, 1).variance, [golden.pathwise]);
      }
  });

  it('sticks the landing: where q is the posterior every estimate is 0', () => {
    const q = { mean: 0.3, sd: 0.7 };
    for (const parameter of PARAMETERS) {
      const f = elbo(q.mean, q.sd);
      const draws = createGaussianDraws(1000, 1);
      drawNoise(draws, createRandom(4));
      evaluateGaussianDraws(draws, q, f, parameter);
      const moments = gaussianMoments(q, f, parameter, 1);
      const out = new Float64Array(1000);
      stickingTheLanding.fill(draws, moments, 1, out);
      expect(Math.max(...out.map(Math.abs))).toBeLessThan(1e-12);
      const variance = (parameter === 'mean' ? 1 : 2) / q.sd ** 2;
      expect(pathwise.exact(moments, 1).variance).toBeCloseTo(variance, 8);
    }
  });

  it('a constant is noise to the score function alone; a line is none to reparameterisation', () => {
    const q = { mean: 1, sd: 0.5 };
    const constant = gaussianMoments(q, typed(parseFormula('7')), 'mean', 1);
    expect(scoreFunction.exact(constant, 1).variance).toBeCloseTo(49 / 0.25, 8);
    expect(meanBaseline.exact(constant, 1).variance).toBeCloseTo(0, 8);
    const line = gaussianMoments(q, typed(parseFormula('2x + 1')), 'mean', 1);
    expect(pathwise.exact(line, 1).variance).toBeCloseTo(0, 8);
    expect(scoreFunction.exact(line, 1).variance).toBeGreaterThan(1);
  });
});

describe('a coin', () => {
  it('every estimator is as its exact figures say', () => {
    for (const theta of [0.1, 0.5, 0.8])
      for (const dimension of [1, 5]) {
        const q = { theta, temperature: 0.5 };
        const f = quadratic(0.45);
        const draws = createCoinDraws(COUNT, dimension);
        drawUniforms(draws, createRandom(dimension));
        evaluateCoinDraws(draws, q, f);
        const moments = coinMoments(q, f, dimension);
        const all = [...Object.values(scores), enumeration, straightThrough, relaxation];
        for (const estimator of all)
          expect(errorsOf(estimator, draws, moments)).toBeLessThanOrEqual(ERRORS);
      }
  });

  it('agrees with golden numbers', () => {
    for (const { theta, c, ...golden } of coinsGolden) {
      const moments = coinMoments({ theta, temperature: 1 }, quadratic(c), 1);
      expectClose(moments.gradient, [golden.gradient]);
      expectClose(scoreFunction.exact(moments, 1).variance, [golden.score]);
      expectClose(meanBaseline.exact(moments, 1).variance, [golden.meanBaseline]);
      expectClose(bestBaseline.exact(moments, 1).variance, [golden.bestBaseline]);
    }
  });

  it('straight-through is biased by 2 theta - 1, also in its sign; relaxation less and less', () => {
    const q = { theta: 0.3, temperature: 1 };
    const moments = coinMoments(q, quadratic(0.45), 1);
    expect(moments.gradient).toBeCloseTo(0.1, 12);
    expect(straightThrough.exact(moments, 1).mean).toBeCloseTo(0.1 + 2 * 0.3 - 1, 12);
    const biases = [1, 0.5, 0.2, 0.05].map((temperature) => {
      const { gradient, relaxed } = coinMoments({ ...q, temperature }, quadratic(0.45), 1);
      return { bias: Math.abs(relaxed.mean - gradient), square: relaxed.square };
    });
    for (let i = 1; i < biases.length; i++) {
      expect(biases[i].bias).toBeLessThan(biases[i - 1].bias);
      expect(biases[i].square).toBeGreaterThan(biases[i - 1].square);
    }
  });
});

it('a baseline from the whole batch would make the gradient too small by 1 - 1/n', () => {
  const draws = createGaussianDraws(COUNT, 1);
  drawNoise(draws, createRandom(9));
  evaluateGaussianDraws(draws, { mean: 1, sd: 1 }, quadratic(0), 'mean');
  const moments = gaussianMoments({ mean: 1, sd: 1 }, quadratic(0), 'mean', 1);
  const [n, batches] = [4, COUNT / 4];
  const out = new Float64Array(COUNT);
  leaveOneOut.fill(draws, moments, n, out);
  const unbiased = spreadOf(out).mean;
  let biased = 0;
  for (let b = 0; b < batches; b++) {
    const rows = Array.from({ length: n }, (_, i) => b * n + i);
    const mean = rows.reduce((sum, row) => sum + draws.values[row], 0) / n;
    for (const row of rows) biased += ((draws.values[row] - mean) * draws.scores[row]) / COUNT;
  }
  expect(biased).toBeCloseTo(unbiased * (1 - 1 / n), 10);
});

it.each([2, 5, 200])(
  'averages of leave-one-out estimates come without these, %i at a time',
  (n) => {
    const draws = createGaussianDraws(1000, 1);
    drawNoise(draws, createRandom(10));
    evaluateGaussianDraws(draws, { mean: 1, sd: 2 }, quadratic(-3), 'sd');
    const moments = gaussianMoments({ mean: 1, sd: 2 }, quadratic(-3), 'sd', 1);
    const out = new Float64Array(1000);
    leaveOneOut.fill(draws, moments, n, out);
    const expected = new Float64Array(1000 / n);
    averages(out, 1000, n, expected);
    const got = new Float64Array(1000 / n);
    leaveOneOut.fillAverages?.(draws, n, got);
    got.forEach((value, b) => {
      expect(value).toBeCloseTo(expected[b], 8);
    });
  },
);

/** Within 1e-9 of the value, or of 1e-3 where it is smaller. */
function expectClose(actual: number, [expected]: readonly [number]): void {
  const error = Math.abs(actual - expected) / Math.max(1e-3, Math.abs(expected));
  expect(error, `${actual} for ${expected}`).toBeLessThan(1e-9);
}
