/** What inference in the SVAE-LDS and its adjoint cost, in Chromium and in Node, and how that grows. */
import { lower, type Measurement } from './figures.ts';
import { type Laboratory, workInPage } from './lab.ts';
import { SWEEPS, sweepMs } from './ldsSweeps.ts';
import { median, spread } from './statistics.ts';

export async function measureLdsInference(laboratory: Laboratory): Promise<Measurement> {
  const { windows, steps, latents, repeats } = SWEEPS;
  const inPage = await workInPage(laboratory, 'ldsSweeps');
  const one = sweepMs();
  const ratio = (name: string, times: readonly number[]) => {
    const value = median(times) / median(one);
    const measured = `${value.toFixed(2)} times the time`;
    return { name, atLeast: null, aim: null, value, measured };
  };
  const size = `${windows} windows x ${steps} steps x ${latents} latents`;
  const figure = (place: string, times: readonly number[]) => ({
    name: `LDS inference with adjoint in ${place}, ${size}`,
    atLeast: lower(18, '18 ms'),
    aim: lower(10, '10 ms'),
    value: median(times),
    measured: spread(times, 'ms'),
  });
  return {
    figures: [
      figure('Chromium', inPage.times),
      figure('Node', one),
      ratio('LDS inference, windows four times as long', sweepMs(windows, 4 * steps)),
      ratio('LDS inference, four times as many windows', sweepMs(4 * windows, steps)),
    ],
    run: `${repeats} calls, Chromium and Node`,
    referenceMs: inPage.referenceMs,
    notes: [
      'LDS inference: filter, smoother, sampler, statistics, local KL and the adjoint of samples and local KL, one thread.',
    ],
  };
}
