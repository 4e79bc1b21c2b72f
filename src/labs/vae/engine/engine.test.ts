import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { Autoencoder } from '../../../networks/autoencoder.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { initialParameters } from '../../../networks/initialise.ts';
import { DEFAULT_SHAPE } from '../../../networks/shape.ts';
import { defaultValues } from '../../../settings/values.ts';
import { vae } from '../lab.ts';
import { plainVaeSnapshot } from '../plain.ts';
import { type VaeSettings, vaeTable } from '../settings.ts';
import type { DecodeInspection, ReparameterisationInspection } from '../snapshot.ts';
import { makeVaeDataset } from './data.ts';
import { VaeEngine } from './engine.ts';
import { vaeLogLikelihood } from './likelihood.ts';

const small: VaeSettings = {
  ...defaultValues(vaeTable),
  pointsPerArm: 40,
  hiddenUnits: 20,
};
const engines: { dispose(): void }[] = [];

function engine(change: Partial<VaeSettings> = {}, seed = 1): VaeEngine {
  const settings = { ...small, ...change };
  const made = new VaeEngine({ settings, dataset: makeVaeDataset(settings, seed, null), seed });
  engines.push(made);
  return made;
}

function train(trained: VaeEngine, steps: number): void {
  for (let step = 0; step < steps; step++) {
    const outcome = trained.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    const { total, reconstruction, localKl, globalKl } = outcome.objective;
    expect(globalKl).toBe(0);
    expect(localKl).toBeGreaterThan(0);
    expect(total).toBeCloseTo(reconstruction - localKl, 9);
  }
}

const snapshotOf = (seen: VaeEngine) => seen.snapshot();

beforeAll(async () => {
  await activateBackend('wasm');
});

afterEach(() => {
  for (const made of engines.splice(0)) made.dispose();
});

