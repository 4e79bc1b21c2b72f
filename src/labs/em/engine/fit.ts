/**
 * Clusters at the work of EM: by maximum likelihood or with priors, behind one face. A fit knows
 * the algorithm it is turned to and can be turned while it runs.
 *
 * N rows, K clusters, D dimension.
 */

import { blockAt, type MixtureLayout } from '../../../distributions/mixture.ts';
import {
  createNormalInverseWishart,
  type NormalInverseWishart,
} from '../../../distributions/normalInverseWishart.ts';
import type { ComponentDensities } from '../../../inference/expectationMaximisation/componentDensities.ts';
import {
  applyDials,
  createMixtureWorkspace,
  evaluateMixture,
  type MixtureConditions,
  type MixtureDials,
  type MixtureParameters,
  type MixtureWorkspace,
  maximiseMixture,
} from '../../../inference/expectationMaximisation/gaussianMixture.ts';
import {
  assignHard,
  assignSoftly,
  type FreeEnergy,
  measureFreeEnergy,
  type Responsibilities,
  requireShares,
} from '../../../inference/expectationMaximisation/responsibilities.ts';
import {
  createVariationalWorkspace,
  evaluatePosterior,
  posteriorKl,
  updatePosterior,
  type VariationalWorkspace,
} from '../../../inference/expectationMaximisation/variationalMixture.ts';
import { diagonal } from '../../../math/diagonal.ts';
import { OK, type Status } from '../../../math/status.ts';
import { requireCovariances, sharesOf, type Taken } from '../../shared/engine/arrays.ts';
import { takePosterior } from '../../shared/engine/mixtureArrays.ts';
import type { EmSettings } from '../settings.ts';

/** The free energy of all rows, summed, with what priors cost. */
export interface Bound extends FreeEnergy {
  /** KL(q(theta) || p(theta)); 0 without priors. */
  globalKl: number;
}

/** Weight of a mean to start from, in points, where there are priors. */
const START_COUNT = 1;

export class MixtureFit {
  readonly bound: Bound = { logLikelihood: 0, energy: 0, entropy: 0, klGap: 0, globalKl: 0 };
  readonly dimension: number;
  private readonly values: Float64Array;
  private readonly mixture: MixtureWorkspace;
  private readonly variational: VariationalWorkspace;
  private readonly niw: NormalInverseWishart;
  private readonly prior: Float64Array;
  private settings: EmSettings;

  /**
   * @param values N x D
   * @param logVolume taken off log-densities, so that they are those of rows in own units
   */
  constructor(
    values: Float64Array,
    dimension: number,
    settings: EmSettings,
    readonly logVolume: number,
  ) {
    const rows = values.length / dimension;
    this.values = values;
    this.dimension = dimension;
    this.settings = settings;
    this.mixture = createMixtureWorkspace(rows, settings.clusters, dimension, logVolume);
    // Both ways of learning work on the same q.
    this.variational = {
      ...createVariationalWorkspace(rows, settings.clusters, dimension, logVolume),
      responsibilities: this.mixture.responsibilities,
    };
    this.niw = createNormalInverseWishart(dimension);
    this.prior = new Float64Array(this.variational.family.length);
    this.fillPrior();
  }

  get isBayesian(): boolean {
    return this.settings.algorithm === 'bayesian-gmm';
  }

  get responsibilities(): Responsibilities {
    return this.mixture.responsibilities;
  }

  /** Weights, means and covariances as a plot shows them; of a posterior, those it expects. */
  get parameters(): MixtureParameters {
    return this.mixture.parameters;
  }

  /** What the clusters said of a point at the last look; with priors, as expected. */
  get densities(): ComponentDensities {
    return (this.isBayesian ? this.variational : this.mixture).densities;
  }

  /** kappa of the prior over means, which lies at the origin; 0 without priors. */
  get pullToCentre(): number {
    return this.isBayesian ? this.settings.meanStrength : 0;
  }

  get conditions(): MixtureConditions {
    return this.mixture.conditions;
  }

  /** eta of q(theta), length P; means nothing without priors. */
  get natural(): Float64Array {
    return this.variational.natural;
  }

