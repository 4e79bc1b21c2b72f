/**
 * How far the ELBO of one observation is below its log-likelihood, and why (Cremer et al. 2018; lecture
 * notes 9.6.4):
 *
 *   log p(y) - ELBO(q of the encoder) = approximation gap + amortisation gap,
 *
 * with the best Gaussian for this observation alone between the two. d latent dimension, D data
 * dimension; figures in nats.
 */
import {
  type ExpectationRule,
  hermiteRule,
  matchedRule,
  planeRule,
} from '../../../../inference/gaussianFit/expectationRule.ts';
import {
  climb,
  type Family,
  type Gaussian,
  GaussianFit,
  type LatentLikelihood,
} from '../../../../inference/gaussianFit/gaussianFit.ts';
import {
  gaussianProposals,
  type LogLikelihoodEstimate,
} from '../../../../inference/importanceWeighting/estimate.ts';
import { adaptiveCubature, type Cubature } from '../../../../math/adaptiveCubature.ts';
import { forkRandom, type Random } from '../../../../math/random.ts';
import type { Autoencoder } from '../../../../networks/autoencoder.ts';
import { decoderLogLikelihoods } from '../../../../svae/decoderDensity.ts';
import type { PosteriorDensity } from '../../snapshot.ts';
import { vaeLogLikelihood } from '../likelihood.ts';
import { posteriorsOf } from '../posterior/posteriors.ts';

/** Gauss-Hermite nodes of an expectation under q on a line, and in each direction of a plane. */
const LINE_NODES = 48;
const PLANE_NODES = 20;
/** With more latent dimensions: pairs of draws that q climbs by, and others that it is judged by. */
const CLIMBING_PAIRS = 128;
const JUDGING_PAIRS = 1024;

/** Proposals wider than the best Gaussian, whose tails are thinner than those of the posterior. */
const WIDENING = 1.2;

/** Where the prior or the likelihood may have mass, in standard deviations of the prior. */
const REACH = 8;
const CELLS = 24;
const TOLERANCE = 1e-4;

/** How finely the posterior is drawn, and how many of its deviations around its mean. */
const DRAWN_CELLS = 72;
const DRAWN_REACH = 4.5;

/** One observation under the networks as they are now. */
export class RowGap {
  private readonly networks: Autoencoder;
  private readonly target: Float32Array;
  private readonly dimension: number;
  private readonly seed: number;
  private tiled = new Float32Array(0);

  /** @param target D: the observation */
  constructor(networks: Autoencoder, target: Float32Array, seed: number) {
    this.networks = networks;
    this.target = target;
    this.dimension = networks.shape.latentDimension;
    this.seed = seed;
  }

  get isLine(): boolean {
    return this.dimension === 1;
  }

  /** q of the encoder. */
  encoded(): Gaussian {
    const posterior = posteriorsOf(this.networks, this.target, 1);
    return { mean: posterior.means, factor: posterior.covarianceFactors() };
  }

  /** A climb of q from `start`. */
  fit(family: Family, start: Gaussian, radius?: number): GaussianFit {
    return new GaussianFit(
      this.likelihood,
      this.rule('climb', CLIMBING_PAIRS),
      family,
      start,
      radius,
    );
  }

  /** The ELBO of q: by quadrature up to two dimensions, and by draws that q was not fitted to beyond. */
  elbo(q: Gaussian): number {
    return new GaussianFit(this.likelihood, this.rule('judge', JUDGING_PAIRS), 'full', q).bound;
  }

  /**
   * log p(y) by importance sampling: around the encoder's q, and with more than two dimensions, where
   * nothing else tells it, around the best Gaussian that may be correlated.
   */
  sample(samples: number, random: Random): LogLikelihoodEstimate {
    const { networks, target, dimension: d } = this;
    if (d <= 2) return vaeLogLikelihood(networks, target, samples, random);
    const { mean, factor } = climb(this.fit('full', this.encoded())).gaussian;
    const wider = factor.map((value) => WIDENING * value);
    return vaeLogLikelihood(networks, target, samples, random, gaussianProposals(d, mean, wider));
  }

