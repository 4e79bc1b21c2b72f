/**
 * The part of the bound that clusters decide while every q(x) is held: with eta at its optimum,
 * prior + statistics, it is log Z(prior + statistics) - log Z(prior) summed over the Dirichlet and
 * the clusters, plus the entropy of the labels (the bound of variational Bayes for mixtures, Bishop
 * 10.2, in closed form). Merging or splitting changes few of its terms.
 */
import { blockAt } from '../../../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../../../distributions/normalInverseWishart.ts';
import { lgamma } from '../../../../math/specialFunctions.ts';
import type { MixtureGlobals } from '../globals.ts';
import type { LatentView } from './latentView.ts';

/** Expected points below which a cluster is out of use. */
const UNUSED_BELOW = 0.5;

export class ConjugateBound {
  /** K, expected points per cluster, of N. */
  readonly counts: Float64Array;
  /** Numbers of the clusters in use. */
  readonly used: readonly number[];
  /** A cluster out of use, the emptiest; null if there is none. */
  readonly spare: number | null;
  private readonly globals: MixtureGlobals;
  private readonly statistics: Float64Array;
  private readonly clusterBounds: readonly number[];
  private readonly niw;
  private readonly block: Float64Array;
  private readonly emptyBound: number;

  constructor(globals: MixtureGlobals, view: LatentView) {
    const { clusters, dimension, layout } = globals;
    const scale = view.dataRows / view.rowCount;
    this.globals = globals;
    this.niw = createNormalInverseWishart(dimension);
    this.block = new Float64Array(layout.niw.length);
    this.statistics = view.local.statistics.map((value) => value * scale);
    this.counts = this.statistics.slice(0, clusters);
    const numbers = Array.from({ length: clusters }, (_, k) => k);
    this.used = numbers.filter((k) => this.counts[k] >= UNUSED_BELOW);
    this.spare = numbers
      .filter((k) => this.counts[k] < UNUSED_BELOW)
      .reduce<number | null>(
        (least, k) => (least === null || this.counts[k] < this.counts[least] ? k : least),
        null,
      );
    this.emptyBound = this.niw.logNormaliser(globals.prior, blockAt(layout, 0));
    this.clusterBounds = numbers.map((k) => this.ofStatistics(this.clusterStatistics(k)));
  }

  /** Statistics of a cluster's block, scaled to N rows. */
  clusterStatistics(cluster: number): Float64Array {
    const at = blockAt(this.globals.layout, cluster);
    return this.statistics.subarray(at, at + this.globals.layout.niw.length);
  }

  /** The term of a cluster as it is. */
  ofCluster(cluster: number): number {
    return this.clusterBounds[cluster];
  }

  /** The term of a cluster with these statistics (all clusters share one prior). */
  ofStatistics(statistics: Float64Array): number {
    const { block, globals } = this;
    const prior = blockAt(globals.layout, 0);
    for (let i = 0; i < block.length; i++) block[i] = globals.prior[prior + i] + statistics[i];
    return this.niw.logNormaliser(block, 0) - this.emptyBound;
  }

  /**
   * Change of the weights' term when two clusters hold these counts instead of their own. Their
   * sum stays, so all else in the Dirichlet's normaliser cancels.
   */
  ofWeights(first: number, firstCount: number, second: number, secondCount: number): number {
    const { counts } = this;
    const { prior } = this.globals;
    return (
      lgamma(prior[first] + firstCount) -
      lgamma(prior[first] + counts[first]) +
      lgamma(prior[second] + secondCount) -
      lgamma(prior[second] + counts[second])
    );
  }
}