describe('a run', () => {
  it('raises the bound, and the log-likelihood stays above it', () => {
    const trained = engine();
    const before = trained.evaluate().total;
    train(trained, 300);
    const { total } = trained.evaluate();
    expect(total).toBeGreaterThan(before + 1);
    const { logLikelihood, standardError } = trained.measure();
    // The bound is taken with one draw per point, so it has some luck of its own.
    expect(logLikelihood).toBeGreaterThan(total - 0.2);
    expect(standardError).toBeLessThan(0.05);
  });

  it.each([1, 8])('works with %i latents', (latentDimension) => {
    const trained = engine({ latentDimension });
    train(trained, 5);
    const { latents, deviations, coordinateKl, rowKl } = snapshotOf(trained);
    expect(latents).toHaveLength(200 * latentDimension);
    expect(Math.max(...deviations)).toBeLessThanOrEqual(1);
    const mean = rowKl.reduce((a, b) => a + b) / 200;
    expect(coordinateKl.reduce((a, b) => a + b)).toBeCloseTo(mean, 4);
  });

  it('raises the bound with a full covariance, whose KL is more than its coordinates by themselves', () => {
    const trained = engine({ posterior: 'full' });
    const before = trained.evaluate().total;
    train(trained, 300);
    expect(trained.evaluate().total).toBeGreaterThan(before + 1);
    const { factors, deviations, latents, rowKl, coordinateKl } = snapshotOf(trained);
    if (!factors) throw new Error('A full posterior has factors.');
    let correlated = 0;
    for (let n = 0; n < 200; n++) {
      const [a, zero, b, c] = factors.subarray(4 * n, 4 * n + 4);
      expect(zero).toBe(0);
      expect(deviations[2 * n + 1]).toBeCloseTo(Math.hypot(b, c), 5);
      const [x, y] = latents.subarray(2 * n, 2 * n + 2);
      const kl = (a * a + b * b + c * c + x * x + y * y) / 2 - 1 - Math.log(a * c);
      expect(rowKl[n]).toBeCloseTo(kl, 4);
      if (Math.abs(b) > 0.05 * Math.hypot(b, c)) correlated += 1;
    }
    expect(correlated).toBeGreaterThan(100);
    const mean = rowKl.reduce((a, b) => a + b) / 200;
    expect(mean).toBeGreaterThan(coordinateKl.reduce((a, b) => a + b) + 0.001);
    const again = engine({ posterior: 'full' });
    again.load(trained.save());
    expect(snapshotOf(again).factors).toEqual(factors);
  });

  it('raises the importance-weighted bound, which lies between the ELBO and log p', () => {
    const trained = engine({ objective: 'iwae', importanceSamples: 10 });
    const before = trained.evaluate();
    train(trained, 200);
    const after = trained.evaluate();
    expect(after.iwae10).toBeGreaterThan(before.iwae10 + 1);
    expect(after.iwae10).toBeGreaterThan(after.total);
    // Both are estimates from draws of their own.
    const { logLikelihood } = trained.measure();
    expect(Number(logLikelihood)).toBeGreaterThan(after.iwae10 - 0.05);
  });

  it('changes its objective while it trains; each number of draws has a bound of its own', () => {
    const trained = engine();
    const terms = (change: Partial<VaeSettings>) => {
      trained.updateSettings({ ...small, ...change });
      const outcome = trained.train();
      return outcome.ok ? Object.keys(outcome.objective) : [];
    };
    expect(terms({})).not.toContain('iwae10');
    expect(terms({ objective: 'iwae' })).toContain('iwae10');
    expect(terms({ objective: 'iwae-dreg', importanceSamples: 3 })).toContain('iwae3');
    expect(Object.keys(trained.evaluate())).toContain('iwae3');
    expect(terms({})).not.toContain('iwae3');
  });

  it('measures the gradient of the encoder by each estimator, in parts as in one', () => {
    const trained = engine();
    train(trained, 50);
    const before = trained.save();
    const ask = (from: number, count: number) => {
      const answer = trained.inspect({ kind: 'gradientSpread', from, count });
      if (answer.kind !== 'gradientSpread') throw new Error(answer.kind);
      return answer;
    };
    const whole = ask(0, 30);
    expect(whole).toMatchObject({ rows: 100, draws: 10, repeats: 30 });
    const [first, second] = [ask(0, 10), ask(10, 20)];
    whole.estimators.forEach(({ squares }, i) => {
      const parts = first.estimators[i].squares + second.estimators[i].squares;
      expect(parts / squares).toBeCloseTo(1, 9);
    });
    // A score without a baseline is the noisiest by far.
    const [, , leaveOneOut, score] = whole.estimators.map(({ squares }) => squares);
    expect(score).toBeGreaterThan(3 * leaveOneOut);
    expect(trained.save()).toEqual(before);
    trained.updateSettings({ ...small, objective: 'iwae', importanceSamples: 5 });
    expect(ask(0, 1).estimators.map(({ id }) => id)).toContain('iwae-dreg');
    expect(() => ask(-1, 1)).toThrow(/counted from 0/);
    expect(() => ask(0, 1000)).toThrow(/1 to 50/);
  });

  it('learns pictures', () => {
    const trained = engine({ dataset: 'shapes', picturesPerShape: 20, pixels: 6 });
    const before = trained.evaluate().total;
    train(trained, 50);
    expect(trained.evaluate().total).toBeGreaterThan(before + 5);
    expect(snapshotOf(trained)).toMatchObject({ pixels: 6, dataDimension: 36, rows: 80 });
  });

  it('learns binary pictures, whose log-likelihoods are those of probabilities', () => {
    const settings = {
      dataset: 'shapes',
      decoder: 'bernoulli',
      picturesPerShape: 20,
      pixels: 6,
    } as const;
    const { values } = makeVaeDataset({ ...small, ...settings }, 1, null);
    expect(new Set(values)).toEqual(new Set([0, 1]));
    const trained = engine(settings);
    const before = trained.evaluate().total;
    train(trained, 150);
    const { total } = trained.evaluate();
    expect(total).toBeGreaterThan(before + 3);
    trained.setView({ samples: 5 });
    const { reconstructions, samples, rowGain } = snapshotOf(trained);
    expect(Math.min(...reconstructions)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...reconstructions)).toBeLessThanOrEqual(1);
    expect([...(samples?.data ?? [])].every((pixel) => pixel === 0 || pixel === 1)).toBe(true);
    expect(rowGain.reduce((a, b) => a + b)).toBeGreaterThan(0);
    const { logLikelihood, approximationGap, amortisationGap } = trained.measure();
    expect(logLikelihood).toBeGreaterThan(total - 0.2);
    expect(logLikelihood).toBeLessThan(0);
    expect(Math.min(approximationGap, amortisationGap)).toBeGreaterThan(0);
  });

  it('gives up its latents when beta turns large while it trains', () => {
    const trained = engine();
    train(trained, 100);
    const before = trained.evaluate().localKl;
    trained.updateSettings({ ...small, klWeight: 20 });
    train(trained, 200);
    expect(trained.evaluate().localKl).toBeLessThan(before / 3);
  });

  it('says what may help when numbers break down', () => {
    const broken = engine();
    broken.load({ ...broken.save(), step: 1376 });
    broken.breakDown();
    expect(broken.train()).toMatchObject({
      ok: false,
      breakdown: {
        step: 1377,
        message: expect.stringMatching(/^Training stopped at step 1,377: .* came out as NaN/),
        suggestedSettings: { learningRate: 0.0033 },
      },
    });
    expect(broken.step).toBe(1376);
  });
});