  /** Of `natural`. */
  get layout(): MixtureLayout {
    return this.variational.family.layout;
  }

  /** Puts the clusters at `means` (K x D), as wide as the settings say, all weighing the same. */
  start(means: Float64Array): void {
    const { parameters } = this.mixture;
    const { dimension: d, settings, niw, variational } = this;
    parameters.means.set(means);
    parameters.weights.fill(1 / settings.clusters);
    applyDials(this.mixture, { ...dialsOf(settings), covariances: 'fixed' });
    for (let k = 0; k < settings.clusters; k++) {
      const nu = d + 1 + settings.priorStrength;
      const growth = (nu + START_COUNT) / nu;
      variational.natural[k] = settings.concentration + START_COUNT;
      niw.fromStandard(
        {
          mean: means.subarray(k * d, (k + 1) * d),
          kappa: settings.meanStrength + START_COUNT,
          psi: diagonal(d, () => settings.priorScale * growth),
          nu: nu + START_COUNT,
        },
        variational.natural,
        blockAt(variational.family.layout, k),
      );
    }
    this.settle();
  }

  /** Turns to other settings; clusters go on from where they are. */
  changeSettings(settings: EmSettings): Status {
    const wasBayesian = this.isBayesian;
    this.settings = settings;
    this.conditions.empty.fill(0);
    this.conditions.singular.fill(0);
    this.fillPrior();
    if (this.isBayesian && !wasBayesian) {
      // The posterior that goes with these clusters is that of the points they would be given.
      const { q, logQ } = this.responsibilities;
      const kept = [q.slice(), logQ.slice()];
      assignSoftly(this.responsibilities);
      updatePosterior(this.variational, this.prior, this.values);
      q.set(kept[0]);
      logQ.set(kept[1]);
    }
    this.settle();
    return this.refresh();
  }

  /** Densities of all rows, and the bound of q there. */
  refresh(): Status {
    const { mixture, variational, values, bound } = this;
    const status = this.isBayesian
      ? evaluatePosterior(variational, values)
      : evaluateMixture(mixture, values);
    if (!status.ok) return status;
    measureFreeEnergy(mixture.responsibilities, bound);
    bound.globalKl = this.isBayesian ? posteriorKl(variational, this.prior) : 0;
    return this.check();
  }

  /** Whether the bound is a number. */
  check(): Status {
    const { logLikelihood, energy } = this.bound;
    if (!Number.isFinite(logLikelihood))
      return { ok: false, what: 'log-likelihood', value: logLikelihood };
    return Number.isFinite(energy) ? OK : { ok: false, what: 'energy', value: energy };
  }

  /** The E-step, at the densities of the last look. Returns the largest change of a responsibility. */
  assign(): number {
    const isHard = this.settings.algorithm === 'k-means';
    const shift = isHard ? assignHard(this.responsibilities) : assignSoftly(this.responsibilities);
    measureFreeEnergy(this.responsibilities, this.bound);
    return shift;
  }

  /** Puts in what is no number, so that the next half-step fails, whichever it is. */
  breakDown(): void {
    const { q, logEvidence } = this.responsibilities;
    q.fill(Number.NaN);
    logEvidence.fill(Number.NaN);
  }

  /** The M-step, and a look at what it has come to. */
  maximise(): Status {
    if (this.isBayesian) updatePosterior(this.variational, this.prior, this.values);
    else maximiseMixture(this.mixture, this.values, dialsOf(this.settings));
    this.settle();
    return this.refresh();
  }

  /** K: summed responsibilities. */
  counts(): Float64Array {
    const { components: K, q } = this.responsibilities;
    const counts = new Float64Array(K);
    for (let at = 0; at < q.length; at += K) for (let k = 0; k < K; k++) counts[k] += q[at + k];
    return counts;
  }

  /** E_q[log p(X | Z, theta)], what of the energy is not the weights' share. */
  expectedLogLikelihood(counts: Float64Array): number {
    const { weights } = this.parameters;
    return counts.reduce((sum, count, k) => {
      const logWeight = this.isBayesian ? this.variational.expected[k] : Math.log(weights[k]);
      return count > 0 ? sum - count * logWeight : sum;
    }, this.bound.energy);
  }

