/** The Gaussian mixture as the graphical model of an SVAE (thesis 4.1, 5.1, appendix A). */
import type { Points } from '../../../datasets/dataset.ts';
import { requireShares } from '../../../inference/expectationMaximisation/responsibilities.ts';
import { meanFieldBackward } from '../../../inference/meanField/backward.ts';
import { meanField, type WarmStart } from '../../../inference/meanField/mixture.ts';
import { sampleLatents } from '../../../inference/meanField/sampleLatents.ts';
import {
  createMeanFieldWorkspace,
  type MeanFieldWorkspace,
} from '../../../inference/meanField/workspace.ts';
import type { Random } from '../../../math/random.ts';
import type {
  InferenceGradients,
  InferenceRequest,
  LocalGradients,
  LocalInference,
  Proposal,
} from '../../../svae/graphicalModel.ts';
import { FamilyModel, ModelBatch } from '../../shared/engine/familyModel.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import { type GrownPrior, grownPrior, hasManyShapes, startingClusters } from '../growingPrior.ts';
import type { SvaeGmmSettings } from '../settings.ts';
import { MixtureGlobals } from './globals.ts';
import { NEIGHBOURS_FOR_DENSITY } from './moves/densityDips.ts';
import { type Neighbours, nearestNeighbours } from './moves/neighbours.ts';
import { proposeMoves } from './moves/propose.ts';
import { findShapes, type Shapes } from './shapes.ts';
import { meansOfPieces, randomMeans, sharesOfShapes, spreadMeans } from './start.ts';

/** A responsibility that moves less than this per sweep has arrived. */
const TOLERANCE = 1e-5;
/** Warm starts settle in 2 to 4 sweeps; points between clusters may take longer. */
const MAX_SWEEPS = 30;
/** Of each observation, where joins go by contacts. */
const NEIGHBOURS_FOR_CONTACTS = 8;
/** Weight of a starting mean, in points. */
const START_COUNT = 1;

type Observations = Pick<Points, 'values' | 'rows' | 'dimension'>;

export class Mixture extends FamilyModel<MixtureGlobals, MixtureBatch> {
  /** The numbers of the prior, as they suit the data. */
  readonly grownPrior: GrownPrior;
  /** N x K: where each point's responsibilities were at its last visit; zeros before the first. */
  readonly responsibilities: Float64Array;
  private readonly settings: SvaeGmmSettings;
  private readonly observations: Observations | null;
  /** Those that the data hold; null where they are not counted. */
  private readonly shapes: Shapes | null;
  /** Of the rows that moves were last proposed from. */
  private neighbours: (Neighbours & { readonly rows: Int32Array }) | null = null;

  /**
   * @param dataRows N
   * @param observations the data themselves, for what goes by them: moves and the width of the prior
   */
  constructor(
    settings: SvaeGmmSettings,
    dataRows: number,
    observations: Observations | null = null,
  ) {
    const { latentDimension, meanStrength, shapesFirst, searchByCount } = settings;
    const clusters = startingClusters(settings, dataRows);
    const shapes = shapesFirst && observations ? findShapes(observations, searchByCount) : null;
    const prior = grownPrior(settings, dataRows, shapes?.count ?? null);
    super(new MixtureGlobals(clusters, latentDimension, { ...prior, meanStrength }));
    this.observations = observations;
    this.settings = settings;
    this.shapes = shapes;
    this.grownPrior = prior;
    this.responsibilities = new Float64Array(dataRows * clusters);
  }

  override initialise(encodings: () => Float64Array, random: Random): Float64Array {
    const shares = this.startingShares();
    if (shares) return this.startAt(encodings(), shares);
    return this.globals.fromGuesses(
      this.startingMeans(encodings, random).map((mean) => ({ mean, count: START_COUNT })),
    );
  }

  /** How much of each observation belongs to each shape, N x m; null where clusters do not start at shapes. */
  private startingShares(): Float64Array | null {
    const { observations, shapes, settings, globals } = this;
    const { start, startAtShapes } = settings;
    if (!observations || !shapes || !startAtShapes || start === 'random') return null;
    const isSure = shapes.blobs !== null || hasManyShapes(shapes.count);
    return isSure && shapes.count <= globals.clusters ? sharesOfShapes(observations, shapes) : null;
  }

  private startAt(encodings: Float64Array, shares: Float64Array): Float64Array {
    const { globals, responsibilities, latentDimension } = this;
    const m = (shares.length * latentDimension) / encodings.length;
    shares.forEach((share, at) => {
      responsibilities[Math.floor(at / m) * globals.clusters + (at % m)] = share;
    });
    return globals.fromShares(encodings, shares);
  }

