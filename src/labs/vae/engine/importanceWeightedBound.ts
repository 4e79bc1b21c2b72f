import { logMeanWeight } from '../../../inference/importanceWeighting/weights.ts';
import { fillNormal, forkRandom, type Random } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { decoderLogLikelihoods } from '../../../svae/decoderDensity.ts';
import type { TrainingData } from '../../../svae/trainer.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import { iwaeKey } from '../objective.ts';
import { type Posteriors, posteriorsOf } from './posterior/posteriors.ts';

/** Latents decoded for one bound: where all rows need more, fewer rows are taken, evenly. */
const MOST_LATENTS = 100_000;
/** Latents in memory at a time. */
const CHUNK = 5000;

/** The importance-weighted bound of a data set, and the ELBO from the same draws. */
export class ImportanceWeightedBound {
  private readonly data: TrainingData;
  private readonly seed: number;

  constructor(data: TrainingData, seed: number) {
    this.data = data;
    this.seed = seed;
  }

  /**
   * Per datum in nats: the bound under its own key, and the ELBO with its parts. The noise depends on
   * the seed alone, so two bounds with the same K differ only where the models differ.
   *
   * @param draws K
   */
  evaluate(networks: Autoencoder, draws: number): ObjectiveTerms {
    const { data, seed } = this;
    const D = data.dimension;
    const rows = Math.max(1, Math.min(data.rows, Math.floor(MOST_LATENTS / draws)));
    const atOnce = Math.max(1, Math.floor(CHUNK / draws));
    const random = forkRandom(seed, 'importance-weighted bound');
    let bound = 0;
    let logLikelihood = 0;
    let kl = 0;
    for (let from = 0; from < rows; from += atOnce) {
      const count = Math.min(atOnce, rows - from);
      const values = new Float32Array(count * D);
      for (let n = 0; n < count; n++) {
        const row = Math.floor(((from + n) * data.rows) / rows);
        values.set(data.values.subarray(row * D, (row + 1) * D), n * D);
      }
      const local = posteriorsOf(networks, values, count);
      const logWeights = drawWeights(networks, local, values, draws, random);
      for (let n = 0; n < count; n++) bound += logMeanWeight(logWeights.all, n * draws, draws);
      logLikelihood += logWeights.logLikelihood;
      kl += local.localKl;
    }
    const reconstruction = logLikelihood / rows;
    const localKl = kl / rows;
    return {
      total: reconstruction - localKl,
      reconstruction,
      localKl,
      globalKl: 0,
      [iwaeKey(draws)]: bound / rows,
    };
  }
}

/** Logarithms of the importance weights of `draws` draws for each row, and the mean log-likelihood of a row's draws, summed over rows. */
function drawWeights(
  networks: Autoencoder,
  local: Posteriors,
  values: Float32Array,
  draws: number,
  random: Random,
): { readonly all: Float64Array; readonly logLikelihood: number } {
  const noise = new Float64Array(local.means.length * draws);
  fillNormal(random, noise);
  const { samples, logRatios } = local.drawSeveral(noise, draws);
  const all = new Float64Array(logRatios.length);
  decoderLogLikelihoods(networks, samples, values, draws, all);
  let logLikelihood = 0;
  for (let at = 0; at < all.length; at++) {
    logLikelihood += all[at] / draws;
    all[at] += logRatios[at];
  }
  return { all, logLikelihood };
}
