/** What filter, smoother, sampler and their adjoint cost, in Node, and how that grows. */

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
import { lower, type Measurement } from './figures.ts';
import { referenceMs } from './referenceWork.ts';
import { median, spread } from './statistics.ts';

const WINDOWS = 20;
const STEPS = 80;
const LATENTS = 10;
const REPEATS = 25;
/** Calls before the clock runs: the compiler has to have seen the kernels. */
const WARM_UP = 10;

export function measureLdsInference(): Measurement {
  const one = timings(WINDOWS, STEPS);
  const longer = median(timings(WINDOWS, 4 * STEPS)) / median(one);
  const more = median(timings(4 * WINDOWS, STEPS)) / median(one);
  const ratio = (name: string, value: number) => ({
    name,
    atLeast: null,
    aim: null,
    value,
    measured: `${value.toFixed(2)} times the time`,
  });
  return {
    figures: [
      {
        name: `LDS inference with adjoint, ${WINDOWS} windows x ${STEPS} steps x ${LATENTS} latents`,
        atLeast: lower(60, '60 ms'),
        aim: lower(15, '15 ms'),
        value: median(one),
        measured: spread(one, 'ms'),
      },
      ratio('LDS inference, windows four times as long', longer),
      ratio('LDS inference, four times as many windows', more),
    ],
    run: `${REPEATS} calls, Node`,
    referenceMs: referenceMs(),
    notes: [
      `LDS inference: filter, smoother, sampler, statistics, local KL and the adjoint of samples and local KL, one thread of Node, ${REPEATS} calls.`,
    ],
  };
}

/** Milliseconds of each call. */
function timings(windows: number, steps: number): number[] {
  const problem = randomLdsProblem(LATENTS, windows, steps, 1);
  const workspace = createLdsWorkspace(problem.family.layout, windows * steps);
  const zeros = () => new Float64Array(windows * steps * LATENTS);
  const samples = zeros();
  const out = {
    dPrecision: zeros(),
    dLinear: zeros(),
    dExpected: new Float64Array(problem.expected.length),
  };
  const atSamples = { samples, noise: problem.noise, dSamples: zeros().fill(0.1) };
  const loss = { atSamples, atMoments: null, dLogZ: 0, dLocalKl: 1 };
  const times = Array.from({ length: WARM_UP + REPEATS }, () => {
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
