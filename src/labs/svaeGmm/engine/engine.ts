/** An SVAE-GMM at work: the driver with a mixture inside, and what the page shows of it. */
import { inOwnUnits, logScales } from '../../../datasets/columnUnits.ts';
import type { Points } from '../../../datasets/dataset.ts';
import type { LogLikelihoodEstimate } from '../../../inference/importanceWeighting/estimate.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import type { Random } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { AutoencoderShape } from '../../../networks/shape.ts';
import type { SearchSchedule, TrialKind } from '../../../svae/structuralSearch.ts';
import { EditableSvaeEngine } from '../../../svae/svaeEngine.ts';
import type { TrainingOptions } from '../../../svae/trainer.ts';
import type {
  Breakdown,
  Checkpoint,
  EngineRequest,
  Evaluated,
  NamedArrays,
  ObjectiveTerms,
  Score,
} from '../../engine.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import { likeliest } from '../../shared/data/likeliest.ts';
import {
  changedArrays,
  float64,
  int32,
  networkArrays,
  rowsArrays,
  takeNetworks,
} from '../../shared/engine/arrays.ts';
import { clusteringScores } from '../../shared/engine/clusteringScores.ts';
import { takePosterior } from '../../shared/engine/mixtureArrays.ts';
import { mustHaveRows } from '../../shared/engine/planarData.ts';
import { explainBreakdown, structuredRemedies } from '../../shared/engine/remedies.ts';
import { structuredOptions } from '../../shared/settings/trainingSettings.ts';
import { svaeGmmArrays } from '../arrays.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import { type SvaeGmmSettings, svaeGmmTable } from '../settings.ts';
import type {
  IterationInspection,
  PointInspection,
  SvaeGmmQuery,
  SvaeGmmSnapshot,
} from '../snapshot.ts';
import { clusterArrays } from './arrays.ts';
import { inspectIteration } from './inspection.ts';
import { svaeLogLikelihood } from './likelihood.ts';
import { Mixture } from './mixture.ts';
import { SnapshotMaker } from './snapshotMaker.ts';

export class SvaeGmmEngine extends EditableSvaeEngine<
  SvaeGmmSettings,
  SvaeGmmEdit,
  SvaeGmmSnapshot,
  SvaeGmmQuery,
  PointInspection | IterationInspection
> {
  private readonly dataset: Points;
  private readonly mixture: Mixture;
  private readonly snapshots: SnapshotMaker;

  constructor({ settings, dataset, seed }: EngineRequest<SvaeGmmSettings>) {
    mustHaveRows(dataset.rows, settings.clusters, 'clusters');
    const mixture = new Mixture(settings, dataset.rows, dataset);
    super({
      settings,
      seed,
      model: mixture,
      shape: networkShape(settings, dataset),
      data: dataset,
      batchRows: settings.batch,
      options: trainingOptions,
      search: searchSchedule(settings, dataset.rows),
    });
    this.dataset = dataset;
    this.mixture = mixture;
    this.snapshots = new SnapshotMaker(mixture, this.shown, dataset, seed);
  }

  override evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    return this.snapshots.evaluate(this.show(), of === 'shown' ? this.edits : [], this.step);
  }

  snapshot({ afresh = false } = {}): SvaeGmmSnapshot {
    if (afresh) {
      this.showAfresh();
      this.snapshots.forgetExtent();
    }
    const onTrial = this.search?.onTrial() ?? null;
    return this.snapshots.make(this.show(), this.edits, this.step, onTrial);
  }

  inspect(query: SvaeGmmQuery): PointInspection | IterationInspection {
    const natural = this.show();
    if (query.kind === 'point') {
      return this.snapshots.point(natural, this.edits, this.step, query.row);
    }
    return inspectIteration({
      row: query.row,
      mixture: this.mixture,
      networks: this.shown,
      natural,
      dataset: this.dataset,
      learned: this.snapshots.learned,
      options: this.trainer.options,
      step: this.step,
    });
  }

  scores(): readonly Score[] {
    const { clusters, assignments } = this.snapshot();
    return clusteringScores(this.dataset, assignments, clusters.filter(isInUse).length);
  }

  measure() {
    const elbo = this.evaluate();
    const { clusters, assignments, reconstructions } = this.snapshot();
    const { labels, values, distance } = this.dataset;
    let squared = 0;
    for (let i = 0; i < reconstructions.length; i++) {
      squared += (reconstructions[i] - values[i]) ** 2;
    }
    return {
      adjustedRandIndex: labels ? adjustedRandIndex(labels, assignments) : null,
      clustersUsed: clusters.filter(isInUse).length,
      elbo,
      reconstructionMse: (distance.scale ** 2 * squared) / reconstructions.length,
    };
  }

  arrays(): NamedArrays {
    const { dataset, edits } = this;
    const { clusters: K, dimension: d } = this.mixture.globals;
    this.showAfresh();
    const natural = this.show();
    const { rows, dimension: D, units } = dataset;
    const local = this.snapshots.settled(natural, edits, this.step);
    return {
      ...this.readArrays(),
      ...rowsArrays(dataset),
      start_responsibilities: float64(local.start, rows, K),
      responsibilities: float64(local.responsibilities, rows, K),
      assignments: int32(likeliest(local.responsibilities, K), rows),
      latent_means: float64(local.means, rows, d),
      reconstructions: float64(inOwnUnits(units, local.reconstructions), rows, D),
    };
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const taken = changedArrays(svaeGmmArrays, this.readArrays(), given);
    const names = Object.keys(taken);
    if (names.length === 0) return [];
    this.bakeEdits();
    this.change((parameters, natural) => {
      takeNetworks(this.shown.layout, taken, parameters);
      takePosterior(this.mixture.globals.layout, taken, natural);
    });
    this.snapshots.forget();
    return names;
  }

  private readArrays(): NamedArrays {
    const { shape, layout } = this.shown;
    return {
      ...clusterArrays(this.mixture.globals, this.show(), this.edits),
      ...networkArrays(shape, layout, this.parametersShown),
    };
  }

  /** log p of rows (M x D) under the edits, by importance sampling. */
  sampledLogLikelihoodOf(
    values: Float32Array,
    samples: number,
    random: Random,
  ): LogLikelihoodEstimate {
    const { globals } = this.mixture;
    // The counts are those of points in a picture; a density has no use for them.
    const noCounts = new Float64Array(globals.clusters);
    const clusters = globals.summary(this.show(), this.edits, noCounts);
    // Encoding these rows overwrites what the networks have said of those shown.
    this.snapshots.forget();
    return svaeLogLikelihood(this.shown, clusters, values, samples, random);
  }

  /** Decoded means (S x D) of latents (S x d). */
  decode(latents: Float64Array, count: number): Float32Array {
    this.show();
    return this.shown.reconstructMean(latents, count);
  }

  override setEdits(edits: readonly SvaeGmmEdit[]): void {
    const isTakenBack = edits.length < this.edits.length;
    super.setEdits(edits);
    // Taken back, not dragged on: points return to where they were, whichever way they went.
    if (isTakenBack) this.showAfresh();
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.snapshots.sampleCount = view.samples ?? 0;
  }

  override load(checkpoint: Checkpoint): void {
    super.load(checkpoint);
    this.snapshots.forget();
  }

  protected withEdits(natural: Float64Array, edits: readonly SvaeGmmEdit[]): Float64Array {
    return this.mixture.globals.withEdits(natural, edits);
  }

  protected override baked(natural: Float64Array): Float64Array {
    return this.mixture.bake(natural, this.edits);
  }

  protected override nowShown(responsibilities: Float64Array, afresh: boolean): void {
    this.snapshots.learned.set(responsibilities);
    // Under edits, points go on from where the last picture left them.
    if (this.edits.length === 0 || afresh) this.snapshots.startAfresh();
  }

  protected explain(status: FailedStatus): Breakdown {
    const { settings } = this;
    const remedies = structuredRemedies(svaeGmmTable, settings);
    return explainBreakdown({ status, step: this.step + 1 }, svaeGmmTable, settings, remedies);
  }
}

