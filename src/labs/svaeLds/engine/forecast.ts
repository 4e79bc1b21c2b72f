/** What the model expects to see: inference up to some step, the dynamics after it, their pictures. */
import { drawWindow } from '../../../inference/kalman/drawWindow.ts';
import { goAhead, type LdsStep } from '../../../inference/kalman/forecast.ts';
import {
  kalmanFilter,
  kalmanSmoother,
  type LdsInput,
  loadChain,
} from '../../../inference/kalman/forward.ts';
import { createLdsWorkspace, type LdsWorkspace } from '../../../inference/kalman/workspace.ts';
import { cholesky } from '../../../math/cholesky.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { seenPotentials } from '../../../networks/nodePotential.ts';
import { meanOf } from '../../shared/engine/forecastFigures.ts';
import type { Outcome, SeriesForecast } from '../../shared/engine/seriesSnapshots.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import type { LdsGlobals } from './globals.ts';

/** One stretch of T steps to look at. */
export interface ForecastRequest {
  /** T x D, NaN where a value is missing. */
  readonly values: Float32Array;
  /** T */
  readonly steps: number;
  /** The model sees the steps before this one, from 0 (none) to T (all). */
  readonly inputEnds: number;
  /** eta with the transition's edits in, length P. */
  readonly natural: Float64Array;
  /** Those of latents are followed here. */
  readonly edits: readonly SvaeLdsEdit[];
  /** S, samples the mean is taken over. */
  readonly samples: number;
}

export interface Forecast extends SeriesForecast {
  /** S x T x d: the states that were decoded. */
  readonly draws: Float64Array;
}

/**
 * What is seen is a window of its own, with the local posterior of training, drawn by backward
 * sampling. Its end is where the dynamics go on alone, x_t = E[A] x_t-1 + noise: nothing that comes
 * later, edits that make it explode included, changes what was inferred before. With no input
 * states start from the initial distribution. The random numbers depend on the seed alone, so that
 * an edit moves the curves and not the noise.
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

  run(request: ForecastRequest): Outcome<Forecast> {
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
    const step = this.stepOf(request.natural);
    const size = steps * d;
    const means = new Float64Array(size);
    means.set(workspace.means.subarray(0, input.steps * d));
    let heldFrom = goAhead(d, step, means, null, input.steps);
    const latents = Float32Array.from(means);
    editLatents(latents, d, edits);

    const noise = this.noiseOf(steps, samples);
    const draws = new Float64Array(samples * size);
    drawWindow(workspace, d, input.steps, samples, noise, draws);
    const held = goAhead(d, step, draws, noise, input.steps, samples);
    if (held !== null) heldFrom = Math.min(held, heldFrom ?? held);
    editLatents(draws, d, edits);
    const decoded = networks.reconstructMean(draws, samples * steps);
    const mean = meanOf(decoded, samples);
    return { ok: true, forecast: { mean, decoded, latents, draws, heldFrom } };
  }

  /** Node potentials of the steps seen; with no input, of a first step without evidence. */
  private evidence({ values, steps, inputEnds }: ForecastRequest): LdsInput {
    // All steps are encoded, so that moving the line does not change the shape of what is computed.
    const size = inputEnds * this.globals.dimension;
    const { precision, linear } = seenPotentials(this.networks.potentials(values, steps), size);
    return { windows: 1, steps: Math.max(1, inputEnds), precision, linear };
  }

  /** @param natural proper */
  private stepOf(natural: Float64Array): LdsStep {
    const d = this.globals.dimension;
    const { matrix, noise } = this.globals.step(natural);
    cholesky(noise, 0, d);
    for (let i = 0; i < d; i++) noise.fill(0, i * d + i + 1, (i + 1) * d);
    return { transition: matrix, noiseFactor: noise };
  }

  private workspaceFor(steps: number): LdsWorkspace {
    if (!this.workspace || this.workspace.maxRows < steps)
      this.workspace = createLdsWorkspace(this.globals.family.layout, steps);
    return this.workspace;
  }

  /** S x T x d standard normals that the samples are made of, until the next call. */
  noiseOf(steps: number, samples: number): Float64Array {
    const size = steps * this.globals.dimension;
    if (this.noiseSteps !== steps || this.noise.length < samples * size) {
      this.noise = new Float64Array(samples * size);
      this.noiseSteps = steps;
      fillNormal(forkRandom(this.seed, 'prediction'), this.noise);
    }
    return this.noise.subarray(0, samples * size);
  }
}

/** Scales and shifts latents (rows x d) in place, on their way to the decoder. */
export function editLatents(
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
