/**
 * The clusters as global parameters: their prior, their start, edits laid over them, and what a
 * plot shows of them. The flat layout is that of `distributions/mixture.ts`.
 *
 * K clusters, d latent dimension, P length of the flat vector.
 */

import { createDirichlet } from '../../../distributions/dirichlet.ts';
import {
  blockAt,
  createMixtureFamily,
  type MixtureFamily,
  type MixtureLayout,
} from '../../../distributions/mixture.ts';
import {
  createNormalInverseWishart,
  type NormalInverseWishart,
} from '../../../distributions/normalInverseWishart.ts';
import { cholesky, POSITIVE_DEFINITE } from '../../../math/cholesky.ts';
import { diagonal } from '../../../math/diagonal.ts';
import { OK, type Status } from '../../../math/status.ts';
import { listInWords } from '../../../settings/words.ts';
import { FamilyGlobals } from '../../shared/engine/familyModel.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import type { ClusterSummary } from '../snapshot.ts';

/** Of a cluster, along any axis: the picture of a point, and still some digits beside the mean's square. */
const LEAST_VARIANCE = 1e-6;
/** Rounding allowed between entries of a covariance that should be equal, as a share of the largest. */
const ASYMMETRY = 1e-6;

/** The prior of every cluster and of the weights. */
export interface MixturePrior {
  /** alpha of the symmetric Dirichlet. */
  readonly concentration: number;
  /** Psi = scale * I */
  readonly scale: number;
  /** Pseudo-count added to the least proper nu = d + 1. */
  readonly strength: number;
  /** kappa; the prior mean is the origin. */
  readonly meanStrength: number;
}

/** One cluster to start from: a guess worth `count` points. */
export interface ClusterGuess {
  readonly mean: ArrayLike<number>;
  readonly count: number;
}

export class MixtureGlobals extends FamilyGlobals<MixtureFamily> {
  /** K */
  readonly clusters: number;
  readonly prior: Float64Array;
  readonly layout: MixtureLayout;
  private readonly niw: NormalInverseWishart;
  private readonly settings: MixturePrior;

  constructor(clusters: number, dimension: number, prior: MixturePrior) {
    super(dimension, createMixtureFamily(clusters, dimension));
    this.clusters = clusters;
    this.settings = prior;
    this.niw = createNormalInverseWishart(dimension);
    this.layout = this.family.layout;
    this.prior = this.fromGuesses(
      Array.from({ length: clusters }, () => ({ mean: new Float64Array(dimension), count: 0 })),
    );
  }

  /** Natural parameters of clusters as wide as the prior expects, at the guessed means. */
  fromGuesses(guesses: readonly ClusterGuess[]): Float64Array {
    const { clusters, dimension, settings } = this;
    const natural = new Float64Array(this.length);
    const psi = diagonal(dimension, () => settings.scale);
    for (let k = 0; k < clusters; k++) {
      const { mean, count } = guesses[k];
      natural[k] = settings.concentration + count;
      // A guess is as wide as the prior: Psi grows with nu so that E[Sigma^-1] stays the same.
      const nu = dimension + 1 + settings.strength;
      const growth = (nu + count) / nu;
      this.niw.fromStandard(
        {
          mean,
          kappa: settings.meanStrength + count,
          psi: psi.map((value) => value * growth),
          nu: nu + count,
        },
        natural,
        blockAt(this.layout, k),
      );
    }
    return natural;
  }

  /**
   * Natural parameters where the first m clusters are at their optimum for latents that are known and belong
   * to them by shares; the others are at their prior.
   *
   * @param latents N x d
   * @param shares N x m
   */
  fromShares(latents: Float64Array, shares: Float64Array): Float64Array {
    const { dimension: d, layout, prior } = this;
    const { count, linear, quadratic, degrees } = layout.niw;
    const rows = latents.length / d;
    const m = shares.length / rows;
    const natural = prior.slice();
    for (let at = 0; at < shares.length; at++) {
      const [share, n, k] = [shares[at], Math.floor(at / m) * d, at % m];
      const block = blockAt(layout, k);
      natural[k] += share;
      natural[block + count] += share;
      natural[block + degrees] += share;
      for (let i = 0; i < d; i++) {
        natural[block + linear + i] += share * latents[n + i];
        for (let j = 0; j < d; j++)
          natural[block + quadratic + i * d + j] += share * latents[n + i] * latents[n + j];
      }
    }
    return natural;
  }

