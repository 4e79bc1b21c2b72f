/**
 * The training step of a structured VAE (thesis Algorithm 1), written once for every graphical
 * model. Dimension letters are those of `graphicalModel.ts`; D is the data dimension.
 */
import type { Checkpoint } from '../labs/engine.ts';
import type { Random } from '../math/random.ts';
import { fillNormal, forkRandom, restoreRandom } from '../math/random.ts';
import { OK } from '../math/status.ts';
import { Adam } from '../networks/adam.ts';
import type { Autoencoder } from '../networks/autoencoder.ts';
import type { NodePotentials } from '../networks/nodePotential.ts';
import { BatchSampler } from './batches.ts';
import { emptyBound, putTogether } from './bound.ts';
import { fittingArrays } from './checkpoint.ts';
import type { GraphicalModel, LocalInference, Status } from './graphicalModel.ts';
import { naturalDirection, naturalGradientStep } from './naturalGradient.ts';
import { RunningAverage } from './runningAverage.ts';
import { type DecodedDraws, type DrawsEstimator, SeveralDrawsPass } from './severalDraws.ts';

/** What can be changed while the model trains. */
export interface TrainingOptions {
  /** Adam's step size for the networks. */
  readonly learningRate: number;
  /** rho: how far each natural-gradient step goes, 0..1. */
  readonly naturalStep: number;
  /** beta: weight of both KL terms in the objective; 1 is the evidence lower bound. */
  readonly klWeight: number;
  /** Whether the step includes how the globals move q(x): the second term of (3.20). */
  readonly fullNaturalGradient: boolean;
  /** Gradient-norm limit of the networks' step. */
  readonly gradientClip: number;
  /**
   * The networks rest and the globals alone learn (thesis 6.2.4). No gradient goes through the
   * networks, so the second term of (3.20), which would need one, is left out.
   */
  readonly networksRest?: boolean;
  /** Whether the model's structure is searched, where it can be. */
  readonly structuralMoves?: boolean;
  /**
   * How the networks' gradient is made of several draws for each row; absent: one reparameterised
   * draw and the KL in closed form. Of a model without global parameters that offers such draws.
   */
  readonly severalDraws?: DrawsEstimator | null;
}

export interface TrainingData {
  /** N */
  readonly rows: number;
  /** D */
  readonly dimension: number;
  /** N x D, row-major. */
  readonly values: Float32Array;
}

export interface TrainerSetup {
  readonly model: GraphicalModel;
  readonly networks: Autoencoder;
  /** Flat network parameters to start from; the trainer owns and updates them. */
  readonly parameters: Float32Array;
  /** Global natural parameters to start from, length P; the trainer owns and updates them. */
  readonly natural: Float64Array;
  readonly data: TrainingData;
  /** Names the random streams of batches and noise. */
  readonly seed: number;
  readonly options: TrainingOptions;
  /** Rows per batch asked for; no more than N are drawn. */
  readonly batchRows: number;
  /** Consecutive rows that belong together; 1 for independent data. */
  readonly sequenceLength: number;
}

export interface AveragedModel {
  readonly parameters: Float32Array;
  /** eta, length P. */
  readonly natural: Float64Array;
  readonly modelState: Float64Array;
}

/** A global parameter at the edge of its cone may sit out some steps; for good it is trouble. */
const MOST_STUCK_STEPS = 30;

export class Trainer {
  readonly model: GraphicalModel;
  readonly networks: Autoencoder;
  readonly parameters: Float32Array;
  readonly natural: Float64Array;
  readonly data: TrainingData;
  /** Consecutive rows that belong together. */
  readonly sequenceLength: number;
  /** Where the last steps have been on average: what bounds are compared at. */
  readonly average: RunningAverage;
  options: TrainingOptions;
  /** Steps taken. */
  step = 0;
  /** Bound of the last batch. */
  readonly batchBound = emptyBound();
  /** Per datum, what the estimator of several draws raises in the last batch; NaN without one. */
  batchObjective = Number.NaN;

  /** Natural-gradient steps in a row that could not be taken. */
  private stuckSteps = 0;
  /** Rows of the data that a step takes. */
  readonly batchRows: number;
  private readonly batches: BatchSampler;
  private readonly adam: Adam;
  private readonly seed: number;
  private random: Random;
  private readonly expected: Float64Array;
  private readonly direction: Float64Array;
  private readonly candidate: Float64Array;
  private readonly batchValues: Float32Array;
  private readonly noise: Float64Array;
  private readonly dSamples: Float64Array;
  private readonly gradient: Float32Array;
  private readonly severalDraws: SeveralDrawsPass;
  /** Of the last pass through the networks, length P. */
  private dExpected: Float64Array = new Float64Array(0);
  /** Of all rows and of a batch, kept while the networks rest; null until they are needed. */
  private known: { readonly all: NodePotentials; readonly batch: NodePotentials } | null = null;