function trainingOptions(settings: SvaeGmmSettings): TrainingOptions {
  return { ...structuredOptions(settings), structuralMoves: settings.structuralMoves };
}

/**
 * Hidden units that all switch at the origin can only learn maps that are odd around it. Spread
 * out, they bend arms into shape in half as many steps.
 */
const HIDDEN_BIAS_DEVIATION = 1.5;

function networkShape(settings: SvaeGmmSettings, { dimension, units }: Points): AutoencoderShape {
  return {
    logScales: logScales(units),
    dataDimension: dimension,
    latentDimension: settings.latentDimension,
    hiddenLayers: settings.hiddenLayers,
    hiddenUnits: settings.hiddenUnits,
    activation: settings.activation,
    residual: settings.residual,
    decoderResidual: 'transpose',
    weights: settings.weights,
    hiddenBiasDeviation: settings.weights === 'fan-in' ? HIDDEN_BIAS_DEVIATION : 0,
    encoderInputScale: settings.inputScale,
    decoderInputScale: settings.inputScale,
    initialLogPrecision: 0,
    initialLogVariance: 0,
    decoderMean: 'identity',
  };
}

/** Passes over the data before the first look for moves. */
const WARM_UP_EPOCHS = 30;
const LEAST_WARM_UP = 100;
const MOST_WARM_UP = 400;

/** Long enough to tell whether most changes pay. */
const SHORT_TRIAL: TrialKind = { steps: 75, leastGain: -0.12 };
/** Two halves of a bent shape become one cluster only when the networks have straightened it. */
const LONG_TRIAL: TrialKind = { steps: 200, leastGain: -0.35 };
/** All shapes at once out of their pieces: joined moons overtake halved ones after some 650 steps. */
const BOLD_TRIAL = 1000;

function searchSchedule({ batch, thoroughSearch }: SvaeGmmSettings, rows: number): SearchSchedule {
  const warmUp = Math.round((WARM_UP_EPOCHS * rows) / Math.min(batch, rows));
  return {
    warmUp: Math.min(MOST_WARM_UP, Math.max(LEAST_WARM_UP, warmUp)),
    period: 25,
    trials: thoroughSearch ? [SHORT_TRIAL, LONG_TRIAL] : [SHORT_TRIAL],
    boldTrial: BOLD_TRIAL,
  };
}
