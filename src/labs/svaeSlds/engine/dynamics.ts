/** The switching linear dynamical system as the graphical model of an SVAE (thesis 4.3). */
import { clearState } from '../../../distributions/stateMoves.ts';
import { kalmanSampler } from '../../../inference/kalman/forward.ts';
import { switchingBackward } from '../../../inference/switchingLinearDynamics/backward.ts';
import {
  type EdgeWeights,
  edgeWeights,
  weighEdges,
} from '../../../inference/switchingLinearDynamics/edgeWeights.ts';
import {
  collectSwitchingStatistics,
  inferStates,
  type SwitchingInput,
  switchingLocalKl,
} from '../../../inference/switchingLinearDynamics/forward.ts';
import {
  createSwitchingWorkspace,
  loadStandardNormal,
  loadStates,
  type SwitchingWorkspace,
} from '../../../inference/switchingLinearDynamics/workspace.ts';
import type { Status } from '../../../math/status.ts';
import type {
  InferenceGradients,
  InferenceRequest,
  LocalGradients,
  LocalInference,
  Proposal,
} from '../../../svae/graphicalModel.ts';
import { FamilyModel, ModelBatch } from '../../shared/engine/familyModel.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import type { SvaeSldsSettings } from '../settings.ts';
import { removedBy } from './editedGlobals.ts';
import { SldsGlobals } from './globals.ts';
import { proposeMerges } from './merges.ts';

/** Sweeps end when they change no responsibility by more. */
const TOLERANCE = 1e-4;
/** Of the gradient through the fixed point. */
const FIXED_POINT = { mostRounds: 10, tolerance: 1e-3 } as const;

type InferenceSettings = Pick<SvaeSldsSettings, 'sweeps' | 'gradient'>;

export class SwitchingDynamics extends FamilyModel<SldsGlobals, SwitchingBatch> {
  settings: InferenceSettings;
  /** States that are left out; those of the edits on show, none in training. */
  removed: readonly number[] = [];
  /** N x K: q(z) of the step from each row of the data to the next, as the last visit left it. */
  readonly responsibilities: Float64Array;
  /**
   * Whether the states have begun. Until then the networks learn as those of a VAE: latents are standard
   * normal, whatever the globals, which follow with every step in the first state.
   */
  hasBegun = false;
  private readonly rows: number;
  /** eta that `expectedStatistics` was last asked for. */
  private natural: Float64Array | null = null;

  /** @param rows N, of the training data */
  constructor(settings: SvaeSldsSettings, rows: number) {
    super(new SldsGlobals(settings));
    this.settings = settings;
    this.rows = rows;
    this.responsibilities = new Float64Array(rows * settings.states);
    for (let at = 0; at < this.responsibilities.length; at += settings.states)
      this.responsibilities[at] = 1;
  }

  override expectedStatistics(natural: Float64Array, out: Float64Array): Status {
    this.natural = natural;
    return this.globals.expectedStatistics(natural, out, this.removed);
  }

  override globalKl(natural: Float64Array): number {
    return this.globals.kl(natural, this.removed);
  }

  /** States that no step may be in. */
  get ruledOut(): readonly number[] {
    if (this.hasBegun) return this.removed;
    return this.globals.others(0);
  }

  protected newBatch(rows: number, sequenceLength: number): SwitchingBatch {
    return new SwitchingBatch(this, this.rows, rows, sequenceLength);
  }

  propose(): readonly Proposal[] {
    const { hasBegun, latest, natural, globals } = this;
    if (!hasBegun || !latest || !natural) return [];
    const mergeResponsibilities = (state: number, into: number) =>
      this.mergeResponsibilities(state, into);
    return proposeMerges({ globals, natural, mergeResponsibilities }, latest.workspace, this.rows);
  }

  /** Takes q(z) of the data along where edits give steps to other states. */
  moveWarmStarts(edits: readonly SvaeSldsEdit[]): void {
    const { globals, responsibilities } = this;
    const { states: K } = globals;
    for (const edit of edits) {
      if (edit.kind === 'mergeStates') this.mergeResponsibilities(edit.state, edit.into);
      if (edit.kind === 'splitState')
        for (let at = 0; at < responsibilities.length; at += K) {
          responsibilities[at + edit.state] /= 2;
          responsibilities[at + edit.into] = responsibilities[at + edit.state];
        }
      if (edit.kind !== 'swapStates') continue;
      for (let at = 0; at < responsibilities.length; at += K) {
        const moved = responsibilities[at + edit.state];
        responsibilities[at + edit.state] = responsibilities[at + edit.with];
        responsibilities[at + edit.with] = moved;
      }
    }
    for (const state of removedBy(edits, globals.states))
      for (let at = state; at < responsibilities.length; at += K) responsibilities[at] = 0;
  }

  /**
   * Builds removals in, too.
   *
   * @param edited eta with its edits in, changed in place
   */
  bake(edited: Float64Array, edits: readonly SvaeSldsEdit[]): Float64Array {
    const { globals } = this;
    for (const state of removedBy(edits, globals.states)) clearState(globals, edited, state);
    return edited;
  }

