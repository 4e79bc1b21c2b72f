import {
  createMixtureWorkspace,
  evaluateMixture,
  type MixtureWorkspace,
} from '../../../inference/expectationMaximisation/gaussianMixture.ts';
import {
  importanceSampledLogLikelihood,
  type LogLikelihoodEstimate,
} from '../../../inference/importanceWeighting/estimate.ts';
import {
  type LatentMixture,
  mixtureProposals,
} from '../../../inference/importanceWeighting/mixtureProposals.ts';
import type { Random } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { decoderLogLikelihoods } from '../../../svae/decoderDensity.ts';
import type { ClusterSummary } from '../snapshot.ts';

/** Proposals wider than potential times mixture: the encoder tends to be too sure of itself. */
const WIDENING = 1.3;
/** A cluster that weighs less adds nothing that an estimate could show; leaving it out saves time. */
const LEAST_WEIGHT = 1e-5;

/**
 * log p(y) of rows under an SVAE-GMM at its expected weights, means and precisions, by importance
 * sampling. Proposals are each row's potential times the mixture, not the q(x) of mean field: that
 * settles for one cluster and misses what the others hold. Outliers, whose potentials lie beside
 * their posteriors, are looked for from the prior.
 *
 * @param values M x D
 * @param samples S, per row
 */
export function svaeLogLikelihood(
  networks: Autoencoder,
  clusters: readonly ClusterSummary[],
  values: Float32Array,
  samples: number,
  random: Random,
): LogLikelihoodEstimate {
  const { dataDimension: D, latentDimension: d } = networks.shape;
  const rows = values.length / D;
  const used = clusters.filter(({ weight }) => weight >= LEAST_WEIGHT);
  const prior: LatentMixture = {
    weights: used.map(({ weight }) => weight),
    means: used.flatMap(({ mean }) => mean),
    covariances: used.flatMap(({ covariance }) => covariance),
  };
  const { precision, linear } = networks.potentials(values, rows);
  const proposals = mixtureProposals(d, prior, precision.slice(), linear.slice(), WIDENING);
  const model = {
    latentDimension: d,
    logPrior: mixtureDensity(d, prior),
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
  return importanceSampledLogLikelihood(model, proposals, rows, samples, random, prior);
}

/** log p(x) of latents; keeps its memory from call to call. */
function mixtureDensity(d: number, { weights, means, covariances }: LatentMixture) {
  let workspace: MixtureWorkspace | null = null;
  return (latents: Float64Array, count: number, out: Float64Array): void => {
    if (workspace?.responsibilities.rows !== count) {
      workspace = createMixtureWorkspace(count, weights.length, d);
      workspace.parameters.weights.set(weights);
      workspace.parameters.means.set(means);
      workspace.parameters.covariances.set(covariances);
    }
    const status = evaluateMixture(workspace, latents);
    if (!status.ok) {
      throw new Error(`The clusters have no densities: the ${status.what} is ${status.value}.`);
    }
    for (let s = 0; s < count; s++) out[s] = workspace.responsibilities.logEvidence[s];
  };
}