  constructor(setup: TrainerSetup) {
    const { model, data } = setup;
    this.model = model;
    this.networks = setup.networks;
    this.parameters = setup.parameters;
    this.natural = setup.natural;
    this.data = data;
    this.seed = setup.seed;
    this.random = forkRandom(setup.seed, 'training');
    this.options = setup.options;
    this.sequenceLength = setup.sequenceLength;
    this.batches = new BatchSampler(data.rows, setup.batchRows, setup.sequenceLength);
    this.batchRows = this.batches.rows.length;
    this.adam = new Adam(setup.parameters.length);
    this.average = new RunningAverage(setup.parameters, setup.natural);
    this.expected = new Float64Array(model.parameterLength);
    this.direction = new Float64Array(model.parameterLength);
    this.candidate = new Float64Array(model.parameterLength);
    this.batchValues = new Float32Array(this.batchRows * data.dimension);
    this.noise = new Float64Array(this.batchRows * model.latentDimension);
    this.dSamples = new Float64Array(this.batchRows * model.latentDimension);
    this.gradient = new Float32Array(setup.parameters.length);
    this.severalDraws = new SeveralDrawsPass(this.networks, this.batchRows);
    this.networks.setParameters(this.parameters);
  }

  /**
   * One step: encode, infer, sample, decode, and back. Networks move along the gradient of the
   * batch's bound (3.23, 3.24), globals along its natural gradient (3.20, 3.21). On numerical
   * trouble the status says what broke; go on from a state saved before the step.
   */
  train(): Status {
    const { model, options, networks, parameters, batchValues, batchRows } = this;
    const isResting = options.networksRest === true;
    // A stream for each step at rest: nothing to save, and a loaded run goes on as it would have.
    const random = isResting ? forkRandom(this.seed, `globals ${this.step}`) : this.random;
    const rows = this.batches.draw(random);
    gatherRows(this.data, rows, batchValues);
    fillNormal(random, this.noise);

    const expectation = model.expectedStatistics(this.natural, this.expected);
    if (!expectation.ok) return expectation;
    const local = model.infer({
      potentials: isResting ? this.knownPotentials(rows) : networks.encode(batchValues, batchRows),
      expected: this.expected,
      noise: this.noise,
      rows,
      sequenceLength: this.sequenceLength,
    });
    if (!local.status.ok) return local.status;
    const status = isResting
      ? this.takeBound(networks.logLikelihood(local.samples, batchValues, batchRows), local)
      : this.moveNetworks(local, random);
    if (!status.ok) return status;
    const moved = this.moveGlobals(local.statistics);
    if (!moved.ok) return moved;
    if (isResting) {
      // Whole windows of a network at rest shake little, and an average would lag behind.
      this.average.natural.set(this.natural);
    } else this.average.follow(parameters, this.natural);
    this.step += 1;
    return OK;
  }

  /** The networks are others, or the data: potentials that were kept hold no longer. */
  forgetPotentials(): void {
    this.known = null;
  }

  /** Backpropagates through decoder, inference and encoder; also leaves `dExpected`. */
  private moveNetworks(local: LocalInference, random: Random): Status {
    const { networks, options, parameters, gradient } = this;
    // The networks minimise the negative bound per datum.
    const scale = 1 / this.batchRows;
    const estimator = options.severalDraws;
    const decoded = estimator
      ? this.decodeSeveral(local, random, estimator, scale)
      : this.decodeOne(local, scale);
    const bounded = this.takeBound(decoded.logLikelihood, local);
    if (!bounded.ok) return bounded;
    const gradients = decoded.backward();
    networks.encodeBackward(gradients.dPrecision, gradients.dLinear);
    networks.gradient(gradient);
    const norm = this.adam.update(parameters, gradient, {
      learningRate: options.learningRate,
      clipNorm: options.gradientClip,
    });
    if (!Number.isFinite(norm)) return { ok: false, what: 'gradient of the networks', value: norm };
    networks.setParameters(parameters);
    this.dExpected = gradients.dExpected;
    this.known = null;
    return OK;
  }

  /** One draw for each row, as it came with q(x). */
  private decodeOne(local: LocalInference, scale: number): DecodedDraws {
    const { networks, options, dSamples, batchValues, batchRows } = this;
    const decoded = networks.decode(local.samples, batchValues, batchRows, -scale);
    const backward = () => {
      dSamples.set(decoded.dLatents);
      return local.backward({ dSamples, dLocalKl: options.klWeight * scale });
    };
    return { logLikelihood: decoded.logLikelihood, backward };
  }

