import {
  importanceSampledLogLikelihood,
  type LogLikelihoodEstimate,
} from '../../../inference/importanceWeighting/estimate.ts';
import type { Random } from '../../../math/random.ts';
import { densitiesAt, type MixtureDensity } from './measures.ts';

/** Share of the weights in a proposal; the rest is the row's responsibilities. */
const PRIOR_SHARE = 0.1;

/**
 * log p of rows under a mixture by the estimator that models with networks need, though it is known
 * exactly (`densityOf`): the same measure for all, and a check of it. The latent is the cluster.
 *
 * @param values M x D
 * @param samples S, per row
 */
export function mixtureLogLikelihood(
  density: MixtureDensity,
  values: Float32Array,
  samples: number,
  random: Random,
): LogLikelihoodEstimate {
  const { weights } = density.parameters;
  const seen = densitiesAt(density, Float64Array.from(values)).responsibilities;
  const { rows, components: K, logJoint, posterior } = seen;
  const share = (row: number, k: number) =>
    (1 - PRIOR_SHARE) * posterior[row * K + k] + PRIOR_SHARE * weights[k];
  return importanceSampledLogLikelihood(
    {
      latentDimension: 1,
      logPrior(clusters, count, out) {
        for (let s = 0; s < count; s++) out[s] = Math.log(weights[clusters[s]]);
      },
      logLikelihood(from, count, each, clusters, out) {
        for (let s = 0; s < count * each; s++) {
          const row = from + Math.floor(s / each);
          out[s] = logJoint[row * K + clusters[s]] - Math.log(weights[clusters[s]]);
        }
      },
    },
    {
      draw(row, generator, out, at) {
        let left = generator.uniform();
        let chosen = 0;
        let density = 0;
        for (let k = 0; k < K && left >= 0; k++) {
          const next = share(row, k);
          if (next === 0) continue;
          chosen = k;
          density = next;
          left -= next;
        }
        out[at] = chosen;
        return Math.log(density);
      },
    },
    rows,
    samples,
    random,
  );
}
