/** The linear dynamical system as the graphical model of an SVAE (thesis 4.2, 5.2, appendix B). */

import { linearDynamicsBackward } from '../../../inference/kalman/backward.ts';
import {
  collectStatistics,
  kalmanFilter,
  kalmanSampler,
  kalmanSmoother,
  type LdsInput,
  loadChain,
  localKl,
} from '../../../inference/kalman/forward.ts';
import { createLdsWorkspace, type LdsWorkspace } from '../../../inference/kalman/workspace.ts';
import { OK, type Status } from '../../../math/status.ts';
import type {
  GraphicalModel,
  InferenceGradients,
  InferenceRequest,
  LocalGradients,
  LocalInference,
} from '../../../svae/graphicalModel.ts';
import type { TrainingData } from '../../../svae/trainer.ts';
import { seasonOfTraining } from '../../shared/engine/naiveForecasts.ts';
import type { SvaeLdsSettings } from '../settings.ts';
import { startsFromData, startsWithPeriod } from '../startsFromData.ts';
import { LdsGlobals } from './globals.ts';
import { priorWidening } from './start.ts';

export class LinearDynamics implements GraphicalModel {
  readonly globals: LdsGlobals;
  readonly latentDimension: number;
  readonly parameterLength: number;
  readonly prior: Float64Array;
  private readonly turnsFirst: boolean;
  private readonly windowSteps: number;
  private readonly season: number | null;
  /** One for every number of rows asked for: a training batch, and the rows a bound is taken at. */
  private readonly batches = new Map<number, DynamicsBatch>();

  /** @param training against few rows a prior that starts from the data weighs less */
  constructor(settings: SvaeLdsSettings, training: TrainingData) {
    this.globals = new LdsGlobals(settings.latentDimension, {
      noiseScale: settings.noiseScale,
      transitionSpread: settings.transitionSpread * priorWidening(settings, training.rows),
    });
    this.turnsFirst = startsFromData(settings);
    this.windowSteps = settings.windowSteps;
    this.season = startsWithPeriod(settings) ? seasonOfTraining(training) : null;
    this.latentDimension = settings.latentDimension;
    this.parameterLength = this.globals.length;
    this.prior = this.globals.prior;
  }

  /**
   * Before it has seen anything the model expects the state to stand still; where it starts from the
   * data, to turn, every pair of coordinates at a pace of its own.
   */
  initialise(): Float64Array {
    return this.turnsFirst
      ? this.globals.turning(this.windowSteps, this.season)
      : this.prior.slice();
  }

  expectedStatistics(natural: Float64Array, out: Float64Array): Status {
    return this.globals.expectedStatistics(natural, out);
  }

  globalKl(natural: Float64Array): number {
    return this.globals.kl(natural);
  }

  validate(natural: Float64Array): Status {
    return this.globals.validate(natural);
  }

  infer(request: InferenceRequest): LocalInference {
    const rows = request.rows.length;
    let batch = this.batches.get(rows);
    if (!batch) {
      batch = new DynamicsBatch(this.globals, rows);
      this.batches.set(rows, batch);
    }
    return batch.infer(request);
  }

  /** Inference is exact and starts nowhere: there is nothing to remember. */
  saveState(): Float64Array {
    return new Float64Array(0);
  }

  restoreState(state: Float64Array): void {
    if (state.length > 0)
      throw new RangeError(`The dynamics keep no state; there are ${state.length} numbers of it.`);
  }
}

/** Local inference for batches of one size, in memory made once. */
class DynamicsBatch implements LocalInference {
  readonly samples: Float64Array;
  readonly statistics: Float64Array;
  status: Status = OK;
  localKl = 0;
  private readonly workspace: LdsWorkspace;
  private readonly gradients: InferenceGradients;
  private request: InferenceRequest | null = null;

  constructor(globals: LdsGlobals, rowCount: number) {
    const size = rowCount * globals.dimension;
    this.workspace = createLdsWorkspace(globals.family.layout, rowCount);
    this.samples = new Float64Array(size);
    this.statistics = this.workspace.statistics;
    this.gradients = {
      dPrecision: new Float64Array(size),
      dLinear: new Float64Array(size),
      dExpected: new Float64Array(globals.length),
    };
  }

  infer(request: InferenceRequest): LocalInference {
    const { workspace, samples } = this;
    const input = inputOf(request);
    this.request = request;
    loadChain(workspace, request.expected);
    this.status = kalmanFilter(workspace, input);
    if (!this.status.ok) return this;
    kalmanSmoother(workspace, input);
    kalmanSampler(workspace, input, request.noise, samples);
    collectStatistics(workspace, input);
    this.localKl = localKl(workspace, input, request.expected);
    return this;
  }

  backward({ dSamples, dLocalKl }: LocalGradients): InferenceGradients {
    const { request, samples, gradients } = this;
    if (!request) throw new Error('backward needs an infer before it.');
    const atSamples = { samples, noise: request.noise, dSamples };
    const loss = { atSamples, atMoments: null, dLogZ: 0, dLocalKl };
    linearDynamicsBackward(this.workspace, inputOf(request), loss, gradients);
    return gradients;
  }
}

function inputOf({ potentials, rows, sequenceLength }: InferenceRequest): LdsInput {
  const { precision, linear } = potentials;
  return { windows: rows.length / sequenceLength, steps: sequenceLength, precision, linear };
}