  /**
   * Learned parameters with edits laid over them, as new natural parameters. Removed clusters keep
   * theirs; `removedClusters` names them. Throws an Error naming an edit that does not fit.
   */
  withEdits(natural: Float64Array, edits: readonly SvaeGmmEdit[]): Float64Array {
    if (this.removedClusters(edits).size >= this.clusters) {
      throw new Error(
        'The last cluster cannot be removed: every point needs a cluster to belong to.',
      );
    }
    const edited = natural.slice();
    for (const edit of edits) {
      this.checkCluster(edit);
      const { cluster } = edit;
      const at = blockAt(this.layout, cluster);
      if (edit.kind === 'moveCluster') {
        if (edit.mean.length !== this.dimension) {
          throw new Error(
            `The mean of cluster ${cluster + 1} needs ${this.dimension} numbers, not ${edit.mean.length}.`,
          );
        }
        this.niw.fromStandard({ ...this.niw.toStandard(edited, at), mean: edit.mean }, edited, at);
      } else if (edit.kind === 'reshapeCluster') {
        const standard = this.niw.toStandard(edited, at);
        this.checkCovariance(edit.covariance, cluster);
        const psi = edit.covariance.map((value) => value * standard.nu);
        this.niw.fromStandard({ ...standard, psi }, edited, at);
      } else if (edit.kind === 'weighCluster') {
        this.weigh(edited, cluster, edit.weight);
      }
    }
    const status = edits.length > 0 ? this.validate(edited) : OK;
    if (!status.ok) {
      const place = status.index === undefined ? '' : ` of cluster ${status.index + 1}`;
      throw new Error(
        `The edits cannot be applied: the ${status.what}${place} came out as ${status.value}.`,
      );
    }
    return edited;
  }

  /**
   * E[t(theta)] under edits, length P, into `out`. A removed cluster has log-weight minus infinity,
   * and the others share all weight: their Dirichlet is that of a mixture without it.
   */
  expectedUnderEdits(
    natural: Float64Array,
    edits: readonly SvaeGmmEdit[],
    out: Float64Array,
  ): Status {
    const edited = this.withEdits(natural, edits);
    const status = this.expectedStatistics(edited, out);
    const kept = this.keptClusters(edits);
    if (!status.ok || kept.length === this.clusters) return status;
    const alpha = Float64Array.from(kept, (k) => edited[k]);
    const expectedLog = new Float64Array(kept.length);
    createDirichlet(kept.length).expectedStatistics(alpha, 0, expectedLog, 0);
    out.fill(-Infinity, 0, this.clusters);
    kept.forEach((k, index) => {
      out[k] = expectedLog[index];
    });
    return OK;
  }

  /**
   * KL(q(theta) || p(theta)) in nats under edits. For any q(theta) = q(pi) prod_k q(mu_k, Sigma_k),
   * the bound E_q log p(y, x, z, theta) - E_q log q is one of log p(y) (Johnson et al. 2016,
   * section 4), and a moved, reshaped or reweighed cluster is another such q: its mean, Psi or
   * alpha is the edited one, its pseudo-counts stay. A removed cluster is a change of the model
   * instead: what is left is a mixture of the other clusters under the prior those have here, so
   * that neither the cluster nor its alpha occurs in p or in q.
   */
  klUnderEdits(natural: Float64Array, edits: readonly SvaeGmmEdit[]): number {
    const edited = this.withEdits(natural, edits);
    const kept = this.keptClusters(edits);
    const alpha = Float64Array.from(kept, (k) => edited[k]);
    const priorAlpha = Float64Array.from(kept, (k) => this.prior[k]);
    let sum = createDirichlet(kept.length).kl(alpha, 0, priorAlpha, 0);
    for (const k of kept) {
      const at = blockAt(this.layout, k);
      sum += this.niw.kl(edited, at, this.prior, at);
    }
    return sum;
  }

