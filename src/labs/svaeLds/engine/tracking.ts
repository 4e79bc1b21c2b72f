/** Filter, smoother and sampler on a small example with known truth (figures B.1 to B.3). */
import { createLinearDynamicsFamily } from '../../../distributions/linearDynamics.ts';
import { traceLinearDynamics } from '../../../inference/kalman/trace.ts';
import { createLdsWorkspace } from '../../../inference/kalman/workspace.ts';
import { forkRandom } from '../../../math/random.ts';
import type { SvaeLdsQuery, TrackingInspection } from '../snapshot.ts';

/** A state in the plane goes round in `PERIOD` steps, slowly dying out. */
const D = 2;
const PERIOD = 16;
const RADIUS = 0.98;
/** Variances of a step's noise and of the first state around its mean. */
const STEP_VARIANCE = 0.02;
const FIRST_VARIANCE = 0.5;
const FIRST_MEAN = [2, 0];

/**
 * Makes a truth and what is seen of it, its first coordinate with noise, and follows inference
 * through it. Nothing here is learned: the chain's potentials are those of the true dynamics.
 */
export function track(query: Extract<SvaeLdsQuery, { kind: 'tracking' }>): TrackingInspection {
  const { steps, noise, hidden, seed } = query;
  const random = forkRandom(seed, 'tracking');
  const angle = (2 * Math.PI) / PERIOD;
  const [c, s] = [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
  const A = [c, -s, s, c];
  const truth: number[][] = [];
  const observations: (number | null)[] = [];
  const precision = new Float64Array(steps * D);
  const linear = new Float64Array(steps * D);
  for (let t = 0; t < steps; t++) {
    const before = truth[t - 1];
    const deviation = Math.sqrt(before ? STEP_VARIANCE : FIRST_VARIANCE);
    const mean = before
      ? [A[0] * before[0] + A[1] * before[1], A[2] * before[0] + A[3] * before[1]]
      : FIRST_MEAN;
    truth.push(mean.map((value) => value + deviation * random.normal()));
    const seen = truth[t][0] + noise * random.normal();
    if (t >= hidden[0] && t < hidden[1]) {
      observations.push(null);
      continue;
    }
    observations.push(seen);
    precision[t * D] = 1 / noise ** 2;
    linear[t * D] = seen / noise ** 2;
  }

  const workspace = createLdsWorkspace(createLinearDynamicsFamily(D).layout, steps);
  const { J0, h0, J11, J12, J22 } = workspace.chain;
  for (let i = 0; i < D; i++) {
    J0[i * D + i] = 1 / FIRST_VARIANCE;
    h0[i] = FIRST_MEAN[i] / FIRST_VARIANCE;
    J22[i * D + i] = 1 / STEP_VARIANCE;
    // A' A = radius^2 I for a rotation.
    J11[i * D + i] = RADIUS ** 2 / STEP_VARIANCE;
    for (let j = 0; j < D; j++) J12[i * D + j] = -A[j * D + i] / STEP_VARIANCE;
  }
  const draws = Float64Array.from({ length: steps * D }, () => random.normal());
  const input = { windows: 1, steps, precision, linear };
  const traced = traceLinearDynamics(workspace, input, draws);
  if (!traced.status.ok)
    throw new Error(
      `The example cannot be followed: the ${traced.status.what} is ${traced.status.value}.`,
    );
  const pair = { J11: Array.from(J11), J12: Array.from(J12), J22: Array.from(J22) };
  return { kind: 'tracking', transition: A, pair, truth, observations, steps: traced.steps };
}
