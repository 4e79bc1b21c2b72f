/** What the model expects to see: inference up to some step, sampled chains after it, their pictures. */
import { drawWindow } from '../../../inference/kalman/drawWindow.ts';
import {
  goAheadSwitching,
  type SwitchingSteps,
} from '../../../inference/switchingLinearDynamics/forecast.ts';
import {
  inferStates,
  objective,
  type SweepLimits,
  type SwitchingInput,
  xStep,
  zStep,
} from '../../../inference/switchingLinearDynamics/forward.ts';
import {
  evenShares,
  stateEvidence,
} from '../../../inference/switchingLinearDynamics/possibleStates.ts';
import {
  createSwitchingWorkspace,
  loadStandardNormal,
  loadStates,
  type SwitchingWorkspace,
} from '../../../inference/switchingLinearDynamics/workspace.ts';
import { cholesky } from '../../../math/cholesky.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Status } from '../../../math/status.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { seenPotentials } from '../../../networks/nodePotential.ts';
import { meanOf } from '../../shared/engine/forecastFigures.ts';
import type { Outcome, SeriesForecast } from '../../shared/engine/seriesSnapshots.ts';
import type { SldsGlobals } from './globals.ts';

/** One stretch of T steps to look at. */
export interface ForecastRequest {
  /** T x D, NaN where a value is missing. */
  readonly values: Float32Array;
  /** T */
  readonly steps: number;
  /** The model sees the steps before this one, from 0 (none) to T (all). */
  readonly inputEnds: number;
  /** eta with its edits in, length P, and the states that are left out. */
  readonly natural: Float64Array;
  readonly removed: readonly number[];
  /** T: the state that the step to each row is known to be in, -1: not known. */
  readonly painted: Int32Array;
  /** S, samples the mean is taken over. */
  readonly samples: number;
}

type SeenRequest = Omit<ForecastRequest, 'samples'>;

/** Steps that are seen, as a window of their own. */
interface Stretch {
  /** Whether the model can be loaded, or inference has come to an end. */
  readonly status: Status;
  readonly workspace: SwitchingWorkspace;
  readonly input: SwitchingInput;
}

export interface Forecast extends SeriesForecast {
  /** S x T: the sampled states, from where the input ends. */
  readonly states: Uint8Array;
  /** T x K: q(z_t), and shares of the samples where the input has ended. */
  readonly responsibilities: Float32Array;
  /** Whether inference began from latents that were inferred apart from each other. */
  readonly startsApart: boolean;
}

/** Inference starts without an earlier q(z), so what is shown depends on model and edits alone. */
const LOOK: SweepLimits = { tolerance: 1e-4, mostSweeps: 40 };

/** Sweeps that show whether the other start leads to a better bound. */
const APART: SweepLimits = { ...LOOK, mostSweeps: 6 };
/** Nats by which it has to be better. */
const NOTABLE = 0.1;

/**
 * What is seen is a window of its own. After its end each sample draws a chain of states, and latents
 * by the dynamics of these: mean field over unseen steps would keep whatever q(z) it
 * began with. The random numbers depend on the seed alone, so that an edit moves the curves and not the
 * noise.
 */
export class Forecaster {
  private readonly globals: SldsGlobals;
  private readonly networks: Autoencoder;
  private readonly seed: number;
  private readonly expected: Float64Array;
  private workspace: SwitchingWorkspace | null = null;
  private noise = new Float64Array(0);
  private uniforms = new Float64Array(0);
  private noiseSteps = 0;

  constructor(globals: SldsGlobals, networks: Autoencoder, seed: number) {
    this.globals = globals;
    this.networks = networks;
    this.seed = seed;
    this.expected = new Float64Array(globals.length);
  }