  private startingMeans(encodings: () => Float64Array, random: Random): readonly Float64Array[] {
    const { latentDimension, start, meanSpread } = this.settings;
    const { clusters } = this.globals;
    if (start === 'random') return randomMeans(latentDimension, clusters, meanSpread, random);
    const { observations } = this;
    return observations && hasManyShapes(this.shapes?.count ?? null)
      ? meansOfPieces(encodings(), latentDimension, observations, clusters, random)
      : spreadMeans(encodings(), latentDimension, clusters, random);
  }

  protected newBatch(rows: number): MixtureBatch {
    return new MixtureBatch(this.globals, rows, this.responsibilities);
  }

  /** Merges and splits, judged by the clusters' share of the bound at the latest inference. */
  propose(): readonly Proposal[] {
    const { latest, responsibilities } = this;
    if (!latest) return [];
    return proposeMoves(this.globals, {
      local: latest.workspace,
      rowCount: latest.rowCount,
      rows: latest.rows,
      dataRows: responsibilities.length / this.globals.clusters,
      warmStarts: responsibilities,
      neighbours: this.neighboursOf(latest.rows),
      byDensity: this.settings.neighbourDensity,
      shapes: this.shapes?.count ?? null,
      byCount: this.settings.searchByCount,
    });
  }

  /** Found once: the search proposes from the same rows every time. */
  private neighboursOf(rows: Int32Array): Neighbours | null {
    const { observations } = this;
    if (!observations || !this.settings.joinNeighbours) return null;
    if (this.neighbours?.rows !== rows) {
      const { values, dimension } = observations;
      const most = this.settings.neighbourDensity
        ? NEIGHBOURS_FOR_DENSITY
        : NEIGHBOURS_FOR_CONTACTS;
      this.neighbours = { rows, ...nearestNeighbours(values, dimension, rows, most) };
    }
    return this.neighbours;
  }

  /**
   * Local inference that leaves no trace.
   *
   * @param warmStarts responsibilities (rows x K) to start from, zeros for a cold start; overwritten
   */
  inferAside(
    request: Omit<InferenceRequest, 'sequenceLength'>,
    warmStarts: Float64Array,
  ): LocalInference {
    const aside = new MixtureBatch(this.globals, request.rows.length, warmStarts);
    return aside.infer({ ...request, sequenceLength: 1 });
  }

  /** A new eta with the edits built in ("train from here"). */
  bake(natural: Float64Array, edits: readonly SvaeGmmEdit[]): Float64Array {
    const { clusters } = this.globals;
    for (const cluster of this.globals.removedClusters(edits)) {
      // Its points start from the other clusters next time.
      for (let at = cluster; at < this.responsibilities.length; at += clusters) {
        this.responsibilities[at] = 0;
      }
    }
    return this.globals.bake(natural, edits);
  }

  saveState(): Float64Array {
    return this.responsibilities.slice();
  }

  restoreState(state: Float64Array): void {
    const { length } = this.responsibilities;
    if (state.length !== length) {
      throw new RangeError(`${state.length} responsibilities do not fit; expected ${length}.`);
    }
    requireShares(state);
    this.responsibilities.set(state);
  }
}

/** Local inference for batches of one size, in memory made once. */
class MixtureBatch extends ModelBatch {
  readonly rowCount: number;
  readonly statistics: Float64Array;
  readonly workspace: MeanFieldWorkspace;
  private readonly responsibilities: Float64Array;

  constructor(globals: MixtureGlobals, rowCount: number, responsibilities: Float64Array) {
    super(globals, rowCount);
    this.rowCount = rowCount;
    this.responsibilities = responsibilities;
    this.workspace = createMeanFieldWorkspace(globals.layout, rowCount);
    this.statistics = this.workspace.statistics;
  }

  /** Rows of the data set of the last inference. */
  get rows(): Int32Array {
    return this.request?.rows ?? new Int32Array(0);
  }

  infer(request: InferenceRequest): LocalInference {
    const { workspace, rowCount, responsibilities } = this;
    this.request = request;
    const warmStart: WarmStart = { responsibilities, rows: request.rows };
    this.status = meanField(workspace, {
      rowCount,
      precision: request.potentials.precision,
      linear: request.potentials.linear,
      expected: request.expected,
      warmStart,
      tolerance: TOLERANCE,
      maxSweeps: MAX_SWEEPS,
    });
    if (!this.status.ok) return this;
    sampleLatents(workspace, rowCount, request.noise, this.samples);
    this.localKl = 0;
    for (let row = 0; row < rowCount; row++) this.localKl += workspace.localKl[row];
    return this;
  }

  backward({ dSamples, dLocalKl }: LocalGradients): InferenceGradients {
    const { rowCount, samples, gradients } = this;
    const { precision, linear } = this.inferred().potentials;
    // A singular fixed point concerns single rows and is handled there; training can go on.
    meanFieldBackward(
      this.workspace,
      { rowCount, precision, linear },
      { dMeans: null, dCovariances: null, atSamples: { samples, dSamples }, dLocalKl },
      gradients,
    );
    return gradients;
  }
}
