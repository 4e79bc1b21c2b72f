/**
 * What the page shows of a mixture: every point encoded, inferred under the current edits and
 * decoded. Works in memory of its own, so that looking at a model never changes how it trains.
 */
import type { Points } from '../../../datasets/dataset.ts';
import { type MeanFieldInput, meanField } from '../../../inference/meanField/mixture.ts';
import { sampleLatents } from '../../../inference/meanField/sampleLatents.ts';
import { createMeanFieldWorkspace } from '../../../inference/meanField/workspace.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { type Bound, emptyBound, putTogether } from '../../../svae/bound.ts';
import { sampleMixture } from '../../shared/engine/mixtureSamples.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import type { GrownPrior } from '../growingPrior.ts';
import type {
  ClusterSummary,
  ModelSamples,
  PointInspection,
  SvaeGmmSnapshot,
} from '../snapshot.ts';
import { DecodedGridMaker } from './decodedGrid.ts';
import type { MixtureGlobals } from './globals.ts';
import type { Mixture } from './mixture.ts';

/** Pictures need no more: a responsibility moves by less than a pixel's worth. */
const PICTURE: Precision = { tolerance: 1e-3, maxSweeps: 12, wantsSums: false };
/** Figures do. */
const FIGURES: Precision = { tolerance: 1e-6, maxSweeps: 100 };
/** What others compute again is the fixed point itself. */
const SETTLED: Precision = { tolerance: 1e-12, maxSweeps: 10_000, wantsSums: false };

type Precision = Pick<MeanFieldInput, 'tolerance' | 'maxSweeps' | 'wantsSums'>;

export class SnapshotMaker {
  /** Draws from the model to show; 0 for none. */
  sampleCount = 0;
  /** N x K: the responsibilities training has arrived at. */
  readonly learned: Float64Array;
  private readonly globals: MixtureGlobals;
  private readonly prior: GrownPrior;
  private readonly networks: Autoencoder;
  private readonly dataset: Points;
  private readonly seed: number;
  private readonly workspace;
  /** N x K: where the last picture has left each point. */
  private readonly responsibilities: Float64Array;
  private readonly rows: Int32Array;
  private readonly expected: Float64Array;
  private readonly noise: Float64Array;
  private readonly samples: Float64Array;
  private readonly grid: DecodedGridMaker;
  /** Potentials depend on the networks alone: a drag re-infers without encoding again. */
  private potentials: { precision: Float64Array; linear: Float64Array } | null = null;
  private encodedAtStep = -1;

  constructor(
    { globals, grownPrior }: Pick<Mixture, 'globals' | 'grownPrior'>,
    networks: Autoencoder,
    dataset: Points,
    seed: number,
  ) {
    const { rows } = dataset;
    this.globals = globals;
    this.prior = grownPrior;
    this.networks = networks;
    this.dataset = dataset;
    this.seed = seed;
    this.workspace = createMeanFieldWorkspace(globals.layout, rows);
    this.learned = new Float64Array(rows * globals.clusters);
    this.responsibilities = new Float64Array(rows * globals.clusters);
    this.rows = Int32Array.from({ length: rows }, (_, n) => n);
    this.expected = new Float64Array(globals.length);
    this.noise = new Float64Array(rows * globals.dimension);
    this.samples = new Float64Array(rows * globals.dimension);
    this.grid = new DecodedGridMaker(networks);
  }

  /** The networks have changed otherwise than by a training step. */
  forget(): void {
    this.encodedAtStep = -1;
  }

  /** The extent of the grid no longer depends on earlier pictures. */
  forgetExtent(): void {
    this.grid.forgetExtent();
  }

  /** Lets points go on from where training has left them, not from the last picture. */
  startAfresh(): void {
    this.responsibilities.set(this.learned);
  }

  make(
    natural: Float64Array,
    edits: readonly SvaeGmmEdit[],
    step: number,
    onTrial: string | null,
  ): SvaeGmmSnapshot {
    const { globals, networks, dataset, workspace } = this;
    const { rows } = dataset;
    const { clusters: K, dimension: d } = globals;
    this.infer(natural, edits, step, this.responsibilities, PICTURE);

    const { means, responsibilities } = workspace;
    const latents = new Float32Array(means);
    const assignments = new Uint16Array(rows);
    const confidence = new Float32Array(rows);
    const counts = new Float64Array(K);
    for (let n = 0, at = 0; n < rows; n++, at += K) {
      let most = 0;
      for (let k = 0; k < K; k++) {
        counts[k] += responsibilities[at + k];
        if (responsibilities[at + k] > responsibilities[at + most]) most = k;
      }
      assignments[n] = most;
      confidence[n] = responsibilities[at + most];
    }
    const reconstructions = networks.reconstructMean(means, rows);
    const clusters = globals.summary(natural, edits, counts);
    const grid = d === 2 && dataset.dimension === 2 ? this.grid.make(latents) : null;
    const samples =
      this.sampleCount > 0 ? sampleModel(clusters, networks, this.sampleCount, this.seed) : null;

    return {
      kind: 'svae-gmm',
      rows,
      dataDimension: dataset.dimension,
      latentDimension: d,
      latents,
      assignments,
      confidence,
      reconstructions,
      clusters,
      prior: this.prior,
      edited: edits.length > 0,
      onTrial,
      grid,
      samples,
    };
  }

