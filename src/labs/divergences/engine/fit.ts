/** One q on its way down one divergence. */
import type { Density } from '../../../inference/divergences/density.ts';
import {
  createFitWorkspace,
  descend,
  type FitWorkspace,
} from '../../../inference/divergences/fit.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { Direction } from '../snapshot.ts';
import { AXIS, type Component } from '../targets.ts';

/** Steps remembered: a fit has arrived long before. */
const PATH = 240;
/** A step that lowers the divergence by less, in nats, is the last. */
const ARRIVED = 1e-11;

export class Fit {
  readonly direction: Direction;
  readonly ws: FitWorkspace;
  /** Means and standard deviations of one Gaussian, step by step. */
  private readonly path = new Float64Array(2 * PATH);
  /** Places in the path, and 1 where the fit has arrived. */
  private readonly marks = new Float64Array(2);

  constructor(direction: Direction, start: readonly Component[]) {
    this.direction = direction;
    this.ws = createFitWorkspace(start.length);
    this.place(start);
  }

  /** What training changes. */
  get state() {
    const { path, marks } = this;
    return { parameters: this.ws.parameters, path, marks };
  }

  get isDone(): boolean {
    return this.marks[1] === 1;
  }

  /** p has changed, or alpha. */
  resume(): void {
    this.marks[1] = 0;
  }

  /** Another start: the path begins here. */
  place(components: readonly Component[]): void {
    const { parameters } = this.ws;
    const K = components.length;
    components.forEach(({ weight, mean, sd }, k) => {
      parameters[k] = mean;
      parameters[K + k] = Math.log(sd);
      parameters[2 * K + k] = Math.log(Math.max(weight, 1e-6));
    });
    this.marks.fill(0);
    this.remember();
  }

  get components(): Component[] {
    const { components: K, parameters } = this.ws;
    const weights = Array.from(parameters.subarray(2 * K), Math.exp);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight, k) => ({
      weight: weight / sum,
      mean: parameters[k],
      sd: Math.exp(parameters[K + k]),
    }));
  }

  /** Means and standard deviations so far, oldest first. */
  get places(): Float32Array {
    return Float32Array.from(this.path.subarray(0, 2 * this.marks[0]));
  }

  /** @returns what is not finite; an infinite divergence only ends the fit */
  step(p: Density, alpha: number, rate: number): FailedStatus | null {
    const { ws } = this;
    const bad = ws.parameters.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0)
      return { ok: false, what: 'parameter of q', value: ws.parameters[bad], index: bad };
    if (this.isDone) return null;
    const before = ws.value;
    const status = descend(ws, p, alpha, rate);
    const isInfinite = !status.ok && status.value === Infinity;
    if (!status.ok && !isInfinite) return status;
    this.keepOnAxis();
    if (isInfinite || Math.abs(before - ws.value) < ARRIVED) this.marks[1] = 1;
    this.remember();
    return null;
  }

  /** Where p has next to no mass, a step may lead far out. */
  private keepOnAxis(): void {
    const { components: K, parameters } = this.ws;
    for (let k = 0; k < K; k++)
      parameters[k] = Math.min(AXIS.high, Math.max(AXIS.low, parameters[k]));
  }

  private remember(): void {
    const { ws, path, marks } = this;
    if (ws.components > 1) return;
    if (marks[0] === PATH) path.copyWithin(0, 2);
    else marks[0] += 1;
    path[2 * marks[0] - 2] = ws.parameters[0];
    path[2 * marks[0] - 1] = Math.exp(ws.parameters[1]);
  }
}
