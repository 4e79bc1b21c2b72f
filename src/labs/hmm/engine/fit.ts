/** A hidden Markov model on a series: its parameters, q, and the posterior q is compared with. */

import { requireShares } from '../../../inference/expectationMaximisation/responsibilities.ts';
import {
  type ChainInput,
  type ChainWorkspace,
  createChainWorkspace,
  forwardBackward,
} from '../../../inference/hiddenMarkov/forwardBackward.ts';
import {
  fillPotentials,
  type GaussianHmm,
  gaussianHmmBound,
  type HmmBound,
  maximiseGaussianHmm,
} from '../../../inference/hiddenMarkov/gaussianEmissions.ts';
import { OK, type Status } from '../../../math/status.ts';
import type { NumberArray, ObjectiveTerms } from '../../engine.ts';
import type { HmmEdit } from '../edits.ts';
import type { HmmState } from '../snapshot.ts';

export class HmmFit {
  readonly states: number;
  /** T, NaN where a value is missing. */
  readonly values: Float64Array;
  readonly theta: GaussianHmm;
  readonly input: ChainInput;
  /** q(z) as the last E-step left it: responsibilities and pairs alone are used. */
  readonly q: ChainWorkspace;
  /** p(z | y, theta) at the present parameters. */
  readonly posterior: ChainWorkspace;
  /** Log of how long a model unit is in the units of the data. */
  readonly logScale: number;
  /** In nats per step, what the units of the data take off a log-density. */
  private readonly volume: number;
  private bound: HmmBound = { reconstruction: 0, energy: 0, entropy: 0 };
  private status: Status = OK;

  constructor(values: Float64Array, states: number, logScale: number) {
    const steps = values.length;
    this.states = states;
    this.values = values;
    this.theta = {
      initial: new Float64Array(states),
      transition: new Float64Array(states * states),
      means: new Float64Array(states),
      variances: new Float64Array(states),
    };
    this.input = {
      steps,
      logInitial: new Float64Array(states),
      logTransition: new Float64Array(states * states),
      logEmissions: new Float64Array(steps * states),
    };
    this.q = createChainWorkspace(states, steps);
    this.posterior = createChainWorkspace(states, steps);
    const observed = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
    this.logScale = logScale;
    this.volume = (observed * logScale) / steps;
  }

  /** Starts from these parameters with a q that knows nothing. */
  begin(theta: GaussianHmm): void {
    assign(this.theta, theta);
    this.q.responsibilities.fill(1 / this.states);
    this.q.pairs.fill(1 / this.states ** 2);
    this.update();
    this.requireProper();
  }

  /** E-step: q becomes the posterior. Returns the largest change of a responsibility. */
  expect(): number {
    const { q, posterior } = this;
    let shift = 0;
    for (let at = 0; at < q.responsibilities.length; at++)
      shift = Math.max(shift, Math.abs(q.responsibilities[at] - posterior.responsibilities[at]));
    q.responsibilities.set(posterior.responsibilities);
    q.pairs.set(posterior.pairs);
    this.bound = gaussianHmmBound(q, this.values, this.theta);
    return shift;
  }

  /** M-step. */
  maximise(varianceFloor: number): Status {
    maximiseGaussianHmm(this.q, this.values, this.theta, varianceFloor);
    this.update();
    return this.check();
  }

  /** Whether the numbers are sound. */
  check(): Status {
    const { energy } = this.bound;
    if (!this.status.ok) return this.status;
    return Number.isFinite(energy) ? OK : { ok: false, what: 'log-likelihood', value: energy };
  }

  /** No variance stays below the floor. */
  widen(varianceFloor: number): void {
    const { variances } = this.theta;
    for (let k = 0; k < variances.length; k++) variances[k] = Math.max(varianceFloor, variances[k]);
    this.update();
  }

  /** Goes on from other parameters with the q there is. */
  take(theta: GaussianHmm): void {
    assign(this.theta, theta);
    this.update();
    this.requireProper();
  }

  moveMeans(edits: readonly HmmEdit[]): void {
    for (const { state, mean } of edits) this.theta.means[state] = mean;
    this.update();
    this.requireProper();
  }

  /** Either half-step fails next. */
  breakDown(): void {
    this.q.responsibilities.fill(Number.NaN);
    this.theta.means.fill(Number.NaN);
    this.update();
  }

  /** Figures per step, in nats, in the units of the data. */
  figures() {
    const { values, posterior, bound, volume } = this;
    const T = values.length;
    return {
      logLikelihood: posterior.logZ / T - volume,
      energy: bound.energy / T - volume,
      entropy: bound.entropy / T,
      globalKl: 0,
    };
  }

  /** total = E_q[log p(y | z)] - KL(q(z) || p(z)), per step. */
  objective(): ObjectiveTerms {
    const { energy, entropy } = this.figures();
    const reconstruction = this.bound.reconstruction / this.values.length - this.volume;
    const total = energy + entropy;
    return { total, reconstruction, localKl: reconstruction - total, globalKl: 0 };
  }

  summary(): HmmState[] {
    const { theta, q, states: K, values } = this;
    return Array.from({ length: K }, (_, id) => {
      let count = 0;
      for (let t = 0; t < values.length; t++) count += q.responsibilities[t * K + id];
      return {
        id,
        mean: theta.means[id],
        deviation: Math.sqrt(theta.variances[id]),
        count,
        initial: theta.initial[id],
        transition: Array.from(theta.transition.subarray(id * K, (id + 1) * K)),
      };
    });
  }

  copy(other: HmmFit): void {
    assign(this.theta, other.theta);
    this.q.responsibilities.set(other.q.responsibilities);
    this.q.pairs.set(other.q.pairs);
    this.update();
  }

  /** What goes on from step to step, as it is. */
  state() {
    const { responsibilities, pairs } = this.q;
    return { ...this.theta, responsibilities, pairs };
  }

  restore(saved: Readonly<Record<string, NumberArray>>): void {
    requireShares(saved.responsibilities as Float64Array);
    for (const [name, array] of Object.entries(this.state())) array.set(saved[name]);
    this.update();
    this.requireProper();
  }

  /** Posterior and bound at the present parameters and q. */
  private update(): void {
    fillPotentials(this.values, this.theta, this.input);
    this.status = forwardBackward(this.posterior, this.input);
    this.bound = gaussianHmmBound(this.q, this.values, this.theta);
  }

  private requireProper(): void {
    const status = this.check();
    if (!status.ok) throw new RangeError(`The ${status.what} of the series is ${status.value}.`);
  }
}

function assign(to: GaussianHmm, from: GaussianHmm): void {
  for (const name of ['initial', 'transition', 'means', 'variances'] as const)
    to[name].set(from[name]);
}
