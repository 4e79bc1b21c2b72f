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
import type {
  InferenceGradients,
  InferenceRequest,
  LocalGradients,
  LocalInference,
} from '../../../svae/graphicalModel.ts';
import type { TrainingData } from '../../../svae/trainer.ts';
import { FamilyModel, ModelBatch } from '../../shared/engine/familyModel.ts';
import { seasonOfTraining } from '../../shared/engine/naiveForecasts.ts';
import type { SvaeLdsSettings } from '../settings.ts';
import { startsFromData, startsWithPeriod } from '../startsFromData.ts';
import { LdsGlobals } from './globals.ts';
import { priorWidening } from './start.ts';

export class LinearDynamics extends FamilyModel<LdsGlobals, DynamicsBatch> {
  private readonly turnsFirst: boolean;
  private readonly windowSteps: number;
  private readonly season: number | null;

  /** @param training against few rows a prior that starts from the data weighs less */
  constructor(settings: SvaeLdsSettings, training: TrainingData) {
    const { latentDimension, noiseScale } = settings;
    const transitionSpread = settings.transitionSpread * priorWidening(settings, training.rows);
    super(new LdsGlobals(latentDimension, { noiseScale, transitionSpread }));
    this.turnsFirst = startsFromData(settings);
    this.windowSteps = settings.windowSteps;
    this.season = startsWithPeriod(settings) ? seasonOfTraining(training) : null;
  }

  /**
   * Before it has seen anything the model expects the state to stand still; where it starts from the
   * data, to turn, every pair of coordinates at a pace of its own.
   */
  override initialise(): Float64Array {
    return this.turnsFirst
      ? this.globals.turning(this.windowSteps, this.season)
      : this.prior.slice();
  }

  protected newBatch(rows: number): DynamicsBatch {
    return new DynamicsBatch(this.globals, rows);
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
class DynamicsBatch extends ModelBatch {
  readonly statistics: Float64Array;
  private readonly workspace: LdsWorkspace;

  constructor(globals: LdsGlobals, rowCount: number) {
    super(globals, rowCount);
    this.workspace = createLdsWorkspace(globals.family.layout, rowCount);
    this.statistics = this.workspace.statistics;
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
    const { samples, gradients } = this;
    const request = this.inferred();
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
