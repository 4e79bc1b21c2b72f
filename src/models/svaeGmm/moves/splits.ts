/** One cluster becomes two: the cure for two arms in one cluster. */
import { blockAt } from '../../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../../distributions/normalInverseWishart.ts';
import { digamma } from '../../../math/specialFunctions.ts';
import type { Proposal } from '../../../svae/graphicalModel.ts';
import type { MixtureGlobals } from '../globals.ts';
import type { ConjugateBound } from './conjugateBound.ts';
import { entropyTerm, type LatentView } from './latentView.ts';
import { principalAxes } from './principalAxes.ts';

/** A smaller cluster is not worth two. */
const LEAST_MEMBERS = 4;
const SWEEPS = 12;
/** How sure a point is of its half at the start: enough to break the tie. */
const FIRST_GUESS = 0.95;

export interface SplitProposal extends Proposal {
  /** Number of the cluster to be halved. */
  readonly cluster: number;
}

/** A cluster's points divided among two halves. Kept as small arrays made per look, not per step. */
interface Halves {
  /** B, part of each row's responsibility that goes to the second half. */
  readonly fraction: Float64Array;
  /** Statistics of either half, scaled to N rows. */
  readonly statistics: readonly [Float64Array, Float64Array];
  /** Change of the bound in nats. */
  readonly gain: number;
}

/** The better cut of every cluster, along one of its two longest axes; none without a spare cluster. */
export function splitProposals(
  globals: MixtureGlobals,
  bound: ConjugateBound,
  view: LatentView,
): SplitProposal[] {
  const { spare } = bound;
  if (spare === null) return [];
  return bound.used.flatMap((cluster) => {
    if (bound.counts[cluster] < LEAST_MEMBERS) return [];
    const cut = new ClusterCut(globals, bound, view, cluster, spare);
    const halves = cut.best();
    if (!halves) return [];
    return {
      cluster,
      kind: 'split',
      label: `Splitting cluster ${cluster + 1}, with cluster ${spare + 1} taking one half,`,
      key: globals.clusters ** 2 + cluster,
      promise: halves.gain / view.dataRows,
      apply: (natural: Float64Array) => {
        setCluster(globals, natural, cluster, halves.statistics[0]);
        setCluster(globals, natural, spare, halves.statistics[1]);
      },
      moveWarmStarts: () => splitColumn(view, cluster, spare, halves.fraction),
    };
  });
}

/** Variational Bayes for two clusters among the members of one. */
class ClusterCut {
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
    const fraction = new Float64Array(view.rowCount);
    for (let n = 0; n < view.rowCount; n++) {
      let side = 0;
      for (let i = 0; i < d; i++) {
        const mean = own[niw.linear + i] / own[niw.count];
        side += axis[i] * (view.local.means[n * d + i] - mean);
      }
      fraction[n] = side > 0 ? FIRST_GUESS : 1 - FIRST_GUESS;
    }
    return fraction;
  }

  /** Statistics of the halves: the M step. */
  private gather(fraction: Float64Array): [Float64Array, Float64Array] {
    const { view, globals, cluster } = this;
    const { layout } = globals;
    const scale = view.dataRows / view.rowCount;
    const first = new Float64Array(layout.niw.length);
    const second = new Float64Array(layout.niw.length);
    for (let n = 0; n < view.rowCount; n++) {
      const r = view.local.responsibilities[n * layout.components + cluster] * scale;
      if (r < 1e-6) continue;
      this.add(first, n, r * (1 - fraction[n]));
      this.add(second, n, r * fraction[n]);
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
    const { view, globals } = this;
    const { niw, dimension: d } = globals.layout;
    const { means, covariances } = view.local;
    const [first, second] = halves.map((half) => this.expected(half));
    for (let n = 0; n < view.rowCount; n++) {
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
      fraction[n] = 1 / (1 + Math.exp(-difference));
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
    const { view, globals, cluster } = this;
    let entropy = 0;
    for (let n = 0; n < view.rowCount; n++) {
      const r = view.local.responsibilities[n * globals.clusters + cluster];
      entropy += entropyTerm(r * fraction[n]) + entropyTerm(r * (1 - fraction[n])) - entropyTerm(r);
    }
    return (entropy * view.dataRows) / view.rowCount;
  }
}

function setCluster(
  globals: MixtureGlobals,
  natural: Float64Array,
  cluster: number,
  statistics: Float64Array,
): void {
  const { layout, prior } = globals;
  const at = blockAt(layout, cluster);
  natural[cluster] = prior[cluster] + statistics[layout.niw.count];
  for (let i = 0; i < statistics.length; i++) natural[at + i] = prior[at + i] + statistics[i];
}

/** Rows that were not looked at start anew from wherever mean field takes them. */
function splitColumn(
  view: LatentView,
  cluster: number,
  spare: number,
  fraction: Float64Array,
): void {
  const { warmStarts, rows } = view;
  const K = view.local.layout.components;
  for (let n = 0; n < view.rowCount; n++) {
    const row = rows[n] * K;
    const r = warmStarts[row + cluster];
    warmStarts[row + spare] += r * fraction[n];
    warmStarts[row + cluster] = r * (1 - fraction[n]);
  }
}