describe('looking closer', () => {
  it('decodes a walk in latent space', () => {
    const trained = engine();
    const latents = [0, 0, 1, -1];
    const { mean, variance } = trained.inspect({ kind: 'decode', latents }) as DecodeInspection;
    expect([mean.length, variance.length]).toEqual([4, 4]);
    expect(() => trained.inspect({ kind: 'decode', latents: [1] })).toThrow(/latents of 2/);
    expect(() => trained.inspect({ kind: 'decode', latents: [1, Number.NaN] })).toThrow(/NaN/);
  });

  it('shows the reparameterisation trick with gradients that finite differences confirm', () => {
    const trained = engine();
    train(trained, 20);
    const query = { kind: 'reparameterisation', row: 3, draw: 1 } as const;
    const seen = trained.inspect(query) as ReparameterisationInspection;
    const { mean, deviation, noise, sample, decoded, observation } = seen;
    sample.forEach((x, i) => {
      expect(x).toBeCloseTo(mean[i] + deviation[i] * noise[i], 12);
    });
    const density = observation.reduce((sum, y, j) => {
      const [m, v] = [decoded.mean[j], decoded.variance[j]];
      return sum - (Math.log(2 * Math.PI * v) + (y - m) ** 2 / v) / 2;
    }, 0);
    expect(seen.logLikelihood).toBeCloseTo(density, 4);
    const logLikelihoodAt = (latents: number[]) => {
      const at = trained.inspect({ kind: 'decode', latents }) as DecodeInspection;
      return observation.reduce((sum, y, j) => {
        const error = y - at.mean[j];
        return sum - (Math.log(at.variance[j]) + (error * error) / at.variance[j]) / 2;
      }, 0);
    };
    const h = 0.01;
    const slope =
      (logLikelihoodAt([sample[0] + h, sample[1]]) - logLikelihoodAt([sample[0] - h, sample[1]])) /
      (2 * h);
    expect(Math.abs(seen.gradients.sample[0] / slope - 1)).toBeLessThan(0.05);
    expect(seen.gradients.mean[0]).toBeCloseTo(seen.gradients.sample[0] - mean[0], 10);
    expect(trained.inspect(query)).toEqual(seen);
    expect(() => trained.inspect({ ...query, row: -1 })).toThrow(/no row -1/);
  });

  it('says what latents buy: beyond the best without any, and nothing once they have collapsed', () => {
    const mean = (values: Float32Array) =>
      values.reduce((sum, value) => sum + value) / values.length;
    const trained = engine();
    train(trained, 300);
    const { rowGain, rowKl } = snapshotOf(trained);
    expect(mean(rowGain)).toBeGreaterThan(mean(rowKl));
    const collapsed = engine({ klWeight: 20 });
    train(collapsed, 600);
    expect(Math.abs(mean(snapshotOf(collapsed).rowGain))).toBeLessThan(0.15);
  });

  it('draws from the prior when asked', () => {
    const trained = engine();
    expect(snapshotOf(trained).samples).toBeNull();
    trained.setView({ samples: 30 });
    const first = snapshotOf(trained).samples;
    expect(first?.data).toHaveLength(60);
    trained.setView({ samples: 30, sampleDraw: 1 });
    expect(snapshotOf(trained).samples?.latents).not.toEqual(first?.latents);
    trained.setView({ samples: 30 });
    expect(snapshotOf(trained).samples).toEqual(first);
  });

  it('decodes the plane the prior lives in, in the dimensions asked for', () => {
    const trained = engine({ latentDimension: 3 });
    trained.setView({ gridLines: 3, gridX: 2, gridY: 0 });
    const { grid } = snapshotOf(trained);
    expect(grid?.coordinates).toEqual([-3, 0, 3]);
    const { mean } = trained.inspect({ kind: 'decode', latents: [-3, 0, 3] }) as DecodeInspection;
    expect(grid?.points.subarray(4, 6)).toEqual(mean);
  });

  it('trains without a KL, as an autoencoder does', () => {
    const trained = engine({ klWeight: 0 });
    train(trained, 300);
    expect(trained.evaluate().localKl).toBeGreaterThan(4);
  });
});

