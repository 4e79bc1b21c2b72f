/** Filter, smoother, sampler, statistics and their adjoint, timed, for Node and the browser. */
import { linearDynamicsBackward } from '../src/inference/kalman/backward.ts';
import { randomLdsProblem } from '../src/inference/kalman/denseWindow.fixture.ts';
import {
  collectStatistics,
  kalmanFilter,
  kalmanSampler,
  kalmanSmoother,
  loadChain,
  localKl,
} from '../src/inference/kalman/forward.ts';
import { createLdsWorkspace } from '../src/inference/kalman/workspace.ts';

export const SWEEPS = { windows: 20, steps: 80, latents: 10, repeats: 25 } as const;
/** Calls before the clock runs: the compiler has to have seen the kernels. */
const WARM_UP = 10;

/** Milliseconds of each call. */
export function sweepMs(windows: number = SWEEPS.windows, steps: number = SWEEPS.steps): number[] {
  const problem = randomLdsProblem(SWEEPS.latents, windows, steps, 1);
  const workspace = createLdsWorkspace(problem.family.layout, windows * steps);
  const zeros = () => new Float64Array(windows * steps * SWEEPS.latents);
  const samples = zeros();
  const out = {
    dPrecision: zeros(),
    dLinear: zeros(),
    dExpected: new Float64Array(problem.expected.length),
  };
  const atSamples = { samples, noise: problem.noise, dSamples: zeros().fill(0.1) };
  const loss = { atSamples, atMoments: null, dLogZ: 0, dLocalKl: 1 };
  const times = Array.from({ length: WARM_UP + SWEEPS.repeats }, () => {
    const start = performance.now();
    loadChain(workspace, problem.expected);
    const status = kalmanFilter(workspace, problem);
    if (!status.ok) throw new Error(`The ${status.what} is ${status.value}.`);
    kalmanSmoother(workspace, problem);
    kalmanSampler(workspace, problem, problem.noise, samples);
    collectStatistics(workspace, problem);
    localKl(workspace, problem, problem.expected);
    linearDynamicsBackward(workspace, problem, loss, out);
    return performance.now() - start;
  });
  return times.slice(WARM_UP);
}
