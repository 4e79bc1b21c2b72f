import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { spreadOf } from '../estimators/spread.ts';
import { importanceWeightedBound, QUICK, weightTransform } from './exactBound.ts';
import golden from './golden/iwae.json' with { type: 'json' };
import {
  createWeightedDraws,
  decoderGradient,
  doublyReparameterisedGradient,
  reparameterisedGradient,
  type WeightedDraws,
} from './gradients.ts';
import { implicitDensityAt } from './implicitProposal.ts';
import {
  elboOf,
  type LinearGaussianDatum,
  limitOfScaledGap,
  logEvidence,
  logWeightAt,
  posteriorOf,
  secondMomentOfWeights,
  weightSlopeAt,
} from './linearGaussianDatum.ts';
import { effectiveSamples, logMeanWeight, normaliseWeights, paretoShape } from './weights.ts';

const ofPrior: LinearGaussianDatum = { x: 2, priorMean: 0, q: { mean: 0, sd: 1 } };
/** q is off by 1/2; its variance is 2/3, that of the posterior 1/2. */
const off: LinearGaussianDatum = { x: 1, priorMean: 0, q: { mean: 1, sd: Math.sqrt(2 / 3) } };

function draw(datum: LinearGaussianDatum, draws: WeightedDraws, seed: number) {
  const random = createRandom(seed);
  const { mean, sd } = datum.q;
  const modelScores = new Float64Array(draws.logWeights.length);
  return () => {
    for (let k = 0; k < draws.logWeights.length; k++) {
      const e = random.normal();
      const z = mean + sd * e;
      draws.logWeights[k] = logWeightAt(datum, z);
      draws.slopes[k] = weightSlopeAt(datum, z);
      draws.paths[k] = 1;
      draws.scores[k] = e / sd;
      modelScores[k] = z - datum.priorMean;
    }
    return modelScores;
  };
}

/** d L_K / d mean of q and d L_K / d mean of the prior, from the exact bound. */
function exactGradients(datum: LinearGaussianDatum, samples: number) {
  const h = 1e-3;
  const bound = (change: LinearGaussianDatum) =>
    importanceWeightedBound(weightTransform(change), samples);
  const ofQ = (by: number) => bound({ ...datum, q: { ...datum.q, mean: datum.q.mean + by } });
  const ofPriorMean = (by: number) => bound({ ...datum, priorMean: datum.priorMean + by });
  return {
    encoder: (ofQ(h) - ofQ(-h)) / (2 * h),
    decoder: (ofPriorMean(h) - ofPriorMean(-h)) / (2 * h),
  };
}