  run(request: ForecastRequest): Outcome<Forecast> {
    const { steps, samples } = request;
    const drawn = this.draw(request);
    if (!drawn.status.ok) return { ok: false, status: drawn.status };
    const { workspace, draws, states, heldFrom, startsApart, seen } = drawn;
    const decoded = this.networks.reconstructMean(draws, samples * steps);
    const latents = meanOf(draws, samples);
    latents.set(workspace.kalman.means.subarray(0, seen * this.globals.dimension));
    return {
      ok: true,
      forecast: {
        mean: meanOf(decoded, samples),
        decoded,
        states,
        latents,
        responsibilities: this.responsibilities(request, workspace, states, seen),
        heldFrom,
        startsApart,
      },
    };
  }

  /**
   * Expected observations at single steps, one after the other, each D; null where inference fails. It
   * takes a fraction of the time of a whole forecast.
   */
  meanAt(request: ForecastRequest, at: readonly number[]): Float32Array | null {
    const { steps, samples } = request;
    const { dimension: d } = this.globals;
    const drawn = this.draw(request);
    if (!drawn.status.ok) return null;
    const chosen = new Float64Array(samples * at.length * d);
    for (let s = 0; s < samples; s++)
      at.forEach((step, i) => {
        const from = (s * steps + step) * d;
        chosen.set(drawn.draws.subarray(from, from + d), (s * at.length + i) * d);
      });
    return meanOf(this.networks.reconstructMean(chosen, samples * at.length), samples);
  }

  /** Latents S x T x d and states S x T of sampled sequences, after inference of the steps seen. */
  private draw(request: ForecastRequest) {
    const { steps, samples, natural, removed } = request;
    const { dimension: d, states: K } = this.globals;
    const seen = Math.max(1, request.inputEnds);
    const { workspace, status, startsApart } = this.infer(request, seen);
    const draws = new Float64Array(samples * steps * d);
    const states = new Uint8Array(samples * steps);
    const drawn = { status, workspace, draws, states, startsApart, seen };
    if (!status.ok) return { ...drawn, heldFrom: null };
    const { noise, uniforms } = this.drawsFor(steps, samples);
    drawWindow(workspace.kalman, d, seen, samples, noise, draws);
    const begin =
      seen > 1 ? workspace.responsibilities.subarray((seen - 2) * K, (seen - 1) * K) : null;
    const known = request.painted.map((state) => (removed.includes(state) ? -1 : state));
    const heldFrom = goAheadSwitching(
      this.stepsOf(natural, removed),
      { draws, states, noise, uniforms, known, from: seen, count: samples },
      begin,
    );
    return { ...drawn, heldFrom };
  }

  /** S x T x d normal and S x T uniform numbers that the samples are made of, until the next call. */
  drawsFor(steps: number, samples: number) {
    this.drawNoise(steps, samples);
    const { noise, uniforms } = this;
    return { noise, uniforms };
  }

  /**
   * q(x) q(z) of the steps seen, by sweeps from even shares, or from latents inferred apart where that
   * leads to a better bound.
   */
  infer(
    request: SeenRequest,
    seen: number,
    limits: SweepLimits = LOOK,
  ): Stretch & { readonly startsApart: boolean } {
    const stretch = this.stretchOf(request, seen);
    const { workspace, input } = stretch;
    if (!stretch.status.ok) return { ...stretch, startsApart: false };
    const apart = this.inferApart(stretch);
    evenShares(workspace, request.removed);
    const status = inferStates(workspace, input, limits);
    const isBest =
      status.ok && objective(workspace) <= (apart?.objective ?? Number.POSITIVE_INFINITY) + NOTABLE;
    if (!apart || isBest) return { ...stretch, status, startsApart: false };
    workspace.responsibilities.set(apart.responsibilities);
    return { ...stretch, status: inferStates(workspace, input, limits), startsApart: true };
  }

