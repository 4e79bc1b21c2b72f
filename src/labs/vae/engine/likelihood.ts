import {
  gaussianProposals,
  importanceSampledLogLikelihood,
  type LogLikelihoodEstimate,
} from '../../../inference/importanceWeighting/estimate.ts';
import type { Proposals } from '../../../inference/importanceWeighting/weighedDraws.ts';
import { diagonal } from '../../../math/diagonal.ts';
import type { Random } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { decoderLogLikelihoods } from '../../../svae/decoderDensity.ts';
import { posteriorsOf } from './posterior/posteriors.ts';

/** Proposals wider than q(x), which is thinner than the posterior and often has one piece of it. */
const WIDENING = 1.5;

/**
 * log p(y) of rows under a VAE, by importance sampling around each q(x); a row that this misses is looked
 * for from the prior.
 *
 * @param values N x D
 * @param samples S, per row
 * @param proposals absent: q(x) of each row, wider
 */
export function vaeLogLikelihood(
  networks: Autoencoder,
  values: Float32Array,
  samples: number,
  random: Random,
  proposals = aroundEncoded(networks, values),
): LogLikelihoodEstimate {
  const { dataDimension: D, latentDimension: d } = networks.shape;
  const model = {
    latentDimension: d,
    logPrior(latents: Float64Array, count: number, out: Float64Array) {
      for (let s = 0; s < count; s++) {
        let squares = 0;
        for (let i = 0; i < d; i++) squares += latents[s * d + i] ** 2;
        out[s] = -(d * Math.log(2 * Math.PI) + squares) / 2;
      }
    },
    logLikelihood(
      from: number,
      count: number,
      each: number,
      latents: Float64Array,
      out: Float64Array,
    ) {
      const targets = values.subarray(from * D, (from + count) * D);
      decoderLogLikelihoods(networks, latents, targets, each, out);
    },
  };
  const prior = { weights: [1], means: new Float64Array(d), covariances: diagonal(d, () => 1) };
  return importanceSampledLogLikelihood(
    model,
    proposals,
    values.length / D,
    samples,
    random,
    prior,
  );
}

/** q(x) of each row, wider. */
function aroundEncoded(networks: Autoencoder, values: Float32Array): Proposals {
  const { dataDimension: D, latentDimension: d } = networks.shape;
  const posteriors = posteriorsOf(networks, values, values.length / D);
  const factors = posteriors.covarianceFactors().map((value) => WIDENING * value);
  return gaussianProposals(d, posteriors.means, factors);
}