  /** Puts a mean elsewhere. A cluster without weight gets that of one point. */
  moveMean(cluster: number, mean: readonly number[]): void {
    const { dimension: d, niw, variational } = this;
    const { weights, means } = this.parameters;
    means.set(mean, cluster * d);
    if (this.settings.algorithm === 'soft-k-means' || this.settings.algorithm === 'gmm') {
      const least = 1 / this.responsibilities.rows;
      if (weights[cluster] < least) {
        for (let k = 0; k < weights.length; k++) weights[k] *= 1 - least;
        weights[cluster] += least;
      }
    }
    const at = blockAt(variational.family.layout, cluster);
    if (this.isBayesian) {
      niw.fromStandard(
        { ...niw.toStandard(variational.natural, at), mean },
        variational.natural,
        at,
      );
    }
  }

  /** Takes over parameters in model units; see `takePosterior` for those with priors. */
  take(taken: Taken): void {
    const { parameters } = this.mixture;
    const { weights, means, covariances } = taken;
    if (this.isBayesian) takePosterior(this.layout, taken, this.natural);
    else {
      if (weights) parameters.weights.set(sharesOf('weights', weights, weights.length));
      if (means) parameters.means.set(means);
      if (covariances) {
        requireCovariances('covariances', covariances, this.dimension);
        parameters.covariances.set(covariances);
      }
    }
    this.settle();
  }

  /** Becomes the same as another fit of the same data. */
  copy(other: MixtureFit): void {
    this.settings = other.settings;
    this.prior.set(other.prior);
    this.restore(other.state());
    this.conditions.empty.set(other.conditions.empty);
  }

  /**
   * All that goes on from step to step, as it is: parameters, eta of the posterior, q, log q, and
   * which clusters are held by the least width.
   */
  state() {
    const { weights, means, covariances } = this.parameters;
    const { q: responsibilities, logQ: logResponsibilities } = this.responsibilities;
    const { singular } = this.conditions;
    const { natural } = this;
    return {
      ...{ weights, means, covariances, natural },
      ...{ responsibilities, logResponsibilities, singular },
    };
  }

  /** Goes on from a saved state of as many clusters and rows. Throws a RangeError where q is none. */
  restore(saved: ReturnType<MixtureFit['state']>): void {
    requireShares(saved.responsibilities);
    for (const [name, array] of Object.entries(this.state()))
      array.set(saved[name as keyof typeof saved]);
  }

  /** Parameters as the algorithm holds them; of a posterior, as it expects them. */
  private settle(): void {
    const { parameters } = this.mixture;
    if (!this.isBayesian) {
      applyDials(this.mixture, dialsOf(this.settings));
      return;
    }
    const { natural, family } = this.variational;
    const { clusters } = this.settings;
    const { dimension: d } = this;
    let total = 0;
    for (let k = 0; k < clusters; k++) total += natural[k];
    for (let k = 0; k < clusters; k++) {
      const { mean, psi, nu } = this.niw.toStandard(natural, blockAt(family.layout, k));
      parameters.weights[k] = natural[k] / total;
      parameters.means.set(mean, k * d);
      for (let i = 0; i < d * d; i++) parameters.covariances[k * d * d + i] = psi[i] / nu;
    }
  }

  private fillPrior(): void {
    const { settings, dimension: d, prior, variational, niw } = this;
    for (let k = 0; k < settings.clusters; k++) {
      prior[k] = settings.concentration;
      niw.fromStandard(
        {
          mean: new Float64Array(d),
          kappa: settings.meanStrength,
          psi: diagonal(d, () => settings.priorScale),
          nu: d + 1 + settings.priorStrength,
        },
        prior,
        blockAt(variational.family.layout, k),
      );
    }
  }
}

/** The dials of EM by maximum likelihood. */
function dialsOf({ algorithm, clusterWidth, leastWidth }: EmSettings): MixtureDials {
  return {
    weights: algorithm === 'k-means' ? 'equal' : 'learned',
    covariances: algorithm === 'gmm' ? 'full' : 'fixed',
    fixedVariance: clusterWidth ** 2,
    varianceFloor: leastWidth ** 2,
  };
}
