/** A small state-space model whose likelihood the Kalman filter knows, and how near particles come to it. */
import { createLinearDynamicsFamily } from '../../distributions/linearDynamics.ts';
import { createRandom, type Random } from '../../math/random.ts';
import { spreadOf } from '../estimators/spread.ts';
import { kalmanFilter } from '../kalman/forward.ts';
import { createLdsWorkspace } from '../kalman/workspace.ts';
import { createParticleFilter, runParticleFilter, type StateSpaceModel } from './particleFilter.ts';

const T = 12;
/** A slow rotation that decays; standard deviations of its noise, and of the first state. */
const A = [0.9, -0.25, 0.25, 0.9];
const NOISE = 0.4;
const FIRST = 1;

/** Node potentials as an encoder gives them: precision and linear term, T x 2. */
const potentials = (() => {
  const random = createRandom(11);
  const precision = Float64Array.from({ length: 2 * T }, () => 0.3 + random.uniform());
  const linear = Float64Array.from({ length: 2 * T }, () => random.normal());
  return { precision, linear };
})();

const model: StateSpaceModel = {
  dimension: 2,
  steps: T,
  drawInitial(random: Random, out, at) {
    for (let i = 0; i < 2; i++) out[at + i] = FIRST * random.normal();
  },
  drawNext(random: Random, from, out, at) {
    for (let i = 0; i < 2; i++)
      out[at + i] = A[2 * i] * from[at] + A[2 * i + 1] * from[at + 1] + NOISE * random.normal();
  },
  logPotential(step, states, at) {
    let log = 0;
    for (let i = 0; i < 2; i++) {
      const x = states[at + i];
      const n = 2 * step + i;
      log += potentials.linear[n] * x - (potentials.precision[n] * x * x) / 2;
    }
    return log;
  },
};

/** log E[product of potentials] by the Kalman filter, as the log-normaliser with them less that without. */
function exact(): number {
  const workspace = createLdsWorkspace(createLinearDynamicsFamily(2).layout, T);
  const precision = 1 / NOISE ** 2;
  const { chain } = workspace;
  const identity = [1, 0, 0, 1];
  chain.J0.set(identity.map((value) => value / FIRST ** 2));
  chain.h0.fill(0);
  chain.J22.set(identity.map((value) => value * precision));
  for (let i = 0; i < 2; i++)
    for (let j = 0; j < 2; j++) {
      chain.J11[2 * i + j] = precision * (A[i] * A[j] + A[2 + i] * A[2 + j]);
      chain.J12[2 * i + j] = -precision * A[2 * j + i];
    }
  const logZ = (input: { readonly precision: Float64Array; readonly linear: Float64Array }) => {
    kalmanFilter(workspace, { windows: 1, steps: T, ...input });
    return workspace.logZ[0];
  };
  const nothing = new Float64Array(2 * T);
  return logZ(potentials) - logZ({ precision: nothing, linear: nothing });
}

/** Repeats with 200 particles: estimates over the exact likelihood, their spread, and the last effective sizes. */
export function particleRatios(repeats: number, resampling: 'always' | 'when-few') {
  const known = exact();
  const filter = createParticleFilter(model, 200);
  const random = createRandom(2);
  const ratios = Float64Array.from({ length: repeats }, () =>
    Math.exp(runParticleFilter(filter, model, resampling, random) - known),
  );
  return { ratios, ...spreadOf(ratios), effective: filter.effective };
}