  /** log p(y) and the moments of p(x | y) by quadrature; null where there are more than two dimensions. */
  integrate(): Cubature | null {
    const d = this.dimension;
    if (d > 2) return null;
    const { mean, factor } = this.encoded();
    const at = Array.from(mean);
    const width = at.map((_, i) => Math.hypot(...factor.subarray(i * d, (i + 1) * d)));
    // Without a KL nothing holds latents near the prior: the box has to hold those, too.
    const reach = Math.max(...at.map((place) => REACH + 2 * Math.abs(place)));
    return adaptiveCubature((points, count, out) => this.logJoint(points, count, out), {
      dimension: d as 1 | 2,
      low: at.map(() => -reach),
      high: at.map(() => reach),
      cells: CELLS * (d === 1 ? 2 : 1),
      peak: { at, width },
      tolerance: TOLERANCE,
    });
  }

  /** The exact posterior on a lattice that also holds `q`; null where the latent space is no plane. */
  density(moments: Cubature | null, q: Gaussian): PosteriorDensity | null {
    if (this.dimension !== 2 || moments === null) return null;
    const [x, y] = [0, 1].map((i) => {
      const deviation = Math.hypot(q.factor[2 * i], q.factor[2 * i + 1]);
      const [low, high] = [
        [moments.mean[i], moments.deviation[i]],
        [q.mean[i], deviation],
      ].reduce(
        ([least, most], [at, spread]) => [
          Math.min(least, at - DRAWN_REACH * spread),
          Math.max(most, at + DRAWN_REACH * spread),
        ],
        [Infinity, -Infinity],
      );
      return Float32Array.from(
        { length: DRAWN_CELLS },
        (_, cell) => low + ((high - low) * (cell + 0.5)) / DRAWN_CELLS,
      );
    });
    const points = new Float64Array(2 * DRAWN_CELLS * DRAWN_CELLS);
    for (let k = 0; k < DRAWN_CELLS * DRAWN_CELLS; k++) {
      points[2 * k] = x[k % DRAWN_CELLS];
      points[2 * k + 1] = y[Math.floor(k / DRAWN_CELLS)];
    }
    const logs = new Float64Array(DRAWN_CELLS * DRAWN_CELLS);
    this.logJoint(points, logs.length, logs);
    const values = Float32Array.from(logs, (log) => Math.exp(log - moments.logIntegral));
    return { cells: DRAWN_CELLS, x, y, values };
  }

  private readonly likelihood: LatentLikelihood = {
    evaluate: (points, count, values, slopes) => {
      const { networks, target } = this;
      if (this.tiled.length !== count * target.length) {
        this.tiled = new Float32Array(count * target.length);
        for (let k = 0; k < count; k++) this.tiled.set(target, k * target.length);
      }
      slopes.set(networks.decode(points, this.tiled, count).dLatents);
      decoderLogLikelihoods(networks, points, target, count, values);
    },
  };

  /** log p(y, x) */
  private logJoint(points: Float64Array, count: number, out: Float64Array): void {
    const d = this.dimension;
    decoderLogLikelihoods(this.networks, points, this.target, count, out);
    for (let k = 0; k < count; k++) {
      let squares = 0;
      for (let i = 0; i < d; i++) squares += points[k * d + i] ** 2;
      out[k] -= (d * Math.log(2 * Math.PI) + squares) / 2;
    }
  }

  private rule(use: string, pairs: number): ExpectationRule {
    const d = this.dimension;
    if (d === 1) return hermiteRule(LINE_NODES);
    if (d === 2) return planeRule(hermiteRule(PLANE_NODES));
    return matchedRule(d, pairs, forkRandom(this.seed, `gap ${use}`));
  }
}
