/** The VAE's closed-form KL, and log-likelihoods by importance sampling, against known answers. */
import { importanceSampledLogLikelihood } from '../src/inference/importanceWeighting/estimate.ts';
import { linearGaussian } from '../src/inference/importanceWeighting/linearGaussian.fixture.ts';
import { klFromStandardNormal } from '../src/labs/vae/engine/posterior/diagonalPosteriors.ts';
import { createRandom } from '../src/math/random.ts';
import { lower, type Measurement } from './figures.ts';

const KL_SAMPLES = 1e6;
const ROW_SAMPLES = 2000;
const SEEDS = 10;
const WIDENING = 1.3;
const BAR = lower(3, '3 standard errors');

export function measureLikelihood(): Measurement {
  const kl = klError();
  const ratios = Array.from({ length: SEEDS }, (_, seed) => importanceError(seed));
  const worst = Math.max(...ratios);
  const measured = (value: number) => `${value.toFixed(2)} standard errors`;
  return {
    figures: [
      {
        name: 'VAE, closed-form KL against samples',
        atLeast: BAR,
        aim: null,
        value: kl,
        measured: measured(kl),
      },
      {
        name: 'importance-sampled log-likelihood of a linear-Gaussian model, farthest off',
        atLeast: BAR,
        aim: null,
        value: worst,
        measured: measured(worst),
      },
    ],
    run: `${SEEDS} seeds, Node`,
    notes: [
      `Likelihoods: KL from ${KL_SAMPLES} samples of one posterior; importance sampling with ${ROW_SAMPLES} samples per row, 40 rows, proposals ${WIDENING} times as wide as the posterior, the worst of ${SEEDS} seeds.`,
    ],
  };
}

/** Difference from the mean over samples, in standard errors of it. */
function klError(): number {
  const means = Float64Array.of(0.7, -1.4);
  const variances = Float64Array.of(0.3, 0.05);
  const random = createRandom(3);
  let sum = 0;
  let squares = 0;
  for (let s = 0; s < KL_SAMPLES; s++) {
    let value = 0;
    for (let i = 0; i < means.length; i++) {
      const noise = random.normal();
      const x = means[i] + Math.sqrt(variances[i]) * noise;
      value += (x * x - noise * noise - Math.log(variances[i])) / 2;
    }
    sum += value;
    squares += value * value;
  }
  const mean = sum / KL_SAMPLES;
  const error = Math.sqrt((squares / KL_SAMPLES - mean * mean) / KL_SAMPLES);
  return Math.abs(klFromStandardNormal(means, variances, 0, means.length) - mean) / error;
}

function importanceError(seed: number): number {
  const { model, rows, exact, proposals } = linearGaussian(seed);
  const wide = proposals(WIDENING);
  const random = createRandom(seed);
  const estimate = importanceSampledLogLikelihood(model, wide, rows, ROW_SAMPLES, random);
  return Math.abs(estimate.logLikelihood - exact) / estimate.standardError;
}