  /** The steps of a state go to another one. */
  private mergeResponsibilities(state: number, into: number): void {
    const { responsibilities, globals } = this;
    for (let at = 0; at < responsibilities.length; at += globals.states) {
      responsibilities[at + into] += responsibilities[at + state];
      responsibilities[at + state] = 0;
    }
  }

  saveState(): Float64Array {
    const state = new Float64Array(this.responsibilities.length + 1);
    state.set(this.responsibilities);
    state[this.responsibilities.length] = this.hasBegun ? 1 : 0;
    return state;
  }

  restoreState(state: Float64Array): void {
    const { length } = this.responsibilities;
    if (state.length !== length + 1)
      throw new RangeError(
        `The state of inference has ${state.length} numbers; this model has ${length + 1}.`,
      );
    this.responsibilities.set(state.subarray(0, length));
    this.hasBegun = state[length] === 1;
  }
}

/** Local inference for batches of one size, in memory made once. */
class SwitchingBatch extends ModelBatch {
  readonly workspace: SwitchingWorkspace;
  readonly statistics: Float64Array;
  private readonly model: SwitchingDynamics;
  private readonly stateEvidence: Float64Array;
  private readonly weights: EdgeWeights;

  constructor(model: SwitchingDynamics, dataRows: number, rowCount: number, steps: number) {
    super(model.globals, rowCount);
    const { family, states: K } = model.globals;
    this.model = model;
    this.workspace = createSwitchingWorkspace(family.layout, rowCount / steps, steps);
    this.statistics = new Float64Array(family.length);
    this.stateEvidence = new Float64Array(rowCount * K);
    this.weights = edgeWeights(dataRows, steps);
  }

  infer(request: InferenceRequest): LocalInference {
    const { workspace, samples, statistics, model } = this;
    const { layout, responsibilities } = workspace;
    const { states: K } = layout;
    this.request = request;
    const input = this.inputOf(request);
    loadStates(workspace, request.expected);
    if (!model.hasBegun) loadStandardNormal(workspace);
    this.warmStart(request.rows);
    const { sweeps: mostSweeps } = model.settings;
    this.status = inferStates(workspace, input, { tolerance: TOLERANCE, mostSweeps });
    if (!this.status.ok) return this;
    kalmanSampler(workspace.kalman, input, request.noise, samples);
    collectSwitchingStatistics(workspace);
    statistics.set(workspace.statistics);
    weighEdges(layout, this.weights, statistics);
    this.localKl = switchingLocalKl(workspace, input);
    for (let b = 0; b < request.rows.length; b++) {
      if (b % workspace.steps === workspace.steps - 1) continue;
      for (let k = 0; k < K; k++)
        model.responsibilities[request.rows[b] * K + k] = responsibilities[b * K + k];
    }
    return this;
  }

  backward({ dSamples, dLocalKl }: LocalGradients): InferenceGradients {
    const { samples, gradients, workspace, model } = this;
    const request = this.inferred();
    const loss = {
      atSamples: { samples, noise: request.noise, dSamples },
      atMoments: null,
      dLocalKl,
      throughFixedPoint: model.settings.gradient === 'implicit' ? FIXED_POINT : null,
    };
    switchingBackward(workspace, this.inputOf(request), loss, gradients);
    const { dExpected } = gradients;
    // Before the states begin, no global parameter moves q(x).
    if (!model.hasBegun)
      for (let i = 0; i < dExpected.length; i++) dExpected[i] = -dLocalKl * workspace.statistics[i];
    weighEdges(workspace.layout, this.weights, dExpected);
    return gradients;
  }

  private inputOf({ potentials }: InferenceRequest): SwitchingInput {
    const { precision, linear } = potentials;
    const { windows, steps, layout } = this.workspace;
    const { ruledOut } = this.model;
    const { stateEvidence } = this;
    const { states: K } = layout;
    for (let at = 0; at < stateEvidence.length; at++)
      stateEvidence[at] = ruledOut.includes(at % K) ? Number.NEGATIVE_INFINITY : 0;
    return {
      windows,
      steps,
      precision,
      linear,
      stateEvidence: ruledOut.length > 0 ? stateEvidence : null,
    };
  }

  /** Responsibilities from the last visit of these rows, without states that are ruled out. */
  private warmStart(rows: Int32Array): void {
    const { workspace, model } = this;
    const { responsibilities, steps, layout } = workspace;
    const { states: K } = layout;
    const { ruledOut } = model;
    for (let b = 0; b < rows.length; b++) {
      // The last row of a window has no pair.
      if (b % steps === steps - 1) continue;
      const at = b * K;
      let sum = 0;
      for (let k = 0; k < K; k++) {
        const weight = ruledOut.includes(k) ? 0 : model.responsibilities[rows[b] * K + k];
        responsibilities[at + k] = weight;
        sum += weight;
      }
      const isLost = !(sum > 0);
      const kept = K - ruledOut.length;
      for (let k = 0; k < K; k++)
        responsibilities[at + k] = isLost
          ? ruledOut.includes(k)
            ? 0
            : 1 / kept
          : responsibilities[at + k] / sum;
    }
  }
}