describe('the bound', () => {
  it('agrees with golden numbers', () => {
    for (const { x, q, ...known } of golden) {
      const datum = { x, priorMean: 0, q };
      expect(logEvidence(datum)).toBeCloseTo(known.logEvidence, 12);
      expect(elboOf(datum)).toBeCloseTo(known.elbo, 12);
      expect(secondMomentOfWeights(datum)).toBeCloseTo(known.secondMomentOfWeights, 10);
      expect(limitOfScaledGap(datum)).toBeCloseTo(known.limitOfKTimesGap, 10);
      const transform = weightTransform(datum);
      expect(importanceWeightedBound(transform, 1)).toBeCloseTo(known.elbo, 9);
      expect(importanceWeightedBound(transform, 2)).toBeCloseTo(known.twoSamples, 9);
    }
  });

  it.each([0.05, 0.5, 1.5, 3, 5])('of one draw is the ELBO where q has the deviation %f', (sd) => {
    for (const mean of [1, 4]) {
      const datum = { ...ofPrior, q: { mean, sd } };
      expect(importanceWeightedBound(weightTransform(datum), 1)).toBeCloseTo(elboOf(datum), 9);
    }
  });

  it('rises with K to the log evidence, and K times the gap to its limit', () => {
    const transform = weightTransform(ofPrior);
    let last = -Infinity;
    for (const samples of [1, 2, 5, 10, 50, 500, 10_000]) {
      const bound = importanceWeightedBound(transform, samples);
      expect(bound).toBeGreaterThan(last);
      expect(bound).toBeLessThan(logEvidence(ofPrior));
      last = bound;
    }
    const scaled = 10_000 * (logEvidence(ofPrior) - last);
    expect(scaled).toBeCloseTo(limitOfScaledGap(ofPrior), 3);
  });

  it('is the mean of what is sampled, within four standard errors', () => {
    const draws = createWeightedDraws(10);
    const next = draw(ofPrior, draws, 1);
    const sampled = Float64Array.from({ length: 20_000 }, () => {
      next();
      return logMeanWeight(draws.logWeights);
    });
    const { mean, meanError } = spreadOf(sampled);
    const exact = importanceWeightedBound(weightTransform(ofPrior), 10);
    expect(Math.abs(mean - exact)).toBeLessThan(4 * meanError);
  });

  it('has seven digits where they are to be had quickly, for a wide, far q too', () => {
    for (const datum of [ofPrior, off, { ...ofPrior, x: -3, q: { mean: 3, sd: 2 } }]) {
      const [quick, fine] = [weightTransform(datum, QUICK), weightTransform(datum)];
      for (const samples of [1, 2, 30, 1000]) {
        const exact = importanceWeightedBound(fine, samples);
        expect(Math.abs(importanceWeightedBound(quick, samples) - exact)).toBeLessThan(1e-7);
      }
    }
  });

  it('exists where the weights have no second moment', () => {
    const narrow = { ...ofPrior, q: { mean: 1, sd: 0.5 } };
    expect(secondMomentOfWeights(narrow)).toBe(Infinity);
    const bounds = [1, 10, 1000].map((samples) =>
      importanceWeightedBound(weightTransform(narrow), samples),
    );
    expect(bounds[0]).toBeCloseTo(elboOf(narrow), 9);
    expect(bounds[1]).toBeGreaterThan(bounds[0]);
    expect(bounds[2]).toBeGreaterThan(bounds[1]);
    expect(bounds[2]).toBeLessThan(logEvidence(narrow));
  });
});

describe('what q becomes', () => {
  const places = Float64Array.from({ length: 801 }, (_, i) => -8 + i / 50);
  const densities = (datum: LinearGaussianDatum, samples: number) =>
    places.map(implicitDensityAt(weightTransform(datum), samples));

  it('is a density: q with one draw, and closer to the posterior with more', () => {
    for (const datum of [ofPrior, off, { ...ofPrior, q: { mean: 0, sd: 0.4 } }]) {
      const { mean, sd } = posteriorOf(datum);
      const posterior = places.map((z) => normal(z, mean, sd));
      let last = Infinity;
      for (const samples of [1, 2, 10, 100, 1000]) {
        const found = densities(datum, samples);
        expect(found.reduce((sum, value) => sum + value / 50, 0)).toBeCloseTo(1, 8);
        const apart = found.reduce(
          (sum, value, i) => sum + Math.abs(value - posterior[i]) / 100,
          0,
        );
        expect(apart).toBeLessThan(last);
        last = apart;
      }
    }
    const q = places.map((z) => normal(z, ofPrior.q.mean, ofPrior.q.sd));
    densities(ofPrior, 1).forEach((value, i) => {
      expect(value).toBeCloseTo(q[i], 12);
    });
  });

  it('is where one of K draws lies that is chosen by its weight', () => {
    const draws = createWeightedDraws(5);
    const random = createRandom(3);
    const samples = Float64Array.from({ length: 40_000 }, () => {
      const z = draws.paths.map(() => ofPrior.q.mean + ofPrior.q.sd * random.normal());
      z.forEach((one, k) => {
        draws.logWeights[k] = logWeightAt(ofPrior, one);
      });
      normaliseWeights(draws.logWeights, 0, z.length, draws.normalised);
      let chosen = 0;
      for (let left = random.uniform(); left > draws.normalised[chosen]; chosen++)
        left -= draws.normalised[chosen];
      return z[chosen];
    });
    const found = densities(ofPrior, 5);
    const mean = places.reduce((sum, z, i) => sum + (z * found[i]) / 50, 0);
    const spread = spreadOf(samples);
    expect(Math.abs(spread.mean - mean)).toBeLessThan(4 * spread.meanError);
  });
});

