/** What the model expects to see: inference with evidence up to some step, samples, their pictures. */
import {
  kalmanFilter,
  kalmanSampler,
  kalmanSmoother,
  type LdsInput,
  loadChain,
} from '../../inference/linearDynamicalSystem.ts';
import {
  createLdsWorkspace,
  type LdsWorkspace,
} from '../../inference/linearDynamicalSystemWorkspace.ts';
import { fillNormal, forkRandom } from '../../math/random.ts';
import type { Status } from '../../math/status.ts';
import type { Autoencoder } from '../../networks/autoencoder.ts';
import type { SvaeLdsEdit } from './edits.ts';
import type { LdsGlobals } from './globals.ts';

/** One stretch of T steps to look at. */
export interface ForecastRequest {
  /** T x D */
  readonly values: Float32Array;
  /** T */
  readonly steps: number;
  /** Evidence counts before this step; node potentials are zero from there on. */
  readonly inputEnds: number;
  /** eta with the transition's edits in, length P. */
  readonly natural: Float64Array;
  /** Those of latents are followed here. */
  readonly edits: readonly SvaeLdsEdit[];
  /** S, samples the mean is taken over. */
  readonly samples: number;
}

/** Arrays of its own. */
export interface Forecast {
  /** T x D: mean and standard deviation of the decoded samples. */
  readonly mean: Float32Array;
  readonly spread: Float32Array;
  /** S x T x D: the decoded samples. */
  readonly decoded: Float32Array;
  /** T x d: means of q(x), edited like the samples. */
  readonly latents: Float32Array;
}

export type ForecastOutcome =
  | { readonly ok: true; readonly forecast: Forecast }
  | { readonly ok: false; readonly status: Extract<Status, { ok: false }> };

/**
 * Forecasts by backward samples of the filtered window. The noise depends on the seed alone, so
 * that an edit moves the curves and not the noise.
 */
export class Forecaster {
  private readonly globals: LdsGlobals;
  private readonly networks: Autoencoder;
  private readonly seed: number;
  private readonly expected: Float64Array;
  private workspace: LdsWorkspace | null = null;
  private noise = new Float64Array(0);
  private noiseSteps = 0;

  constructor(globals: LdsGlobals, networks: Autoencoder, seed: number) {
    this.globals = globals;
    this.networks = networks;
    this.seed = seed;
    this.expected = new Float64Array(globals.length);
  }

  run(request: ForecastRequest): ForecastOutcome {
    const { steps, edits, samples } = request;
    const { networks } = this;
    const d = this.globals.dimension;
    const known = this.globals.expectedStatistics(request.natural, this.expected);
    if (!known.ok) return { ok: false, status: known };
    const workspace = this.workspaceFor(steps);
    const input = this.evidence(request);
    loadChain(workspace, this.expected);
    const status = kalmanFilter(workspace, input);
    if (!status.ok) return { ok: false, status };
    kalmanSmoother(workspace, input);
    const latents = Float32Array.from(workspace.means.subarray(0, steps * d));
    editLatents(latents, d, edits);

    const size = steps * d;
    const noise = this.noiseFor(steps, samples);
    const draws = new Float64Array(samples * size);
    for (let s = 0; s < samples; s++) {
      const [from, to] = [s * size, (s + 1) * size];
      kalmanSampler(workspace, input, noise.subarray(from, to), draws.subarray(from, to));
    }
    editLatents(draws, d, edits);
    const decoded = networks.reconstructMean(draws, samples * steps);
    const { mean, spread } = moments(decoded, samples);
    return { ok: true, forecast: { mean, spread, decoded, latents } };
  }

  /** Node potentials of the window, without those the model is not shown. */
  private evidence({ values, steps, inputEnds }: ForecastRequest): LdsInput {
    const { precision, linear } = this.networks.potentials(values, steps);
    const from = inputEnds * this.globals.dimension;
    precision.fill(0, from);
    linear.fill(0, from);
    return { windows: 1, steps, precision, linear };
  }

  private workspaceFor(steps: number): LdsWorkspace {
    if (!this.workspace || this.workspace.maxRows < steps)
      this.workspace = createLdsWorkspace(this.globals.family.layout, steps);
    return this.workspace;
  }

  private noiseFor(steps: number, samples: number): Float64Array {
    const size = steps * this.globals.dimension;
    if (this.noiseSteps !== steps || this.noise.length < samples * size) {
      this.noise = new Float64Array(samples * size);
      this.noiseSteps = steps;
      fillNormal(forkRandom(this.seed, 'prediction'), this.noise);
    }
    return this.noise;
  }
}

/** Scales and shifts latents (rows x d) in place, on their way to the decoder. */
function editLatents(
  latents: Float32Array | Float64Array,
  dimension: number,
  edits: readonly SvaeLdsEdit[],
): void {
  for (const edit of edits)
    if (edit.kind === 'scaleLatent')
      for (let at = edit.latent; at < latents.length; at += dimension) latents[at] *= edit.factor;
  for (const edit of edits)
    if (edit.kind === 'shiftLatents')
      for (let at = 0; at < latents.length; at++) latents[at] += edit.amount;
}

/** Mean and standard deviation over S blocks of equal length. */
function moments(
  decoded: Float32Array,
  samples: number,
): { readonly mean: Float32Array; readonly spread: Float32Array } {
  const size = decoded.length / samples;
  const mean = new Float32Array(size);
  const spread = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    let sum = 0;
    let squares = 0;
    for (let s = 0; s < samples; s++) {
      const value = decoded[s * size + at];
      sum += value;
      squares += value * value;
    }
    mean[at] = sum / samples;
    spread[at] = Math.sqrt(Math.max(0, squares / samples - (sum / samples) ** 2));
  }
  return { mean, spread };
}

/** Mean squared difference of rows from..to-1; null where there are none. */
export function meanSquaredError(
  a: Float32Array,
  b: Float32Array,
  dimension: number,
  from: number,
  to: number,
): number | null {
  if (to <= from) return null;
  let sum = 0;
  for (let at = from * dimension; at < to * dimension; at++) sum += (a[at] - b[at]) ** 2;
  return sum / ((to - from) * dimension);
}