  /** The steps seen as a window, with the potentials of the model in the workspace. */
  stretchOf(
    { values, steps, inputEnds, natural, removed, painted }: SeenRequest,
    seen: number,
  ): Stretch {
    const { globals, networks } = this;
    const { dimension: d, states: K } = globals;
    const workspace = this.workspaceFor(seen);
    // All steps are encoded, so that moving the line does not change the shape of what is computed.
    const { precision, linear } = seenPotentials(networks.potentials(values, steps), inputEnds * d);
    const evidence = stateEvidence(painted, removed, K, seen);
    const input = { windows: 1, steps: seen, precision, linear, stateEvidence: evidence };
    const status = globals.expectedStatistics(natural, this.expected, removed);
    if (status.ok) loadStates(workspace, this.expected);
    return { status, workspace, input };
  }

  /**
   * q(x) that the sweeps over a stretch begin from, with a z step.
   *
   * @param isApart each latent alone, from its node potential and a standard normal prior. Even shares
   *   of all states average their dynamics and blur every switch. This start tells states apart that
   *   differ in their drift, but not those that differ in their rotation.
   */
  begin({ workspace, input }: Stretch, removed: readonly number[], isApart: boolean): Status {
    if (!isApart) {
      evenShares(workspace, removed);
      return xStep(workspace, input);
    }
    loadStandardNormal(workspace);
    const status = xStep(workspace, input);
    loadStates(workspace, this.expected);
    return status;
  }

  /** @returns null where inference from latents apart fails */
  private inferApart(stretch: Stretch) {
    const { workspace, input } = stretch;
    const begins = this.begin(stretch, [], true).ok && zStep(workspace, input).ok;
    if (!begins || !inferStates(workspace, input, APART).ok) return null;
    const { responsibilities } = workspace;
    return { objective: objective(workspace), responsibilities: responsibilities.slice() };
  }

  private responsibilities(
    { steps, samples, natural, removed }: ForecastRequest,
    workspace: SwitchingWorkspace,
    states: Uint8Array,
    seen: number,
  ): Float32Array {
    const { states: K } = this.globals;
    const out = new Float32Array(steps * K);
    for (let t = 1; t < seen; t++)
      out.set(workspace.responsibilities.subarray((t - 1) * K, t * K), t * K);
    for (let t = seen; t < steps; t++)
      for (let s = 0; s < samples; s++) out[t * K + states[s * steps + t]] += 1 / samples;
    if (steps > 1) out.copyWithin(0, K, 2 * K);
    else out.set(this.globals.initial(natural, removed));
    return out;
  }

  /** @param natural proper */
  private stepsOf(natural: Float64Array, removed: readonly number[]): SwitchingSteps {
    const { globals } = this;
    const { dimension: d, states: K } = globals;
    return {
      dimension: d,
      states: Array.from({ length: K }, (_, k) => {
        const { transition, offset, noise } = globals.step(natural, k);
        cholesky(noise, 0, d);
        for (let i = 0; i < d; i++) noise.fill(0, i * d + i + 1, (i + 1) * d);
        return { transition, offset, noiseFactor: noise };
      }),
      initial: globals.initial(natural, removed),
      chain: globals.chain(natural, removed),
    };
  }

  /** Leaves a workspace to the caller, who goes on reading it: the next inference here takes a new one. */
  giveAway(workspace: SwitchingWorkspace): void {
    if (this.workspace === workspace) this.workspace = null;
  }

  private workspaceFor(steps: number): SwitchingWorkspace {
    if (this.workspace?.steps !== steps)
      this.workspace = createSwitchingWorkspace(this.globals.family.layout, 1, steps);
    return this.workspace;
  }

  private drawNoise(steps: number, samples: number): void {
    const size = steps * this.globals.dimension;
    if (this.noiseSteps === steps && this.noise.length === samples * size) return;
    const random = forkRandom(this.seed, 'prediction');
    this.noiseSteps = steps;
    this.noise = new Float64Array(samples * size);
    this.uniforms = new Float64Array(samples * steps);
    fillNormal(random, this.noise);
    for (let at = 0; at < this.uniforms.length; at++) this.uniforms[at] = random.uniform();
  }
}