const normal = (z: number, mean: number, sd: number) =>
  Math.exp(-(((z - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));

describe('gradients', () => {
  it('have the mean of the exact bound’s, all three', () => {
    for (const samples of [1, 5, 50]) {
      const draws = createWeightedDraws(samples);
      const next = draw(off, draws, samples);
      const repeats = 40_000 / samples ** 0.5;
      const found = Array.from({ length: 3 }, () => new Float64Array(Math.floor(repeats)));
      for (let r = 0; r < found[0].length; r++) {
        const modelScores = next();
        found[0][r] = reparameterisedGradient(draws);
        found[1][r] = doublyReparameterisedGradient(draws);
        found[2][r] = decoderGradient(draws, modelScores);
      }
      const { encoder, decoder } = exactGradients(off, samples);
      [encoder, encoder, decoder].forEach((exact, i) => {
        const { mean, meanError } = spreadOf(found[i]);
        expect(Math.abs(mean - exact)).toBeLessThan(4 * meanError);
      });
    }
  });

  it('the signal-to-noise of the encoder falls as 1/√K; of DReG and the decoder it rises as √K', () => {
    const sizes = [10, 30, 100, 300, 1000];
    const ratios = sizes.map((samples) => {
      const draws = createWeightedDraws(samples);
      const next = draw(off, draws, 7);
      const found = Array.from({ length: 3 }, () => new Float64Array(3000));
      for (let r = 0; r < 3000; r++) {
        const modelScores = next();
        found[0][r] = reparameterisedGradient(draws);
        found[1][r] = doublyReparameterisedGradient(draws);
        found[2][r] = decoderGradient(draws, modelScores);
      }
      // The mean is exact: it would take millions of repeats to measure one this small.
      const { encoder, decoder } = exactGradients(off, samples);
      return [encoder, encoder, decoder].map((exact, i) =>
        Math.log(Math.abs(exact) / Math.sqrt(spreadOf(found[i]).variance)),
      );
    });
    const slopes = [0, 1, 2].map((i) =>
      slopeOf(
        sizes.map(Math.log),
        ratios.map((of) => of[i]),
      ),
    );
    [-0.5, 0.5, 0.5].forEach((wanted, i) => {
      expect(Math.abs(slopes[i] - wanted), `${slopes}`).toBeLessThan(0.05);
    });
  });
});

function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const along = x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0);
  return along / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}

describe('weights', () => {
  it('are averaged from their logarithms, also far from 1', () => {
    const logs = Float64Array.of(-1000, -1001, -Infinity);
    expect(logMeanWeight(logs)).toBeCloseTo(-1000 + Math.log((1 + Math.exp(-1)) / 3), 12);
    expect(logMeanWeight(Float64Array.of(-Infinity, -Infinity))).toBe(-Infinity);
    expect(effectiveSamples(Float64Array.of(5, 5, 5, -Infinity))).toBeCloseTo(3, 12);
  });

  it.each([0.2, 0.5, 0.9])('have a Pareto-k near %f where they are Pareto', (shape) => {
    const shapes = Float64Array.from({ length: 10 }, (_, seed) => {
      const random = createRandom(seed);
      const uniforms = Float64Array.from({ length: 20_000 }, () => random.uniform());
      return paretoShape(uniforms.map((u) => -shape * Math.log1p(-u)));
    });
    expect(Math.abs(spreadOf(shapes).mean - shape)).toBeLessThan(0.08);
  });

  it('warn of a q that is too narrow, and not of one that is wide enough', () => {
    const shapeOf = (sd: number) => {
      const random = createRandom(5);
      const datum = { ...ofPrior, q: { mean: 1, sd } };
      return paretoShape(
        Float64Array.from({ length: 20_000 }, () => logWeightAt(datum, 1 + sd * random.normal())),
      );
    };
    expect(shapeOf(1)).toBeLessThan(0.3);
    expect(shapeOf(0.35)).toBeGreaterThan(0.5);
    expect(paretoShape(new Float64Array(100))).toBeNaN();
  });
});