  /**
   * The bound of all data under the edits, with one sample per point from noise that depends on
   * the seed alone, so that two bounds compare models and not luck. Equal models have equal bounds,
   * whatever has been looked at before.
   */
  evaluate(natural: Float64Array, edits: readonly SvaeGmmEdit[], step: number): Bound {
    const { dataset, workspace, noise, samples } = this;
    const { rows } = dataset;
    this.infer(natural, edits, step, this.learned.slice(), FIGURES);
    fillNormal(forkRandom(this.seed, 'evaluation'), noise);
    sampleLatents(workspace, rows, noise, samples);
    const logLikelihood = this.networks.logLikelihood(samples, dataset.values, rows);
    let localKl = 0;
    for (let n = 0; n < rows; n++) localKl += workspace.localKl[n];
    const bound = emptyBound();
    const globalKl = this.globals.klUnderEdits(natural, edits);
    putTogether(bound, rows, rows, logLikelihood, localKl, globalKl);
    return bound;
  }

  /** Local inference from where training has left the points, to its fixed point. N rows. */
  settled(natural: Float64Array, edits: readonly SvaeGmmEdit[], step: number) {
    const { dataset, workspace, globals } = this;
    const { rows } = dataset;
    const start = this.startOf(edits);
    this.infer(natural, edits, step, start.slice(), SETTLED);
    const means = workspace.means.slice();
    return {
      /** N x K */
      start,
      /** N x K */
      responsibilities: workspace.responsibilities.slice(0, rows * globals.clusters),
      /** N x d */
      means,
      /** N x D, in model units */
      reconstructions: this.networks.reconstructMean(means, rows),
    };
  }

  /** The responsibilities of the clusters that are there, as inference starts from them. */
  private startOf(edits: readonly SvaeGmmEdit[]): Float64Array {
    const { clusters: K } = this.globals;
    const removed = this.globals.removedClusters(edits);
    const start = this.learned.map((value, at) => (removed.has(at % K) ? 0 : value));
    for (let from = 0; from < start.length; from += K) {
      const row = start.subarray(from, from + K);
      const sum = row.reduce((total, value) => total + value, 0);
      for (let k = 0; k < K; k++)
        if (sum > 0) row[k] /= sum;
        else row[k] = removed.has(k) ? 0 : 1 / (K - removed.size);
    }
    return start;
  }

  point(
    natural: Float64Array,
    edits: readonly SvaeGmmEdit[],
    step: number,
    row: number,
  ): PointInspection {
    this.infer(natural, edits, step, this.responsibilities, PICTURE);
    const K = this.globals.clusters;
    const responsibilities = Array.from(
      this.workspace.responsibilities.subarray(row * K, (row + 1) * K),
    );
    return { kind: 'point', row, responsibilities };
  }

  /** Local inference for every point from `responsibilities` (N x K), which come to be those found. */
  private infer(
    natural: Float64Array,
    edits: readonly SvaeGmmEdit[],
    step: number,
    responsibilities: Float64Array,
    precision: Precision,
  ): void {
    const { dataset, workspace, rows, expected } = this;
    if (this.encodedAtStep !== step || !this.potentials) {
      this.potentials = this.networks.potentials(dataset.values, dataset.rows);
      this.encodedAtStep = step;
      this.grid.forgetPoints();
    }
    const known = this.globals.expectedUnderEdits(natural, edits, expected);
    if (!known.ok)
      throw new Error(`The clusters cannot be shown: ${known.what} is ${known.value}.`);
    const status = meanField(workspace, {
      rowCount: dataset.rows,
      ...this.potentials,
      expected,
      warmStart: { responsibilities, rows },
      ...precision,
    });
    if (!status.ok) throw new Error(`Points cannot be shown: ${status.what} is ${status.value}.`);
  }
}

/**
 * Draws from the generative model (4.3): a cluster by weight, a latent from its Gaussian, an
 * observation from the decoder. The noise depends on the seed alone, so that samples move with the
 * model instead of jumping.
 */
function sampleModel(
  clusters: readonly ClusterSummary[],
  networks: Autoencoder,
  count: number,
  seed: number,
): ModelSamples {
  const random = forkRandom(seed, 'model samples');
  const { points: latents, clusters: chosen } = sampleMixture(clusters, count, random);
  const { mean, variance } = networks.reconstruct(latents, count);
  const data = mean.map((value, i) => value + Math.sqrt(variance[i]) * random.normal());
  return { latents, data, clusters: chosen };
}