describe('the log-likelihood', () => {
  it('is the known one of a linear model, within 3 standard errors', () => {
    // Affine networks without slopes of their variance: y = W x + b + N(0, v I).
    const shape = { ...DEFAULT_SHAPE, hiddenLayers: 0, residual: 'none' } as const;
    const parameters = initialParameters(shape, createRandom(2)).fill(0);
    const networks = new Autoencoder(shape, parameters);
    engines.push(networks);
    const { encoder, decoder } = networks.layout;
    const [weights, bias] = [decoder.layers[0].weights, decoder.layers[0].bias];
    // Columns 0 and 1 are the mean, 2 and 3 the log-variance; rows are the latents.
    const W = [1.5, 0.4, -0.3, 0.8];
    [0, 1, 4, 5].forEach((place, i) => {
      parameters[weights.offset + place] = W[i];
    });
    parameters.set([0.5, -1, 0, 0], bias.offset);
    // The encoder's potential is about as precise as the data make it.
    parameters.set([0, 0, 1, 1], encoder.layers[0].bias.offset);
    parameters.set([0.6, 0, 0, 0, 0, 0.6, 0, 0], encoder.layers[0].weights.offset);
    networks.setParameters(parameters);

    const values = Float32Array.from({ length: 60 }, (_, i) => 2 * Math.sin(i * i));
    const a = W[0] ** 2 + W[2] ** 2 + 1;
    const b = W[0] * W[1] + W[2] * W[3];
    const c = W[1] ** 2 + W[3] ** 2 + 1;
    const det = a * c - b * b;
    let exact = 0;
    for (let n = 0; n < 30; n++) {
      const [x, y] = [values[2 * n] - 0.5, values[2 * n + 1] + 1];
      const distance = (c * x * x - 2 * b * x * y + a * y * y) / det;
      exact -= (2 * Math.log(2 * Math.PI) + Math.log(det) + distance) / 2 / 30;
    }
    const estimate = vaeLogLikelihood(networks, values, 4000, createRandom(5));
    expect(estimate.standardError).toBeLessThan(0.02);
    expect(Math.abs(estimate.logLikelihood - exact)).toBeLessThan(3 * estimate.standardError);
  });
});

it('has a probe to place and nothing else to edit, and figures', () => {
  expect(() => vae.parseEdit({ kind: 'moveMean' })).toThrow(/must be one of placeProbe, not/);
  expect(() => vae.parseEdit({ kind: 'placeProbe', latent: [1, 101] })).toThrow(/at most 100/);
  expect(() => vae.parseEdit({ kind: 'placeProbe', latent: [] })).toThrow(/must have a number/);
  const trained = engine();
  const plain = plainVaeSnapshot(snapshotOf(trained), makeVaeDataset(small, 1, null));
  expect([plain.latents.length, plain.deviations[3].length]).toEqual([200, 2]);
  const figures = trained.measure();
  expect(figures).toMatchObject({ importanceSamples: 200, logLikelihood: expect.any(Number) });
});
