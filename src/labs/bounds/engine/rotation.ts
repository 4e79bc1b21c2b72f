/**
 * The model of the lab of linear dynamics in its smallest form: a state in the plane that rotates and
 * decays, with noise, of which one coordinate is observed, with noise. All that is exact about it
 * comes from the Kalman filter.
 */
import { createLinearDynamicsFamily } from '../../../distributions/linearDynamics.ts';
import type { StateSpaceModel } from '../../../inference/importanceWeighting/particleFilter.ts';
import { kalmanFilter } from '../../../inference/kalman/forward.ts';
import { createLdsWorkspace } from '../../../inference/kalman/workspace.ts';
import { forkRandom } from '../../../math/random.ts';

/** Steps of a whole turn, and what is left of a state after one step. */
const PERIOD = 14;
const DECAY = 0.97;
/** Standard deviations of each coordinate of the first state, and of the noise of a step. */
const FIRST = 1;
const NOISE = 0.25;

const [COS, SIN] = [
  DECAY * Math.cos((2 * Math.PI) / PERIOD),
  DECAY * Math.sin((2 * Math.PI) / PERIOD),
];

export interface Rotation {
  readonly model: StateSpaceModel;
  /** T: the first coordinate of the state, and the same with noise. */
  readonly truth: Float64Array;
  readonly observations: Float64Array;
  /** T: exact mean and standard deviation of the first coordinate, given the observations so far. */
  readonly means: Float64Array;
  readonly sds: Float64Array;
  /** log p(y), exact. */
  readonly logLikelihood: number;
}

/** @param noise standard deviation of the noise on the observations */
export function rotation(steps: number, noise: number, seed: number): Rotation {
  const random = forkRandom(seed, 'filter data');
  const states = new Float64Array(2 * steps);
  const observations = new Float64Array(steps);
  const logScale = Math.log(noise * Math.sqrt(2 * Math.PI));
  const model: StateSpaceModel = {
    dimension: 2,
    steps,
    drawInitial({ normal }, out, at) {
      out[at] = FIRST * normal();
      out[at + 1] = FIRST * normal();
    },
    drawNext({ normal }, from, out, at) {
      const [x, y] = [from[at], from[at + 1]];
      out[at] = COS * x - SIN * y + NOISE * normal();
      out[at + 1] = SIN * x + COS * y + NOISE * normal();
    },
    logPotential(step, particles, at) {
      const off = (observations[step] - particles[at]) / noise;
      return -(off * off) / 2 - logScale;
    },
  };
  for (let t = 0; t < steps; t++) {
    if (t === 0) model.drawInitial(random, states, 0);
    else {
      states.copyWithin(2 * t, 2 * t - 2, 2 * t);
      model.drawNext(random, states, states, 2 * t);
    }
    observations[t] = states[2 * t] + noise * random.normal();
  }
  const truth = Float64Array.from({ length: steps }, (_, t) => states[2 * t]);
  return { model, truth, observations, ...exactFilter(observations, noise) };
}

/** Mean and deviation after each observation, and the likelihood of all. */
function exactFilter(observations: Float64Array, noise: number) {
  const steps = observations.length;
  const workspace = createLdsWorkspace(createLinearDynamicsFamily(2).layout, steps);
  const { chain, filtered, conditionals, logZ } = workspace;
  chain.J0.set([1 / FIRST ** 2, 0, 0, 1 / FIRST ** 2]);
  chain.h0.fill(0);
  const precision = 1 / NOISE ** 2;
  chain.J22.set([precision, 0, 0, precision]);
  // A'A / noise^2 and -A' / noise^2, where A rotates and decays.
  chain.J11.set([precision * DECAY ** 2, 0, 0, precision * DECAY ** 2]);
  chain.J12.set([-precision * COS, -precision * SIN, precision * SIN, -precision * COS]);
  const evidence = { precision: new Float64Array(2 * steps), linear: new Float64Array(2 * steps) };
  const run = (count: number) => kalmanFilter(workspace, { windows: 1, steps: count, ...evidence });
  run(steps);
  const without = logZ[0];
  let constant = 0;
  observations.forEach((y, t) => {
    evidence.precision[2 * t] = 1 / noise ** 2;
    evidence.linear[2 * t] = y / noise ** 2;
    constant -= (y / noise) ** 2 / 2 + Math.log(noise * Math.sqrt(2 * Math.PI));
  });
  const means = new Float64Array(steps);
  const sds = new Float64Array(steps);
  // The last step of a window is the one whose moments are given what was observed up to there.
  for (let t = 0; t < steps; t++) {
    run(t + 1);
    means[t] = filtered[2 * t];
    sds[t] = Math.sqrt(conditionals[4 * t]);
  }
  return { means, sds, logLikelihood: logZ[0] - without + constant };
}
