/**
 * Proposals for a row whose own ones miss its posterior: population Monte Carlo (Cappé et al. 2008).
 * Draws from far and wide are weighed, a mixture of Gaussians is fitted to those that count, the
 * next draws come from there, and so on. At first too few count to fit anything, so the weights are
 * raised to a power below 1, which nears 1 as the proposals near the posterior.
 */
import type { Random } from '../../math/random.ts';
import {
  applyDials,
  createMixtureWorkspace,
  evaluateMixture,
  type MixtureDials,
  type MixtureParameters,
  maximiseMixture,
} from '../expectationMaximisation/gaussianMixture.ts';
import { kMeansPlusPlus } from '../expectationMaximisation/kMeansPlusPlus.ts';
import { assignSoftly } from '../expectationMaximisation/responsibilities.ts';
import { type LatentMixture, mixtureDraws } from './mixtureProposals.ts';
import { type LatentVariableModel, type Proposals, weighDraws } from './weighedDraws.ts';
import { effectiveSamples } from './weights.ts';

/** First draws are from the prior, wider by this factor: an outlier's latent may lie in its tails. */
const FAR = 2;
/** Fits at most; a row farther out than they reach keeps few effective samples, which is told. */
const ROUNDS = 10;
/** Share of a round's draws that are to count in the fit. */
const COUNTING = 0.25;
/** A folded decoder gives a posterior in a few pieces. */
const COMPONENTS = 4;
const EM_ITERATIONS = 4;
/** Tails of a fit are thinner than those of what it is fitted to. */
const WIDENING = 1.3;
const HALVINGS = 10;
/** Draws of a row lie on a scale of its own; the floor is that share of their variance. */
const FLOOR = 1e-3;

/**
 * @param samples draws in each round
 * @returns the same for whatever row they are asked
 */
export function adaptedProposals(
  model: LatentVariableModel,
  prior: LatentMixture,
  row: number,
  samples: number,
  random: Random,
): Proposals {
  const d = model.latentDimension;
  let proposals = mixtureDraws(d, prior, FAR);
  for (let round = 0; round < ROUNDS; round++) {
    const { latents, logWeights } = weighDraws(model, proposals, row, 1, samples, random);
    const power = countingPower(logWeights, COUNTING * samples);
    const chosen = resample(d, latents, logWeights, power, random);
    proposals = mixtureDraws(d, fitMixture(d, chosen, random), WIDENING);
    if (power === 1) break;
  }
  return proposals;
}

/** The highest power of the weights, at most 1, that leaves `enough` effective samples. */
function countingPower(logWeights: Float64Array, enough: number): number {
  const counts = (power: number) => effectiveSamples(logWeights.map((w) => power * w)) >= enough;
  if (counts(1)) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (counts(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** As many draws as there are, each as often as its weight says (systematic resampling). */
function resample(
  d: number,
  latents: Float64Array,
  logWeights: Float64Array,
  power: number,
  random: Random,
): Float64Array {
  const samples = logWeights.length;
  const most = logWeights.reduce((a, b) => Math.max(a, b));
  const weights = logWeights.map((w) => Math.exp(power * (w - most)));
  const step = weights.reduce((a, b) => a + b) / samples;
  const chosen = new Float64Array(samples * d);
  let at = 0;
  let reached = weights[0];
  const offset = random.uniform();
  for (let s = 0; s < samples; s++) {
    while (reached < (s + offset) * step && at < samples - 1) reached += weights[++at];
    chosen.set(latents.subarray(at * d, (at + 1) * d), s * d);
  }
  return chosen;
}

function fitMixture(d: number, values: Float64Array, random: Random): MixtureParameters {
  const ws = createMixtureWorkspace(values.length / d, COMPONENTS, d);
  const spread = meanVariance(d, values);
  const dials: MixtureDials = {
    weights: 'learned',
    covariances: 'full',
    fixedVariance: spread,
    varianceFloor: Math.max(FLOOR * spread, Number.MIN_VALUE),
  };
  kMeansPlusPlus(values, d, ws.parameters.means, random);
  applyDials(ws, { ...dials, covariances: 'fixed' });
  for (let i = 0; i < EM_ITERATIONS; i++) {
    const status = evaluateMixture(ws, values);
    if (!status.ok)
      throw new Error(`A proposal has no density: the ${status.what} is ${status.value}.`);
    assignSoftly(ws.responsibilities);
    maximiseMixture(ws, values, dials);
  }
  return ws.parameters;
}

/** Of the d coordinates, on average. */
function meanVariance(d: number, values: Float64Array): number {
  const rows = values.length / d;
  let sum = 0;
  for (let i = 0; i < d; i++) {
    let mean = 0;
    for (let n = i; n < values.length; n += d) mean += values[n] / rows;
    for (let n = i; n < values.length; n += d) sum += (values[n] - mean) ** 2 / rows;
  }
  return sum / d;
}
