/**
 * One whole training step, from the data through encoder, inference, sampler and decoder and back,
 * against finite differences of the objective it moves along.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../math/random.ts';
import { Autoencoder } from '../networks/autoencoder.ts';
import { activateBackend } from '../networks/backend.ts';
import { initialParameters } from '../networks/initialise.ts';
import type { AutoencoderShape } from '../networks/shape.ts';
import { defaultValues } from '../settings/values.ts';
import type { GraphicalModel } from '../svae/graphicalModel.ts';
import { Trainer } from '../svae/trainer.ts';
import { Mixture } from './svaeGmm/engine/mixture.ts';
import { svaeGmmTable } from './svaeGmm/settings.ts';
import { LinearDynamics } from './svaeLds/engine/dynamics.ts';
import { svaeLdsTable } from './svaeLds/settings.ts';
import { StandardNormal } from './vae/engine/posterior/standardNormal.ts';

const N = 24;
const KL_WEIGHT = 0.7;
const NATURAL_STEP = 0.01;
const shape: AutoencoderShape = {
  dataDimension: 2,
  latentDimension: 2,
  hiddenLayers: 1,
  hiddenUnits: 6,
  activation: 'tanh',
  residual: 'partial-isometry',
  decoderResidual: 'transpose',
  weights: 'fan-in',
  encoderInputScale: 1,
  decoderInputScale: 1,
  initialLogPrecision: 0,
  initialLogVariance: 0,
  decoderMean: 'identity',
};
const normals = (length: number, seed: number) => {
  const values = new Float64Array(length);
  fillNormal(createRandom(seed), values);
  return values;
};
const data = {
  rows: N,
  dimension: 2,
  values: Float32Array.from(normals(2 * N, 1), (value, i) => value + (i % 6 < 2 ? 4 : -2)),
};
const start = initialParameters(shape, createRandom(2));

const MODELS: Readonly<Record<string, readonly [make: () => GraphicalModel, length: number]>> = {
  mixture: [() => new Mixture({ ...defaultValues(svaeGmmTable), clusters: 3 }, N), 1],
  'linear dynamical system': [
    () => new LinearDynamics({ ...defaultValues(svaeLdsTable), latentDimension: 2 }, data),
    8,
  ],
  'standard normal': [() => new StandardNormal(2), 1],
};

beforeAll(async () => {
  await activateBackend('cpu');
});

describe.each(Object.keys(MODELS))('a step with a %s', (name) => {
  const [make, sequenceLength] = MODELS[name];
  const encodings = () => Float64Array.from(data.values);
  const natural = make().initialise(encodings, createRandom(3));

  /** One step of all rows from here; nothing but the globals moves. */
  function step(parameters: Float32Array, eta: Float64Array) {
    const trainer = new Trainer({
      model: make(),
      networks: new Autoencoder(shape, parameters),
      parameters: parameters.slice(),
      natural: eta.slice(),
      data,
      seed: 5,
      options: {
        learningRate: 0,
        naturalStep: NATURAL_STEP,
        klWeight: KL_WEIGHT,
        fullNaturalGradient: true,
        gradientClip: Number.POSITIVE_INFINITY,
      },
      batchRows: N,
      sequenceLength,
    });
    expect(trainer.train()).toEqual({ ok: true });
    const { reconstruction, localKl, globalKl } = trainer.batchBound;
    trainer.networks.dispose();
    return { trainer, objective: reconstruction - KL_WEIGHT * (localKl + globalKl) };
  }

  it('sends networks along the gradient', () => {
    const { arrays } = step(start, natural).trainer.save();
    // Adam's first moment after one step is a tenth of the gradient of what it lowers.
    const gradient = arrays.adam.slice(1, 1 + start.length).map((moment) => -10 * moment);
    for (const seed of [7, 8, 9]) {
      const way = normals(start.length, seed);
      const along = (h: number) =>
        step(
          start.map((value, i) => value + h * way[i]),
          natural,
        ).objective;
      const slope = (along(0.005) - along(-0.005)) / 0.01;
      const predicted = gradient.reduce((sum, value, i) => sum + value * way[i], 0);
      expect(Math.abs(predicted - slope)).toBeLessThan(0.01 * Math.hypot(...gradient));
    }
  });

  it('sends globals along the natural gradient', () => {
    if (natural.length === 0) return;
    const model = make();
    const moved = step(start, natural).trainer.natural;
    const direction = moved.map((eta, i) => (eta - natural[i]) / NATURAL_STEP);
    const at = (h: number) => natural.map((eta, i) => eta + h * direction[i]);
    const mean = (eta: Float64Array) => {
      const out = new Float64Array(eta.length);
      model.expectedStatistics(eta, out);
      return out;
    };
    const h = 0.01;
    const slope = (step(start, at(h)).objective - step(start, at(-h)).objective) / (2 * h);
    // Along a way through eta, the slope is the way of mu times the natural gradient.
    const [ahead, behind] = [mean(at(h)), mean(at(-h))];
    const predicted = direction.reduce(
      (sum, value, i) => sum + ((KL_WEIGHT / N) * value * (ahead[i] - behind[i])) / (2 * h),
      0,
    );
    expect(predicted).toBeGreaterThan(0);
    expect(predicted / slope).toBeCloseTo(1, 2);
  });
});