  /** Edits built in: a removed cluster is back at its prior and owns no points. */
  bake(natural: Float64Array, edits: readonly SvaeGmmEdit[]): Float64Array {
    const baked = this.withEdits(natural, edits);
    for (const cluster of this.removedClusters(edits)) this.resetCluster(baked, cluster);
    return baked;
  }

  /** Puts a cluster back to its prior, in place. */
  resetCluster(natural: Float64Array, cluster: number): void {
    const at = blockAt(this.layout, cluster);
    natural[cluster] = this.prior[cluster];
    natural.set(this.prior.subarray(at, at + this.niw.length), at);
  }

  /**
   * What a plot shows of each cluster.
   *
   * @param counts K, summed responsibilities
   */
  summary(
    natural: Float64Array,
    edits: readonly SvaeGmmEdit[],
    counts: ArrayLike<number>,
  ): ClusterSummary[] {
    const edited = this.withEdits(natural, edits);
    const removed = this.removedClusters(edits);
    const total = this.keptClusters(edits).reduce((sum, k) => sum + edited[k], 0);
    return Array.from({ length: this.clusters }, (_, k) => {
      const { mean, psi, nu } = this.niw.toStandard(edited, blockAt(this.layout, k));
      return {
        id: k,
        weight: removed.has(k) ? 0 : edited[k] / total,
        count: counts[k],
        mean: Array.from(mean),
        covariance: Array.from(psi, (value) => value / nu),
        removed: removed.has(k),
      };
    });
  }

  removedClusters(edits: readonly SvaeGmmEdit[]): Set<number> {
    const removed = new Set<number>();
    for (const edit of edits) if (edit.kind === 'removeCluster') removed.add(edit.cluster);
    return removed;
  }

  private keptClusters(edits: readonly SvaeGmmEdit[]): number[] {
    const removed = this.removedClusters(edits);
    return Array.from({ length: this.clusters }, (_, k) => k).filter((k) => !removed.has(k));
  }

  /** One weight is set, the others keep their proportions; the total concentration stays. */
  private weigh(natural: Float64Array, cluster: number, weight: number): void {
    let total = 0;
    for (let k = 0; k < this.clusters; k++) total += natural[k];
    const others = total - natural[cluster];
    const floor = 1e-3;
    const target = Math.min(Math.max(weight * total, floor), total - floor * this.clusters);
    for (let k = 0; k < this.clusters; k++) {
      if (k !== cluster) natural[k] = Math.max(floor, (natural[k] * (total - target)) / others);
    }
    natural[cluster] = target;
  }

  private checkCluster(edit: SvaeGmmEdit): void {
    if (edit.cluster < this.clusters) return;
    throw new Error(
      `There is no cluster ${edit.cluster + 1}: the model has ${this.clusters} (counted from 0 in edits).`,
    );
  }

  private checkCovariance(covariance: readonly number[], cluster: number): void {
    const { dimension } = this;
    const expected = dimension * dimension;
    if (covariance.length !== expected) {
      throw new Error(
        `The covariance of cluster ${cluster + 1} needs ${expected} numbers, not ${covariance.length}.`,
      );
    }
    const most = Math.max(...covariance.map(Math.abs));
    const isSymmetric = covariance.every((value, at) => {
      const mirrored = covariance[(at % dimension) * dimension + Math.floor(at / dimension)];
      return Math.abs(value - mirrored) <= ASYMMETRY * most;
    });
    if (!isSymmetric) {
      throw new Error(
        `The covariance of cluster ${cluster + 1} is not symmetric: ${listInWords(covariance)}.`,
      );
    }
    const isWide = (least: number) => {
      const beyond = Float64Array.from(covariance);
      for (let i = 0; i < dimension; i++) beyond[i * dimension + i] -= least;
      return cholesky(beyond, 0, dimension) === POSITIVE_DEFINITE;
    };
    if (!isWide(0)) {
      throw new Error(
        `The covariance of cluster ${cluster + 1} is not positive definite: ${listInWords(covariance)}.`,
      );
    }
    if (!isWide(LEAST_VARIANCE)) {
      throw new Error(
        `The covariance of cluster ${cluster + 1} has a variance below ${LEAST_VARIANCE}: ${listInWords(covariance)}.`,
      );
    }
  }
}
