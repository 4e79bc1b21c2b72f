/** The best cut of one cluster into two while every q(x) is held. */
import { blockAt } from '../../../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../../../distributions/normalInverseWishart.ts';
import { digamma } from '../../../../math/specialFunctions.ts';
import type { MixtureGlobals } from '../globals.ts';
import type { ConjugateBound } from './conjugateBound.ts';
import { entropyTerm, type LatentView } from './latentView.ts';
import { principalAxes } from './principalAxes.ts';

/** A smaller responsibility does not move a cut. */
const LEAST_SHARE = 1e-4;
const SWEEPS = 12;
/** How sure a point is of its half at the start: enough to break the tie. */
const FIRST_GUESS = 0.95;

/** A cluster's points divided among two halves. Kept as small arrays made per look, not per step. */
export interface Halves {
  /** Part of each member's share that goes to the second half. */
  readonly fraction: Float64Array;
  /** Statistics of either half, scaled to N rows. */
  readonly statistics: readonly [Float64Array, Float64Array];
  /** Change of the bound in nats. */
  readonly gain: number;
}

/** Variational Bayes for two clusters among the members of one. */
export class ClusterCut {
  /** The B rows with a say in the cluster, and their shares in it. */
  readonly members: Int32Array;
  private readonly shares: Float64Array;
  private readonly globals: MixtureGlobals;
  private readonly bound: ConjugateBound;
  private readonly view: LatentView;
  private readonly cluster: number;
  private readonly spare: number;
  private readonly niw;

  constructor(
    globals: MixtureGlobals,
    bound: ConjugateBound,
    view: LatentView,
    cluster: number,
    spare: number,
  ) {
    this.globals = globals;
    this.bound = bound;
    this.view = view;
    this.cluster = cluster;
    this.spare = spare;
    this.niw = createNormalInverseWishart(globals.dimension);
    const { responsibilities } = view.local;
    const share = (n: number) => responsibilities[n * globals.clusters + cluster];
    const rows = Int32Array.from({ length: view.rowCount }, (_, n) => n);
    this.members = rows.filter((n) => share(n) > LEAST_SHARE);
    this.shares = Float64Array.from(this.members, share);
  }

  best(): Halves | null {
    const { globals, bound, cluster } = this;
    const axes = principalAxes(bound.clusterStatistics(cluster), globals.layout.niw, 2);
    const cuts = axes.flatMap((axis) => this.along(axis) ?? []);
    return cuts.reduce<Halves | null>((a, b) => (a && a.gain >= b.gain ? a : b), null);
  }

  /** Null if one half takes it all. */
  private along(axis: Float64Array): Halves | null {
    const fraction = this.sides(axis);
    let statistics = this.gather(fraction);
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      this.divide(statistics, fraction);
      statistics = this.gather(fraction);
    }
    const counts = statistics.map((half) => half[this.globals.layout.niw.count]);
    if (Math.min(...counts) < 1) return null;
    const { bound, cluster, spare } = this;
    const gain =
      bound.ofStatistics(statistics[0]) +
      bound.ofStatistics(statistics[1]) -
      bound.ofCluster(cluster) +
      bound.ofWeights(cluster, counts[0], spare, counts[1]) +
      this.entropy(fraction);
    return { fraction, statistics, gain };
  }

  /** First guess: on which side of the cluster's mean a point lies along the axis. */
  private sides(axis: Float64Array): Float64Array {
    const { bound, view, globals, cluster } = this;
    const { niw, dimension: d } = globals.layout;
    const own = bound.clusterStatistics(cluster);
    return Float64Array.from(this.members, (n) => {
      let side = 0;
      for (let i = 0; i < d; i++) {
        const mean = own[niw.linear + i] / own[niw.count];
        side += axis[i] * (view.local.means[n * d + i] - mean);
      }
      return side > 0 ? FIRST_GUESS : 1 - FIRST_GUESS;
    });
  }

  /** Statistics of the halves: the M step. */
  private gather(fraction: Float64Array): [Float64Array, Float64Array] {
    const { view, globals, members, shares } = this;
    const { niw } = globals.layout;
    const scale = view.dataRows / view.rowCount;
    const first = new Float64Array(niw.length);
    const second = new Float64Array(niw.length);
    for (let m = 0; m < members.length; m++) {
      const r = shares[m] * scale;
      this.add(first, members[m], r * (1 - fraction[m]));
      this.add(second, members[m], r * fraction[m]);
    }
    return [first, second];
  }

  private add(statistics: Float64Array, n: number, r: number): void {
    const { means, covariances } = this.view.local;
    const { niw, dimension: d } = this.globals.layout;
    statistics[niw.count] += r;
    statistics[niw.degrees] += r;
    for (let i = 0; i < d; i++) {
      const mean = means[n * d + i];
      statistics[niw.linear + i] += r * mean;
      for (let j = 0; j < d; j++) {
        statistics[niw.quadratic + i * d + j] +=
          r * (covariances[(n * d + i) * d + j] + mean * means[n * d + j]);
      }
    }
  }

  /** Fractions from the halves: the E step. */
  private divide(halves: readonly [Float64Array, Float64Array], fraction: Float64Array): void {
    const { view, globals, members } = this;
    const { niw, dimension: d } = globals.layout;
    const { means, covariances } = view.local;
    const [first, second] = halves.map((half) => this.expected(half));
    for (let m = 0; m < members.length; m++) {
      const n = members[m];
      let difference = second.offset - first.offset;
      for (let i = 0; i < d; i++) {
        const mean = means[n * d + i];
        difference += (second.mu[niw.linear + i] - first.mu[niw.linear + i]) * mean;
        for (let j = 0; j < d; j++) {
          const at = niw.quadratic + i * d + j;
          const moment = covariances[(n * d + i) * d + j] + mean * means[n * d + j];
          difference += (second.mu[at] - first.mu[at]) * moment;
        }
      }
      fraction[m] = 1 / (1 + Math.exp(-difference));
    }
  }

  private expected(statistics: Float64Array): { mu: Float64Array; offset: number } {
    const { globals, niw } = this;
    const prior = blockAt(globals.layout, 0);
    const eta = statistics.map((value, i) => value + globals.prior[prior + i]);
    const mu = new Float64Array(eta.length);
    this.niw.expectedStatistics(eta, 0, mu, 0);
    const { count, degrees } = niw.layout;
    const offset = digamma(globals.prior[0] + statistics[count]) + mu[count] + mu[degrees];
    return { mu, offset };
  }

  private entropy(fraction: Float64Array): number {
    const { view, shares } = this;
    let entropy = 0;
    for (let m = 0; m < shares.length; m++) {
      const r = shares[m];
      entropy += entropyTerm(r * fraction[m]) + entropyTerm(r * (1 - fraction[m])) - entropyTerm(r);
    }
    return (entropy * view.dataRows) / view.rowCount;
  }
}