  /** Several draws for each row; the first is the one that came with q(x). */
  private decodeSeveral(
    local: LocalInference,
    random: Random,
    estimator: DrawsEstimator,
    scale: number,
  ): DecodedDraws {
    const { severalDraws, noise, batchValues } = this;
    const decoded = severalDraws.run(local, noise, batchValues, random, estimator, -scale);
    this.batchObjective = decoded.objective * scale;
    return decoded;
  }

  private takeBound(logLikelihood: number, { localKl }: LocalInference): Status {
    const globalKl = this.model.globalKl(this.natural);
    const { batchBound, batchRows, data } = this;
    return putTogether(batchBound, batchRows, data.rows, logLikelihood, localKl, globalKl);
  }

  /** Node potentials of these rows (B), without a pass of the encoder for every step. */
  private knownPotentials(rows: Int32Array): NodePotentials {
    const { data, networks } = this;
    if (!this.known) {
      const { precision, linear } = networks.potentials(data.values, data.rows);
      const size = this.noise.length;
      this.known = {
        all: { precision: precision.slice(), linear: linear.slice() },
        batch: { precision: new Float64Array(size), linear: new Float64Array(size) },
      };
    }
    const { all, batch } = this.known;
    copyRows(all.precision, this.model.latentDimension, rows, batch.precision);
    copyRows(all.linear, this.model.latentDimension, rows, batch.linear);
    return batch;
  }

  /** One natural-gradient step of the globals; trouble when none could be taken for many steps. */
  private moveGlobals(statistics: Float64Array): Status {
    const { model, options, natural, direction } = this;
    naturalDirection(
      {
        natural,
        prior: model.prior,
        statistics,
        dExpected: this.dExpected,
        dataRows: this.data.rows,
        batchRows: this.batchRows,
        klWeight: options.klWeight,
        fullNaturalGradient: options.fullNaturalGradient && !options.networksRest,
      },
      direction,
    );
    const { naturalStep } = options;
    const taken = naturalGradientStep(model, natural, direction, naturalStep, this.candidate);
    this.stuckSteps = taken > 0 ? 0 : this.stuckSteps + 1;
    if (this.stuckSteps < MOST_STUCK_STEPS) return OK;
    this.stuckSteps = 0;
    return { ok: false, what: 'natural-gradient step', value: 0 };
  }

  /** Moves networks and globals to their running average. */
  goToAverage(): void {
    this.parameters.set(this.average.parameters);
    this.natural.set(this.average.natural);
    this.networks.setParameters(this.parameters);
    this.known = null;
  }

  /** The model where the last steps have been on average, and the warm starts that go with it. */
  averaged(): AveragedModel {
    const { parameters, natural } = this.average;
    return {
      parameters: parameters.slice(),
      natural: natural.slice(),
      modelState: this.model.saveState(),
    };
  }

  save() {
    const { average } = this;
    const arrays = {
      parameters: this.parameters.slice(),
      natural: this.natural.slice(),
      localState: this.model.saveState(),
      adam: this.adam.save(),
      averageParameters: average.parameters.slice(),
      averageNatural: average.natural.slice(),
      random: Float64Array.from(this.random.state()),
    };
    return { step: this.step, arrays } satisfies Checkpoint;
  }

  /** Throws a RangeError, and changes nothing, when the state belongs to no model, or to one of another shape. */
  load(state: Checkpoint): void {
    const saved = fittingArrays(state, this.save().arrays);
    this.requireProper(saved.natural);
    this.requireProper(saved.averageNatural);
    const random = restoreRandom([...saved.random]);
    this.model.restoreState(saved.localState);
    this.adam.load(saved.adam);
    this.step = state.step;
    this.parameters.set(saved.parameters);
    this.natural.set(saved.natural);
    this.average.parameters.set(saved.averageParameters);
    this.average.natural.set(saved.averageNatural);
    this.random = random;
    this.stuckSteps = 0;
    this.networks.setParameters(this.parameters);
    this.known = null;
  }

  private requireProper(natural: Float64Array): void {
    const status = this.model.validate(natural);
    if (status.ok) return;
    throw new RangeError(
      `The state belongs to no valid model: its ${status.what} is ${status.value}.`,
    );
  }
}

/** Copies `rows` of the N x D data into `out` (B x D). */
export function gatherRows(data: TrainingData, rows: Int32Array, out: Float32Array): void {
  copyRows(data.values, data.dimension, rows, out);
}

function copyRows<Numbers extends Float32Array | Float64Array>(
  from: Numbers,
  width: number,
  rows: Int32Array,
  to: Numbers,
): void {
  for (let b = 0; b < rows.length; b++) {
    for (let j = 0; j < width; j++) to[b * width + j] = from[rows[b] * width + j];
  }
}
