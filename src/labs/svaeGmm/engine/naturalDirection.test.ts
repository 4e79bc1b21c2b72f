import { expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../../math/random.ts';
import { defaultValues } from '../../../settings/values.ts';
import { naturalDirection } from '../../../svae/naturalGradient.ts';
import { svaeGmmTable } from '../settings.ts';
import { Mixture } from './mixture.ts';

const N = 12;
const d = 2;
const settings = { ...defaultValues(svaeGmmTable), clusters: 3, priorScale: 4 };
const mixture = new Mixture(settings, N);
const random = createRandom(4);
const normals = (length: number) => {
  const out = new Float64Array(length);
  fillNormal(random, out);
  return out;
};
const noise = normals(N * d);
const linear = normals(N * d).map((value) => 3 * value);
const precision = normals(N * d).map((value) => Math.exp(value));
/** Stands for the decoder: the reconstruction is a weighted sum of the samples. */
const weights = normals(N * d);
const guesses = (scale: number) =>
  [-1, 0, 1].map((x) => ({ mean: [scale * x, scale * x * x], count: 4 * scale }));
const natural = mixture.globals.fromGuesses(guesses(1));
const rows = Int32Array.from({ length: N }, (_, n) => n);

function infer(eta: Float64Array) {
  const expected = new Float64Array(eta.length);
  mixture.expectedStatistics(eta, expected);
  const request = { potentials: { precision, linear }, expected, noise, rows, sequenceLength: 1 };
  // Warm starts carry each call closer to the fixed point, slowly for a point between clusters.
  for (let i = 0; i < 300; i++) mixture.infer(request);
  return { local: mixture.infer(request), expected };
}

/** The objective of all data in nats. */
function objective(eta: Float64Array, klWeight: number): number {
  const { local } = infer(eta);
  const reconstruction = local.samples.reduce((sum, x, i) => sum + weights[i] * x, 0);
  return reconstruction - klWeight * (local.localKl + mixture.globalKl(eta));
}

it.each([1, 0.3])(
  'is the natural gradient of the whole objective when full, at KL weight %s',
  (klWeight) => {
    const { local } = infer(natural);
    const { dExpected } = local.backward({
      dSamples: weights.map((weight) => -weight / N),
      dLocalKl: klWeight / N,
    });
    const direction = new Float64Array(natural.length);
    naturalDirection(
      {
        natural,
        prior: mixture.prior,
        statistics: local.statistics,
        dExpected,
        dataRows: N,
        batchRows: N,
        klWeight,
        fullNaturalGradient: true,
      },
      direction,
    );
    // Along any way through eta, the slope is the way of mu times the natural gradient.
    const target = mixture.globals.fromGuesses(guesses(1.5));
    const h = 1e-4;
    const at = (t: number) => natural.map((eta, i) => eta + t * (target[i] - eta));
    const slope = (objective(at(h), klWeight) - objective(at(-h), klWeight)) / (2 * h);
    const [ahead, behind] = [infer(at(h)).expected, infer(at(-h)).expected];
    let predicted = 0;
    for (let i = 0; i < direction.length; i++) {
      predicted += (klWeight * direction[i] * (ahead[i] - behind[i])) / (2 * h);
    }
    expect(Math.abs(slope)).toBeGreaterThan(0.1);
    expect(predicted / slope).toBeCloseTo(1, 4);
  },
);
